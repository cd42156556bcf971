import type { RequirementAnswer, RequirementDecline } from '@opora/domain/cascade/cascade-contract.ts';
import { isSameValue } from '@opora/domain/basics/same-value.ts';
import {
  type BelowProgress,
  isLaterThanAsked,
  lastDayAsked,
  requirementProgress,
  sumBelow,
} from '@opora/domain/cascade/requirement-progress.ts';
import { addressees } from '@opora/domain/cascade/requirement.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Call } from '../platform/mount.ts';
import { listOrgUnits } from '../registry/registry-queries.ts';
import { listSchoolCategories } from '../registry/school-category-queries.ts';
import { countActivities, type KnownAnswer, listAnswersTo } from './answer-queries.ts';
import { listDeclinesOf } from './decline-queries.ts';
import { type KnownRequirement, listRequirementsOfActivities } from './requirement-queries.ts';

/** What those below have said to each requirement, by its id. */
export type Replies = {
  readonly answers: ReadonlyMap<string, RequirementAnswer[]>;
  readonly declines: ReadonlyMap<string, RequirementDecline[]>;
};

type Asked = readonly KnownRequirement[];

/** Of one unit, or of all that the actor sees; each answer with what its own activity asks of those below it. */
export async function listReplies(asked: Asked, unitId: string | null, call: Call): Promise<Replies> {
  const own = await listOwnReplies(asked, unitId, call);
  const activityIds = [...own.answers.values()].flat().flatMap(({ activityId }) => activityId ?? []);
  const below = await countBelow(activityIds, call);
  const answers = [...own.answers].map(
    ([id, rows]) =>
      [id, rows.map((row) => ({ ...row, below: below.get(row.activityId ?? '') ?? null }))] as const,
  );
  return { ...own, answers: new Map(answers) };
}

async function listOwnReplies(asked: Asked, unitId: string | null, call: Call): Promise<Replies> {
  const { tx, actor, now } = call;
  const ids = asked.map(({ id }) => id);
  const answers = await listAnswersTo(tx, ids, unitId);
  const activityIds = answers.flatMap(({ activityId }) => activityId ?? []);
  const counted = await countActivities(tx, actor, activityIds, isoDateIn(now));
  const declines = await listDeclinesOf(tx, ids, unitId);
  const answersOf = Map.groupBy(answers, ({ requirementId }) => requirementId);
  const declinesOf = Map.groupBy(declines, ({ requirementId }) => requirementId);
  const shown = (requirement: KnownRequirement) => {
    const lastAsked = lastDayAsked(requirement, requirement.deadline);
    return (answersOf.get(requirement.id) ?? []).map((answer) => {
      const { lastDay, ...progress } = counted.get(answer.activityId ?? '') ?? nothingCounted;
      const isLater = isLaterThanAsked(lastDay, lastAsked);
      return { ...presentAnswer(answer, requirement), progress, lastDay, isLater, below: null };
    });
  };
  const declined = ({ id, state }: KnownRequirement) =>
    (declinesOf.get(id) ?? []).map((decline) => ({
      id: decline.id,
      unitId: decline.unitId,
      unitName: decline.unitName,
      reason: decline.reason,
      on: isoDateIn(decline.at),
      isOutdated: !isSameValue(decline.seen, state),
    }));
  return {
    answers: new Map(asked.map((requirement) => [requirement.id, shown(requirement)])),
    declines: new Map(asked.map((requirement) => [requirement.id, declined(requirement)])),
  };
}

const nothingCounted = { done: 0, total: 0, late: 0, lastDay: null };

function presentAnswer(answer: KnownAnswer, { state }: KnownRequirement) {
  const { requirementId: _asked, scope: _scope, no, title, seen, ...shown } = answer;
  return {
    ...shown,
    activityName: title === null ? null : nameOf(no ?? '', title),
    seen: isSameValue(seen, state) ? null : seen,
  };
}

export const nameOf = (no: string, title: string): string => (no === '' ? title : `${no} ${title}`);

/** By what the addressees of a requirement are found. */
type Below = Parameters<typeof addressees>[2] & { readonly units: Awaited<ReturnType<typeof listOrgUnits>> };

export async function whoIsBelow({ tx, now }: Call): Promise<Below> {
  const units = await listOrgUnits(tx);
  return { units, today: isoDateIn(now), categories: await listSchoolCategories(tx, null) };
}

type Said = {
  readonly answers: readonly RequirementAnswer[];
  readonly declines: readonly RequirementDecline[];
};

/** How those who are asked stand; a gap is who neither answers nor has declined what is asked now. */
export function standingOf(requirement: KnownRequirement, { answers, declines }: Said, below: Below) {
  const addressed = requirement.state.isCancelled ? [] : addressees(requirement, below.units, below);
  const inForce = Map.groupBy(
    answers.filter(({ activityId }) => activityId !== null),
    ({ unitId }) => unitId,
  );
  const declined = new Set(declines.filter(({ isOutdated }) => !isOutdated).map(({ unitId }) => unitId));
  const progress = requirementProgress(
    addressed.map(({ id }) => id),
    new Map([...inForce].map(([id, rows]) => [id, rows.map((row) => row.progress)])),
  );
  const gaps = addressed
    .filter(({ id }) => !inForce.has(id) && !declined.has(id))
    .map(({ id, shortName }) => ({ unitId: id, name: shortName }));
  return { progress, gaps };
}

/** What each activity asks of those below it, all its requirements together; nothing for one that asks nothing. */
async function countBelow(
  activityIds: readonly string[],
  call: Call,
): Promise<Map<string, BelowProgress | null>> {
  const asked = await listRequirementsOfActivities(call.tx, activityIds);
  const standing = asked.filter(({ state }) => !state.isCancelled);
  if (standing.length === 0) return new Map();
  const replies = await listOwnReplies(standing, null, call);
  const below = await whoIsBelow(call);
  const counted = standing.map((requirement) => {
    const answers = replies.answers.get(requirement.id) ?? [];
    const { progress } = standingOf(requirement, { answers, declines: [] }, below);
    const behind = new Set(answers.filter(({ seen }) => seen !== null).map(({ unitId }) => unitId)).size;
    return { activityId: requirement.activityId, below: { ...progress, behind } };
  });
  const byActivity = Map.groupBy(counted, ({ activityId }) => activityId);
  return new Map([...byActivity].map(([id, rows]) => [id, sumBelow(rows.map((row) => row.below))]));
}
