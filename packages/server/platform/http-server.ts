import { randomUUID } from 'node:crypto';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { type Language, languages } from '@opora/domain/basics/catalog.ts';
import { refusalTexts } from '@opora/domain/basics/refusal-catalog.ts';
import { Refusal, refusalStatus } from '@opora/domain/basics/refusal.ts';
import { InvalidInput } from './invalid-input.ts';
import { logSerializers } from './log-serializers.ts';
import type { Settings } from './settings.ts';

/** The quickest: answers are packed while somebody waits. Of a plan of 2,000 activities the fourth quality takes three times as long for 7 % less. */
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

/** A whole request has to be here in this time: the largest file over a slow line, but not a body sent for ever. */
const requestMsMax = 15 * 60_000;

const jsonBytesMax = 5_000_000;

/** From one address: an office behind one line is many people, and what must be rare (sign-in) is counted apart. */
const callsAMinute = 6_000;

/** Fastify with everything that is the same for all operations: security headers, limits, origin check, answers to errors. */
export async function createHttpServer(settings: Settings): Promise<FastifyInstance> {
  const app = Fastify({
    logger: { level: settings.logLevel, serializers: logSerializers },
    bodyLimit: jsonBytesMax,
    genReqId: () => randomUUID(),
    forceCloseConnections: true,
    requestTimeout: requestMsMax,
    trustProxy: settings.proxies.length === 0 ? false : [...settings.proxies],
  });
  await app.register(helmet, {
    enableCSPNonces: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // The kit's style elements carry the page's nonce.
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
      },
    },
    strictTransportSecurity: settings.publicUrl.startsWith('https:'),
    referrerPolicy: { policy: 'same-origin' },
  });
  await app.register(compress, { threshold: 2_000, encodings: ['br', 'gzip'], brotliOptions });
  await app.register(cookie);
  await app.register(multipart, { limits: { files: 20, fields: 20, fieldSize: 100_000 } });
  await app.register(rateLimit, {
    max: callsAMinute,
    timeWindow: '1 minute',
    errorResponseBuilder: tooMany,
    // Files of the bundle are many, cost nothing and are kept by the browser.
    allowList: (request) => !request.url.startsWith('/api/'),
  });
  app.addHook('onRequest', async (request) => refuseForeignOrigin(request, settings));
  app.setErrorHandler(async (error, request, reply) => {
    const refusal = asRefusal(error, request);
    const status = refusalStatus[refusal.code];
    if (status === 500) request.log.error(error);
    return reply
      .status(status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send({
        type: `opora:${refusal.code}`,
        status,
        code: refusal.code,
        title: refusalTexts[languageOf(request)][refusal.code](refusal.facts),
        facts: refusal.facts,
        fields: refusal instanceof InvalidInput ? refusal.fields : [],
      });
  });
  return app;
}

/** Cookies are same-site; this refuses writing requests of other sites even from a browser that ignores that. */
function refuseForeignOrigin(request: FastifyRequest, settings: Settings): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const origin = request.headers.origin;
  const own =
    origin === undefined ||
    origin === settings.publicUrl ||
    origin === `${request.protocol}://${request.host}`;
  if (!own || request.headers['sec-fetch-site'] === 'cross-site') throw new Refusal('origin-refused');
}

function tooMany(_request: FastifyRequest, context: { readonly ttl: number }): Refusal {
  return new Refusal('too-many-requests', { seconds: Math.ceil(context.ttl / 1000) });
}

function asRefusal(error: unknown, request: FastifyRequest): Refusal {
  if (error instanceof Refusal) return error;
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  if (status === 413) return new Refusal('too-large', { megabytes: jsonBytesMax / 1_000_000 });
  if (status === 404) return new Refusal('not-found');
  if (typeof status === 'number' && status >= 400 && status < 500) return new Refusal('input-invalid');
  return new Refusal('internal', { request: request.id });
}

/** The language a person chose (cookie), else the browser's, else Russian. */
export function languageOf(request: FastifyRequest): Language {
  const chosen = request.cookies?.['opora_language'] ?? request.headers['accept-language']?.slice(0, 2);
  return languages.find((language) => language === chosen) ?? 'ru';
}
