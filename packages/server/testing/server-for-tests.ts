import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { inject } from 'vitest';
import { createApp } from '../app.ts';
import { applicationUrl, openDatabase } from '../platform/database.ts';
import { openFileStore } from '../platform/file-store.ts';
import { openMailer } from '../platform/mailer.ts';
import type { ServerParts } from '../platform/server-parts.ts';
import { readSettings } from '../platform/settings.ts';
import { asOwner } from './database-for-tests.ts';

export type TestServer = {
  readonly app: FastifyInstance;
  readonly parts: ServerParts;
  readonly ownerUrl: string;
  /** Sends a request as the holder of the cookie (or nobody) and gives status and parsed body. */
  send(method: NonNullable<InjectOptions['method']>, path: string, options?: SendOptions): Promise<Answer>;
  setNow(now: Date): void;
  /** Holds the files. */
  readonly directory: string;
  /** Stops serving and keeps what it holds, so that other servers can start with the same. */
  rest(): Promise<void>;
  close(): Promise<void>;
};

export type SendOptions = {
  readonly as?: string;
  readonly body?: object;
  /** Sent as a multipart form instead of `body`. */
  readonly form?: FormData;
  readonly headers?: Record<string, string>;
};
export type Answer = {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests read fields of every operation's answer
  readonly body: any;
  readonly headers: Record<string, unknown>;
};

/**
 * The real application over a fresh copy of the migrated database, or of what the server `like` holds, which is at rest. The clock stands
 * still until a test moves it.
 */
export async function startTestServer(
  environment: Record<string, string> = {},
  like?: TestServer,
): Promise<TestServer> {
  const ownerUrl = new URL(like?.ownerUrl ?? inject('templateUrl'));
  const template = ownerUrl.pathname.slice(1);
  const name = `opora_test_${randomBytes(6).toString('hex')}`;
  const adminUrl = new URL(ownerUrl);
  adminUrl.pathname = '/postgres';
  await copyDatabase(adminUrl.toString(), name, template);
  ownerUrl.pathname = `/${name}`;
  const directory = mkdtempSync(join(tmpdir(), 'opora-files-'));
  if (like !== undefined) cpSync(like.directory, directory, { recursive: true });
  let now = new Date('2026-03-02T09:00:00+03:00');
  const settings = readSettings({ OPORA_DATA: directory, LOG_LEVEL: 'silent', ...environment }, directory);
  const parts: ServerParts = {
    settings,
    database: openDatabase(applicationUrl(ownerUrl.toString()), 'region', { connectionsMax: 5 }),
    files: openFileStore(join(directory, 'files')),
    sendMail: openMailer(settings),
    clock: () => now,
  };
  const app = await createApp(parts);
  let isAtRest = false;
  const rest = async () => {
    if (isAtRest) return;
    isAtRest = true;
    await app.close();
    await parts.database.close();
  };
  return {
    app,
    parts,
    ownerUrl: ownerUrl.toString(),
    setNow: (instant) => {
      now = instant;
    },
    send: async (method, path, options = {}) => {
      const form = options.form === undefined ? undefined : await encodeForm(options.form);
      const payload = form?.bytes ?? options.body;
      const response = await app.inject({
        method,
        url: path,
        headers: {
          ...options.headers,
          ...form?.headers,
          ...(options.as === undefined ? {} : { cookie: options.as }),
        },
        ...(payload === undefined ? {} : { payload }),
      });
      const isJson = String(response.headers['content-type']).includes('json');
      return {
        status: response.statusCode,
        body: isJson ? response.json() : response.body,
        headers: response.headers,
      };
    },
    directory,
    rest,
    close: async () => {
      await rest();
      await asOwner(adminUrl.toString(), `drop database if exists ${name} with (force)`);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function encodeForm(form: FormData): Promise<{ bytes: Buffer; headers: Record<string, string> }> {
  const encoded = new Response(form);
  const type = encoded.headers.get('content-type') ?? '';
  return { bytes: Buffer.from(await encoded.arrayBuffer()), headers: { 'content-type': type } };
}

/** Two test files may copy at once, and a template in use cannot be copied: PostgreSQL then says 55006 and the copy is tried again. */
async function copyDatabase(adminUrl: string, name: string, template: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await asOwner(adminUrl, `create database ${name} template ${template} strategy file_copy`);
      return;
    } catch (error) {
      if (attempt === 50 || !(error instanceof Error && 'code' in error && error.code === '55006'))
        throw error;
      await new Promise((wake) => setTimeout(wake, 100));
    }
  }
}
