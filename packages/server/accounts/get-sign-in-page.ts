import type { OperationAnswer } from '@opora/domain/basics/contract.ts';
import type { accountsContract } from '@opora/domain/accounts/accounts-contract.ts';
import type { OpenCall } from '../platform/mount.ts';
import type { Identify } from '../platform/server-parts.ts';
import { isFromThisComputer } from './first-administrator.ts';
import { hasAdministrator } from './first-administrator-queries.ts';
import { readAsSystem } from './visitor.ts';

export async function getSignInPage(
  call: OpenCall,
  identify: Identify,
): Promise<OperationAnswer<typeof accountsContract.getSignInPage>> {
  const known = await readAsSystem(call, hasAdministrator);
  const signedIn = await identify(call.request);
  return {
    firstStart: known ? 'no' : isFromThisComputer(call) ? 'here' : 'elsewhere',
    oidcTitle: call.parts.settings.oidc?.title ?? null,
    canMail: call.parts.sendMail !== null,
    step: signedIn?.stage ?? 'password',
  };
}
