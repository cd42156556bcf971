import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const deriveKey = promisify(argon2);

type Cost = Pick<Argon2Parameters, 'memory' | 'passes' | 'parallelism'>;

/** OWASP's recommendation for argon2id: 19 MiB, two passes, one lane. Stored with each hash, so that it can be raised later. */
const cost: Cost = { memory: 19_456, passes: 2, parallelism: 1 };
const tagLength = 32;

/** Argon2id in the PHC string format: `$argon2id$v=19$m=…,t=…,p=…$salt$key`. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const key = await deriveKey('argon2id', { ...cost, tagLength, nonce, message: normal(password) });
  return `${prefix(cost)}${base64(nonce)}$${base64(key)}`;
}

/** Takes as long for an account without a password (null) as for a wrong one, so that the time tells nothing. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const stored = parse(hash ?? hashOfNobody);
  const key = await deriveKey('argon2id', {
    ...stored.cost,
    tagLength: stored.key.length,
    nonce: stored.nonce,
    message: normal(password),
  });
  return timingSafeEqual(key, stored.key) && hash !== null;
}

/** True when the hash was made with other parameters than today's. */
export function isOutdated(hash: string): boolean {
  return !hash.startsWith(prefix(cost));
}

const hashOfNobody = `${prefix(cost)}${base64(Buffer.alloc(16))}$${base64(Buffer.alloc(tagLength))}`;

function prefix({ memory, passes, parallelism }: Cost): string {
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$`;
}

function parse(hash: string): { cost: Cost; nonce: Buffer; key: Buffer } {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(hash);
  const [, memory, passes, parallelism, nonce, key] = match ?? [];
  if (nonce === undefined || key === undefined) throw new Error('A stored password hash cannot be read');
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    nonce: Buffer.from(nonce, 'base64'),
    key: Buffer.from(key, 'base64'),
  };
}

/** The same letters may come composed or not, by keyboard and system. */
function normal(password: string): string {
  return password.normalize('NFC');
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
