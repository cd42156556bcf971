import * as oidc from 'openid-client';
import { z } from 'zod';
import type { OidcSettings } from '../platform/settings.ts';

/** What has to be remembered of a browser on its way to the provider and back. */
export type OidcAttempt = { readonly state: string; readonly nonce: string; readonly verifier: string };

export type OidcIdentity = {
  readonly issuer: string;
  readonly subject: string;
  /** Null unless the provider says that it has verified the address. */
  readonly verifiedEmail: string | null;
};

export type OidcClient = {
  begin(): Promise<{ readonly location: string; readonly attempt: OidcAttempt }>;
  /** Rejects when the answer is not to this attempt, not from this provider, or not to be had. */
  finish(callback: URL, attempt: OidcAttempt): Promise<OidcIdentity>;
};

const Address = z.object({ email: z.string().optional(), email_verified: z.unknown() });

/** The provider is asked for its addresses at the first sign-in, so that it may be down while the server starts. */
export function createOidcClient(settings: OidcSettings, redirectUri: string): OidcClient {
  let known: Promise<oidc.Configuration> | null = null;
  const discover = (): Promise<oidc.Configuration> => {
    known ??= discovery(settings).catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  };
  return {
    begin: async () => {
      const attempt = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
      };
      const location = oidc.buildAuthorizationUrl(await discover(), {
        redirect_uri: redirectUri,
        scope: 'openid email',
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
      });
      return { location: location.href, attempt };
    },
    finish: async (callback, attempt) => {
      const configuration = await discover();
      const tokens = await oidc.authorizationCodeGrant(configuration, callback, {
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        pkceCodeVerifier: attempt.verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new Error('The provider gave no identity');
      // Many providers put the address only in the user information.
      const about = Address.parse({
        ...claims,
        ...(await userInfo(configuration, tokens.access_token, claims.sub)),
      });
      return {
        issuer: claims.iss,
        subject: claims.sub,
        verifiedEmail: about.email_verified === true ? (about.email ?? null) : null,
      };
    },
  };
}

async function userInfo(configuration: oidc.Configuration, token: string, subject: string) {
  if (configuration.serverMetadata().userinfo_endpoint === undefined) return {};
  return oidc.fetchUserInfo(configuration, token, subject);
}

function discovery({ issuer, clientId, clientSecret }: OidcSettings): Promise<oidc.Configuration> {
  const server = new URL(issuer);
  // A provider on this very computer may do without TLS; nobody stands between.
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(server.hostname);
  const options = isLocal && server.protocol === 'http:' ? { execute: [oidc.allowInsecureRequests] } : {};
  return oidc.discovery(server, clientId, clientSecret === '' ? undefined : clientSecret, undefined, options);
}
