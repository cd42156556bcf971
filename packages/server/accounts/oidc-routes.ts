import type { FastifyInstance } from 'fastify';
import { oidcContract } from '@opora/domain/accounts/oidc-contract.ts';
import { mount } from '../platform/mount.ts';
import type { Identify, ServerParts } from '../platform/server-parts.ts';
import { createOidcClient } from './oidc-provider-client.ts';
import { finishOidc, startOidc } from './sign-in-by-oidc.ts';

export function mountOidc(app: FastifyInstance, means: { parts: ServerParts; identify: Identify }): void {
  const { oidc, publicUrl } = means.parts.settings;
  const client = oidc === null ? null : createOidcClient(oidc, `${publicUrl}/api/sign-in/oidc/callback`);
  mount(app, means, oidcContract, {
    startOidc: (_input, call) => startOidc(call, client),
    finishOidc: (_input, call) => finishOidc(call, client),
  });
}
