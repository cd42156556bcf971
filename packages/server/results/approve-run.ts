import { randomUUID } from 'node:crypto';
import { addDays } from '@opora/domain/basics/calendar-date.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { checkPeriod, type SchoolCategory } from '@opora/domain/registry/school-period.ts';
import type { RunAct, RunWithdrawal } from '@opora/domain/results/identification-run.ts';
import type { Db, Tx } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import { findOrgUnit } from '../registry/registry-queries.ts';
import {
  deleteSchoolCategory,
  insertSchoolCategories,
  listCategoriesOfSchools,
  updateSchoolCategory,
} from '../registry/school-category-queries.ts';
import { type EndedCategory, findRun, listEnded, updateRun } from './run-queries.ts';
import { listListedSchools, publishVerdicts } from './verdict-queries.ts';

type Approving = RunAct & { readonly version: number; readonly endEarlier: boolean };

/** The listed schools get the category for the days of the act. One that has it by then is named, or its category ends the day before. */
export async function approveRun(
  runId: string,
  { version, endEarlier, ...act }: Approving,
  { tx, allow }: Call,
): Promise<void> {
  const run = await findRun(tx, runId);
  if (run === undefined) throw new Refusal('not-found');
  allow('identification.manage', run);
  if (run.state !== 'draft') throw new Refusal('identification-not-draft');
  checkPeriod(act, []);
  const schools = await listListedSchools(tx, runId);
  const rivals = await listRivals(
    tx,
    schools.map(({ orgUnitId }) => orgUnitId),
    act,
  );
  const endable = endEarlier ? rivals.filter(({ fromOn }) => fromOn < act.fromOn) : [];
  const kept = rivals.filter((rival) => !endable.includes(rival));
  if (kept.length > 0) throw await overlap(tx, kept);
  const ended: EndedCategory[] = [];
  for (const rival of endable) {
    // oxlint-disable-next-line no-await-in-loop -- one connection, as many as there are schools on a list
    await endCategory(tx, rival, addDays(act.fromOn, -1));
    ended.push({ id: rival.id, untilOn: rival.untilOn });
  }
  const saved = await updateRun(
    tx,
    { id: runId, version },
    {
      state: 'approved',
      act_number: act.actNumber,
      act_on: act.actOn,
      from_on: act.fromOn,
      until_on: act.untilOn,
      ended: JSON.stringify(ended),
    },
  );
  if (!saved) throw new Refusal('changed-meanwhile');
  await publishVerdicts(tx, runId);
  const shared = { ...act, category: 'low-results' as const, identificationRunId: runId, version: 1 };
  await insertSchoolCategories(
    tx,
    schools.map(({ orgUnitId, scope }) => ({
      category: { ...shared, id: randomUUID(), orgUnitId },
      scope,
    })),
  );
}

type Withdrawing = RunWithdrawal & { readonly version: number };

/** From the day on the list gives nobody the category. Withdrawn from its first day it is as if it had not been: what it ended goes on. */
export async function withdrawRun(
  runId: string,
  { version, actNumber, actOn, fromOn }: Withdrawing,
  { tx, allow }: Call,
): Promise<void> {
  const run = await findRun(tx, runId);
  if (run === undefined) throw new Refusal('not-found');
  allow('identification.manage', run);
  if (run.state !== 'approved' || run.act === null) throw new Refusal('identification-not-approved');
  const saved = await updateRun(
    tx,
    { id: runId, version },
    {
      state: 'withdrawn',
      withdrawn_act_number: actNumber,
      withdrawn_act_on: actOn,
      withdrawn_from_on: fromOn,
    },
  );
  if (!saved) throw new Refusal('changed-meanwhile');
  const schools = (await listListedSchools(tx, runId)).map(({ orgUnitId }) => orgUnitId);
  const all = await listCategoriesOfSchools(tx, schools, 'low-results');
  for (const category of all.filter(({ identificationRunId }) => identificationRunId === runId)) {
    if (category.untilOn !== null && category.untilOn < fromOn) continue;
    // oxlint-disable-next-line no-await-in-loop -- one connection, as many as there are schools on a list
    if (category.fromOn >= fromOn) await deleteSchoolCategory(tx, category.id);
    // oxlint-disable-next-line no-await-in-loop -- as above
    else await endCategory(tx, category, addDays(fromOn, -1));
  }
  if (fromOn <= run.act.fromOn) await giveBack(tx, runId, schools, addDays(run.act.fromOn, -1));
}

/** Categories that the approval ended get the days back that they had, unless somebody has changed them or put another in their place. */
async function giveBack(tx: Tx, runId: string, schools: readonly string[], endedOn: string): Promise<void> {
  const ended = new Map((await listEnded(tx, runId)).map(({ id, untilOn }) => [id, untilOn]));
  const all = await listCategoriesOfSchools(tx, schools, 'low-results');
  for (const category of all) {
    const untilOn = ended.get(category.id);
    if (untilOn === undefined || category.untilOn !== endedOn) continue;
    const others = all.filter(({ id, orgUnitId }) => orgUnitId === category.orgUnitId && id !== category.id);
    if (others.some((other) => sharesDay({ ...category, untilOn }, other))) continue;
    // oxlint-disable-next-line no-await-in-loop -- one connection, as many as there are schools on a list
    await endCategory(tx, category, untilOn);
  }
}

type Dated = Pick<SchoolCategory, 'fromOn' | 'untilOn'>;

const sharesDay = (one: Dated, other: Dated): boolean =>
  one.fromOn <= (other.untilOn ?? '9999-12-31') && other.fromOn <= (one.untilOn ?? '9999-12-31');

/** Categories of the schools that share a day with the act's. */
async function listRivals(db: Db, schools: readonly string[], act: Dated): Promise<SchoolCategory[]> {
  const all = await listCategoriesOfSchools(db, schools, 'low-results');
  return all.filter((category) => sharesDay(category, act));
}

async function endCategory(tx: Tx, category: SchoolCategory, untilOn: string | null): Promise<void> {
  const changed = { ...category, untilOn, version: category.version + 1 };
  if (!(await updateSchoolCategory(tx, changed))) throw new Refusal('changed-meanwhile');
}

async function overlap(db: Db, rivals: readonly SchoolCategory[]): Promise<Refusal> {
  const names: string[] = [];
  for (const { orgUnitId } of rivals.slice(0, namedMax)) {
    // oxlint-disable-next-line no-await-in-loop -- a handful
    names.push((await findOrgUnit(db, orgUnitId))?.shortName ?? '');
  }
  return new Refusal('identification-overlaps', { count: rivals.length, names: names.join(', ') });
}

const namedMax = 5;
