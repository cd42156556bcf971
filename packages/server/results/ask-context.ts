import { isWithin } from '@opora/domain/basics/actor.ts';
import { can } from '@opora/domain/basics/can.ts';
import { schoolYear } from '@opora/domain/basics/school-calendar.ts';
import { isOpen, type OrgUnit } from '@opora/domain/registry/org-unit.ts';
import type {
  ContextAnswer,
  ContextQuestion,
  ContextSet,
  ContextWeights,
} from '@opora/domain/results/context-contract.ts';
import {
  contextView,
  type ContextView,
  indexDistribution,
  type Weight,
} from '@opora/domain/results/context-view.ts';
import { settlementKind } from '@opora/domain/results/settlement-kind.ts';
import { expectedSigns, passportCodes } from '@opora/domain/results/social-passport.ts';
import type { Db } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import { entryOf, withWholeRegion } from '../platform/transaction.ts';
import { listOrgUnits } from '../registry/registry-queries.ts';
import { listWeightSets } from './context-queries.ts';
import { ownSchools } from './own-schools.ts';
import { listPassportValues } from './passport-queries.ts';

export type AskedContext = {
  readonly isAbove: boolean;
  /** What was asked, or for a school the question of the office above it. */
  readonly question: ContextQuestion;
  /** Schools of the set, whoever may see them. */
  readonly schools: readonly OrgUnit[];
  readonly view: ContextView;
  /** May the person be told of this school by name? */
  readonly isShown: (orgUnitId: string) => boolean;
};

type AskingCall = Pick<Call, 'tx' | 'actor' | 'parts'>;

/**
 * The index of the set that was asked for. Who stands in a school and nowhere above gets the whole region by the weights in force, of which she is shown only
 * her own schools: with a set or weights of her own choice a distribution without names would tell of others.
 */
export async function askContext(call: AskingCall, asked: ContextQuestion): Promise<AskedContext> {
  const { tx, actor, parts } = call;
  const seen = await listOrgUnits(tx);
  const isOwn = ownSchools(actor, seen);
  const isAbove = actor.grants.some((grant) => can(actor, 'results.read', grant) && !isOwn(grant));
  const weights = isAbove ? asked.weights : await weightsInForce(tx);
  const question: ContextQuestion = isAbove ? asked : { ...asked, set: { kind: 'all' }, weights };
  const look = async (db: Db) => ({
    units: await listOrgUnits(db),
    values: await listPassportValues(db, asked.schoolYear),
  });
  const { units, values } = isAbove
    ? await look(tx)
    : await withWholeRegion(tx, parts.database, entryOf(actor), look);
  const mayRead = (unit: OrgUnit): boolean => !isAbove || can(actor, 'results.read', unit);
  const bySchool = Map.groupBy(values, ({ orgUnitId }) => orgUnitId);
  const inYear = schoolYear(asked.schoolYear);
  const schools = schoolsOf(question.set, units).filter(
    (unit) =>
      mayRead(unit) &&
      (isOpen(unit, inYear.start) || isOpen(unit, inYear.end)) &&
      // A branch has no passport of its own as a rule; one that has is a school of the set.
      (unit.kind === 'school' || bySchool.has(unit.id)),
  );
  const view = contextView(
    schools.map((unit) => ({
      orgUnitId: unit.id,
      values: bySchool.get(unit.id) ?? [],
      isOwn: isOwn(unit),
    })),
    weightList(weights),
    asked.hardestShare,
  );
  const shown = new Set(schools.filter((unit) => can(actor, 'results.read', unit)).map(({ id }) => id));
  return { isAbove, question, schools, view, isShown: (id) => shown.has(id) };
}

export async function answerContext(call: AskingCall, asked: ContextQuestion): Promise<ContextAnswer> {
  const { isAbove, question, schools, view, isShown } = await askContext(call, asked);
  const shown = <T extends { readonly orgUnitId: string }>(rows: readonly T[]): T[] =>
    rows.filter(({ orgUnitId }) => isShown(orgUnitId));
  return {
    isAbove,
    schoolCount: schools.length,
    indexed: shown(view.indexed).map(({ contributions, ...one }) => ({
      ...one,
      contributions: [...contributions],
    })),
    incomplete: shown(view.incomplete).map(({ orgUnitId, missing }) => ({
      orgUnitId,
      missing: [...missing],
    })),
    ranks: shown(view.ranks).map(({ orgUnitId, ranks }) => ({ orgUnitId, ranks: [...ranks] })),
    distribution: view.indexed.length === 0 ? [] : indexDistribution(view.indexed.map(({ index }) => index)),
    hardest: view.hardest.filter(isShown),
    weights: question.weights,
  };
}

/** The latest that an office above has kept; where none has, each variable by its expected sign. */
async function weightsInForce(db: Db): Promise<ContextWeights> {
  const [latest] = await listWeightSets(db);
  return latest?.weights ?? expectedSigns;
}

function weightList(weights: ContextWeights): Weight[] {
  return passportCodes.map((code) => ({ code, weight: weights[code] ?? 0 }));
}

function schoolsOf(set: ContextSet, units: readonly OrgUnit[]): OrgUnit[] {
  const schools = units.filter(({ kind }) => kind === 'school' || kind === 'branch');
  switch (set.kind) {
    case 'all':
      return schools;
    case 'territory': {
      const territory = units.find(({ id }) => id === set.orgUnitId);
      return territory === undefined ? [] : schools.filter(({ scope }) => isWithin(scope, territory.scope));
    }
    case 'settlement':
      return schools.filter(({ settlement }) => settlementKind(settlement) === set.settlement);
    case 'chosen': {
      const chosen = new Set(set.orgUnitIds);
      return schools.filter(({ id }) => chosen.has(id));
    }
  }
}
