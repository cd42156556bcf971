import type { FastifyInstance } from 'fastify';
import { auditContract, auditPageSize } from '@opora/domain/accounts/audit-contract.ts';
import { scopesWith } from '@opora/domain/basics/can.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { mount } from '../platform/mount.ts';
import type { Identify, ServerParts } from '../platform/server-parts.ts';
import { listAuditors, listChanges, listSignIns } from './audit-queries.ts';

export function mountAudit(app: FastifyInstance, means: { parts: ServerParts; identify: Identify }): void {
  mount(app, means, auditContract, {
    listChanges: async ({ query: { after, ...query } }, { tx, actor }) => {
      const scopes = scopesWith(actor, 'audit.read');
      const place = { scopes, after: readCursor(after, /^\d{1,18}$/), max: auditPageSize + 1 };
      return page(await listChanges(tx, { ...query, ...place }));
    },
    listSignIns: async ({ query: { after, ...query } }, { tx, actor }) => {
      const scopes = scopesWith(actor, 'audit.read');
      const place = { scopes, after: readCursor(after, /^[\da-f-]{36}$/), max: auditPageSize + 1 };
      return page(await listSignIns(tx, { ...query, ...place }));
    },
    listAuditors: (_input, { tx, actor }) => listAuditors(tx, scopesWith(actor, 'audit.read')),
  });
}

/** One entry more than a page was asked for: it tells whether there is a next page. */
function page<E extends { readonly cursor: string }>(entries: readonly E[]) {
  const shown = entries.slice(0, auditPageSize);
  return { entries: shown, next: entries.length > auditPageSize ? (shown.at(-1)?.cursor ?? null) : null };
}

function readCursor(text: string | undefined, id: RegExp): readonly [string, string] | null {
  if (text === undefined) return null;
  const [at = '', rowId = ''] = text.split(' ');
  if (!/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(at) || Number.isNaN(Date.parse(at)) || !id.test(rowId)) {
    throw new Refusal('input-invalid');
  }
  return [at, rowId];
}
