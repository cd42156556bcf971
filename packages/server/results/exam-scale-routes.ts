import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { isWithin } from '@opora/domain/basics/actor.ts';
import { scopesWith } from '@opora/domain/basics/can.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import {
  checkScale,
  examScaleContract,
  type ExamScaleFields,
} from '@opora/domain/results/exam-scale-contract.ts';
import { findScale, type ScoreScale } from '@opora/domain/results/score-scale.ts';
import { shippedScales } from '@opora/domain/results/shipped-scales.ts';
import type { Db } from '../platform/database.ts';
import { type Call, mount } from '../platform/mount.ts';
import type { Identify, ServerParts } from '../platform/server-parts.ts';
import { listOrgUnits } from '../registry/registry-queries.ts';
import { holdCounts, listKeysOfGrade } from './exam-part-queries.ts';
import { insertExamScale, listEnteredScales, type ScopedScale } from './exam-scale-queries.ts';
import { remakeCounts } from './remake-counts.ts';

export function mountExamScales(
  app: FastifyInstance,
  means: { parts: ServerParts; identify: Identify },
): void {
  mount(app, means, examScaleContract, {
    listExamScales: async (_input, { tx }) => listScales(tx),
    addExamScale: ({ body }, call) => addScale(call, body),
  });
}

async function listScales(db: Db) {
  const entered = await listEnteredScales(db);
  const names = new Map((await listOrgUnits(db)).map(({ scope, shortName }) => [scope, shortName]));
  return [
    ...shippedScales.map((scale) => ({
      ...scale,
      id: null,
      unitName: null,
      isNewest: !entered.some((own) => replaces(own.scale, scale)),
    })),
    ...entered.map(({ id, scope, scale }) => ({
      ...scale,
      id,
      unitName: names.get(scope) ?? '',
      isNewest: !entered.some((own) => isWithin(scope, own.scope) && replaces(own.scale, scale)),
    })),
  ];
}

const replaces = (one: ScoreScale, other: ScoreScale): boolean =>
  one.version > other.version && isOfSame(one, other);

const isOfSame = (
  one: Pick<ScoreScale, 'procedure' | 'year'>,
  other: Pick<ScoreScale, 'procedure' | 'year'>,
): boolean =>
  one.year === other.year &&
  one.procedure.kind === other.procedure.kind &&
  one.procedure.grade === other.procedure.grade &&
  one.procedure.subject === other.procedure.subject;

async function addScale({ tx, actor, now }: Call, fields: ExamScaleFields) {
  const [scope] = scopesWith(actor, 'results.import');
  if (scope === undefined) throw new Refusal('forbidden');
  checkScale(fields);
  const { procedure, year } = fields;
  const along = (await listEnteredScales(tx)).filter(
    (own: ScopedScale) => isWithin(scope, own.scope) || isWithin(own.scope, scope),
  );
  const known = [...shippedScales, ...along.map(({ scale }) => scale)].filter((scale) =>
    isOfSame(scale, fields),
  );
  const version = 1 + (findScale(known, procedure, year)?.version ?? 0);
  await insertExamScale(tx, {
    id: randomUUID(),
    scope,
    version,
    fields,
    createdBy: actor.personId,
    createdAt: now,
  });
  const keys = await listKeysOfGrade(tx, { scope, year, ...procedure });
  await holdCounts(
    tx,
    keys.map(({ orgUnitId }) => orgUnitId),
  );
  const { changed } = await remakeCounts(tx, keys);
  return { version, remade: changed };
}
