import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import type { WorkerLimits } from './worker-pool.ts';

/** All configuration of the server, read once from the environment. Other files take what they need as arguments. */
export type Settings = {
  readonly host: string;
  readonly port: number;
  /** The address people open, without a slash at the end; https here makes cookies `Secure`. */
  readonly publicUrl: string;
  /** Addresses of proxies (or ranges `10.0.0.0/8`, or `loopback`) that are believed when they say for whom they ask; none by default. */
  readonly proxies: readonly string[];
  /** Owner's connection string of an existing PostgreSQL; null: the embedded one is started in `dataDirectory`. */
  readonly databaseUrl: string | null;
  readonly dataDirectory: string;
  readonly demo: boolean;
  /** Schema that holds the region. */
  readonly region: string;
  /** `smtp://user:password@host:port`; null: no mail is sent and links are shown to the administrator instead. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** From when in the morning reminders are planned and sent, as «HH:MM» of the machine's time zone. */
  readonly remindersAt: string;
  readonly oidc: OidcSettings | null;
  readonly logLevel: string;
  /** Bounds on the threads that read documents. */
  readonly reading: WorkerLimits;
};

export type OidcSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Name on the sign-in button. */
  readonly title: string;
};

/** Throws an `Error` in plain words when a value cannot be used. */
export function readSettings(environment: NodeJS.ProcessEnv, projectDirectory: string): Settings {
  const port = Number(environment['PORT'] ?? 4680);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`PORT: ожидается число от 0 до 65535, задано «${environment['PORT']}».`);
  }
  const host = environment['HOST'] ?? '127.0.0.1';
  const region = environment['OPORA_REGION'] ?? 'region';
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(region)) {
    throw new Error(`OPORA_REGION: допустимы строчные латинские буквы, цифры и «_», задано «${region}».`);
  }
  return {
    host,
    port,
    publicUrl: (environment['OPORA_URL'] ?? `http://${host}:${port}`).replace(/\/+$/, ''),
    proxies: readProxies(environment),
    databaseUrl: environment['DATABASE_URL'] ?? null,
    dataDirectory: resolve(environment['OPORA_DATA'] ?? join(projectDirectory, 'data')),
    demo: environment['OPORA_DEMO'] !== '0',
    region,
    smtpUrl: environment['SMTP_URL'] ?? null,
    mailFrom: environment['MAIL_FROM'] ?? 'opora@localhost',
    remindersAt: timeOfDay(environment, 'REMINDERS_AT', '07:00'),
    oidc: readOidc(environment),
    logLevel: environment['LOG_LEVEL'] ?? 'warn',
    reading: {
      workersMax: positive(environment, 'READING_WORKERS', 2),
      secondsMax: positive(environment, 'READING_SECONDS', 300),
      heapMegabytesMax: positive(environment, 'READING_MEMORY_MB', 1024),
    },
  };
}

function readProxies(environment: NodeJS.ProcessEnv): string[] {
  const proxies = (environment['OPORA_PROXY'] ?? '').split(/[\s,]+/).filter((one) => one !== '');
  const wrong = proxies.find((one) => {
    const [address = '', bits = '0', ...rest] = one.split('/');
    const bitsMax = isIP(address) === 6 ? 128 : 32;
    return one !== 'loopback' && (isIP(address) === 0 || rest.length > 0 || !(Number(bits) <= bitsMax));
  });
  if (wrong === undefined) return proxies;
  throw new Error(
    `OPORA_PROXY: ожидаются адреса через запятую (10.0.0.5, 10.0.0.0/8, loopback), задано «${wrong}».`,
  );
}

function positive(environment: NodeJS.ProcessEnv, name: string, otherwise: number): number {
  const value = Number(environment[name] ?? otherwise);
  if (!(value > 0)) throw new Error(`${name}: ожидается число больше нуля, задано «${environment[name]}».`);
  return value;
}

function timeOfDay(environment: NodeJS.ProcessEnv, name: string, otherwise: string): string {
  const time = environment[name] ?? otherwise;
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time))
    throw new Error(`${name}: ожидается время «07:00», задано «${time}».`);
  return time;
}

function readOidc(environment: NodeJS.ProcessEnv): OidcSettings | null {
  const issuer = environment['OIDC_ISSUER'];
  const clientId = environment['OIDC_CLIENT_ID'];
  if (issuer === undefined || clientId === undefined) return null;
  return {
    issuer,
    clientId,
    clientSecret: environment['OIDC_CLIENT_SECRET'] ?? '',
    title: environment['OIDC_TITLE'] ?? 'OpenID Connect',
  };
}
