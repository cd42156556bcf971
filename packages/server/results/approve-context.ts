import { randomUUID } from 'node:crypto';
import { isWithin } from '@opora/domain/basics/actor.ts';
import { scopesWith } from '@opora/domain/basics/can.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { checkPeriod } from '@opora/domain/registry/school-period.ts';
import type { ContextQuestion } from '@opora/domain/results/context-contract.ts';
import type { RunAct } from '@opora/domain/results/identification-run.ts';
import type { Call } from '../platform/mount.ts';
import {
  deleteSchoolCategory,
  insertSchoolCategory,
  listCategoriesOfSchools,
} from '../registry/school-category-queries.ts';
import { askContext } from './ask-context.ts';
import { findApproval, insertApproval, markApprovalUndone } from './context-queries.ts';

const category = 'difficult-conditions';

type Approving = RunAct & { readonly question: ContextQuestion; readonly orgUnitIds: readonly string[] };

/** The chosen schools get the category for the days of the act; the index they were chosen by is kept with it. Which of them the rank proposed is a person's to overrule. */
export async function approveContext(
  call: Call,
  { question, orgUnitIds, ...act }: Approving,
): Promise<{ approvalId: string }> {
  const { tx, actor, allow, now } = call;
  checkPeriod(act, []);
  const { view, schools } = await askContext(call, question);
  const chosen = schools.filter(({ id }) => orgUnitIds.includes(id));
  if (chosen.length !== new Set(orgUnitIds).size) throw new Refusal('not-found');
  for (const school of chosen) allow('identification.manage', school);
  const scope = scopesWith(actor, 'identification.manage').find((node) =>
    chosen.every((school) => isWithin(school.scope, node)),
  );
  if (scope === undefined) throw new Refusal('forbidden');
  const ids = chosen.map(({ id }) => id);
  const known = Map.groupBy(await listCategoriesOfSchools(tx, ids, category), ({ orgUnitId }) => orgUnitId);
  for (const id of ids) checkPeriod(act, known.get(id) ?? []);
  const changes = chosen.map(({ id }) => ({ categoryId: randomUUID(), orgUnitId: id }));
  for (const { id: orgUnitId, scope: at } of chosen) {
    const id = changes.find((change) => change.orgUnitId === orgUnitId)?.categoryId ?? randomUUID();
    const given = { ...act, id, orgUnitId, category, identificationRunId: null, version: 1 } as const;
    // oxlint-disable-next-line no-await-in-loop -- one connection, as many as an act names
    await insertSchoolCategory(tx, given, at);
  }
  const approvalId = randomUUID();
  const ranks = view.indexed.filter(({ orgUnitId }) => orgUnitIds.includes(orgUnitId));
  const basis = {
    question,
    schoolCount: schools.length,
    proposed: view.hardest,
    ranks: ranks.map(({ orgUnitId, index, rank }) => ({ orgUnitId, index, rank })),
  };
  const approval = { ...act, id: approvalId, scope, changes, basis };
  await insertApproval(tx, approval, { personId: actor.personId, at: now });
  return { approvalId };
}

/** Takes the categories away that the act gave. Refused when one of them was changed or removed since: that is somebody's later decision. */
export async function undoContextApproval({ tx, allow, now }: Call, id: string): Promise<void> {
  const approval = await findApproval(tx, id);
  if (approval === undefined) throw new Refusal('not-found');
  allow('identification.manage', approval);
  const made = new Set(approval.changes.map(({ categoryId }) => categoryId));
  const all = await listCategoriesOfSchools(tx, approval.orgUnitIds, category);
  const still = all.filter((one) => made.has(one.id) && one.version === 1);
  if (still.length < made.size) throw new Refusal('changed-meanwhile');
  if (!(await markApprovalUndone(tx, id, now))) throw new Refusal('changed-meanwhile');
  for (const one of still) {
    // oxlint-disable-next-line no-await-in-loop -- one connection, as many as an act names
    await deleteSchoolCategory(tx, one.id);
  }
}
