import { z } from 'zod';
import { contract } from '../basics/contract.ts';

export const oidcContract = contract({
  startOidc: {
    method: 'GET',
    path: '/sign-in/oidc',
    summary: 'Send the browser to the OpenID Connect provider',
    permission: { who: 'anyone' },
    output: z.null(),
    redirect: true,
  },
  finishOidc: {
    method: 'GET',
    path: '/sign-in/oidc/callback',
    summary:
      'Where the provider sends the browser back; begins a session when it vouches for a person we know',
    permission: { who: 'anyone' },
    output: z.null(),
    redirect: true,
  },
});
