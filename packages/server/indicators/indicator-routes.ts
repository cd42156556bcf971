import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { scopesWith } from '@opora/domain/basics/can.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import {
  indicatorContract,
  type IndicatorFields,
  type ListedIndicator,
} from '@opora/domain/indicators/indicator-contract.ts';
import { refuseDefinition } from '@opora/domain/indicators/indicator-fault.ts';
import type { Indicator, IndicatorVersion } from '@opora/domain/indicators/indicator.ts';
import {
  compareIndicators,
  currentIndicators,
  shippedIndicators,
} from '@opora/domain/indicators/shipped-indicators.ts';
import type { Db } from '../platform/database.ts';
import { type Call, type Means, mount } from '../platform/mount.ts';
import { entryOf, withWholeRegion } from '../platform/transaction.ts';
import {
  findOfficeAt,
  findOwnDefinition,
  insertDefinition,
  listOwnDefinitions,
  nextOfficeNumber,
} from './indicator-queries.ts';

export function mountIndicators(app: FastifyInstance, means: Means): void {
  mount(app, means, indicatorContract, {
    listIndicators: (_, { tx }) => listAll(tx),
    addIndicator: ({ body }, call) => addIndicator(body, call),
    addIndicatorVersion: async ({ params, body }, call) => {
      const known = await findOwnDefinition(call.tx, params.indicatorCode);
      if (known === undefined) throw new Refusal('not-found');
      call.allow('indicators.manage', known);
      if (known.indicator.version !== body.version) throw new Refusal('changed-meanwhile');
      const next = { ...body.fields, code: params.indicatorCode, version: body.version + 1 };
      return keep(next, known.scope, call);
    },
  });
}

async function listAll(db: Db): Promise<ListedIndicator[]> {
  const own = await listOwnDefinitions(db);
  const all = [...shippedIndicators.map((indicator) => ({ indicator, unitName: null, scope: null })), ...own];
  const current = new Set(currentIndicators(all.map(({ indicator }) => indicator)));
  return all
    .toSorted((one, other) => compareIndicators(one.indicator, other.indicator))
    .map(({ indicator, unitName, scope }) => ({
      ...indicator,
      unitName,
      scope,
      isCurrent: current.has(indicator),
    }));
}

async function addIndicator(fields: IndicatorFields, call: Call): Promise<IndicatorVersion> {
  const { tx, actor, parts } = call;
  const [scope] = scopesWith(actor, 'indicators.manage');
  if (scope === undefined) throw new Refusal('forbidden');
  // Offices do not see each other's codes, and a code means one thing in the whole region.
  const number = await withWholeRegion(tx, parts.database, entryOf(actor), nextOfficeNumber);
  return keep({ ...fields, code: `Z${String(number).padStart(2, '0')}`, version: 1 }, scope, call);
}

async function keep(
  indicator: Indicator,
  scope: string,
  { tx, actor, now }: Call,
): Promise<IndicatorVersion> {
  const own = (await listOwnDefinitions(tx)).map((one) => one.indicator);
  const known = new Map(currentIndicators([...shippedIndicators, ...own]).map((one) => [one.code, one]));
  refuseDefinition(indicator, known);
  const orgUnitId = await findOfficeAt(tx, scope);
  if (orgUnitId === undefined) throw new Refusal('not-found');
  const isNew = await insertDefinition(tx, {
    id: randomUUID(),
    orgUnitId,
    scope,
    indicator,
    personId: actor.personId,
    at: now,
  });
  if (!isNew) throw new Refusal('changed-meanwhile');
  return { code: indicator.code, version: indicator.version };
}
