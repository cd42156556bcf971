import type { FilledRegion } from '@opora/server/testing/region-at-size.ts';
import type { LoadRequest } from './bench-load.ts';
import type { BenchSession } from './bench-sessions.ts';

type Page = {
  readonly name: string;
  /** How often, beside the others. */
  readonly weight: number;
  /** Null: not for this person. */
  readonly path: (at: number, session: BenchSession, region: FilledRegion) => string | null;
};

const managing = new Set(['administrator', 'regional-coordinator', 'municipal-coordinator']);
const questions = [
  'школа 12',
  'сош берёз',
  'петрова',
  'мбоу сош 33',
  'управление образования',
  'щкола речное',
];

const planOf = (
  at: number,
  { municipality, role }: BenchSession,
  { planIds, regionalPlanId }: FilledRegion,
): string => {
  // A body of the region sees the plans of the region only.
  if (role === 'methodologist') return regionalPlanId;
  const own = municipality === null ? planIds.flat() : planIds[municipality];
  return pick(own ?? [], at) ?? regionalPlanId;
};

const schoolOf = (at: number, session: BenchSession, { municipalities }: FilledRegion): string => {
  if (session.role === 'school-director' || session.role === 'curator') return session.unitId;
  const { schools } = municipalities[session.municipality ?? at % municipalities.length] ?? { schools: [] };
  // A body of the region stands beside the schools and sees its own card.
  return session.role === 'methodologist' ? session.unitId : (pick(schools, at)?.id ?? session.unitId);
};

const isOfLongPlan = ({ municipality, role }: BenchSession): boolean =>
  municipality === 0 || (municipality === null && role !== 'methodologist');

const windowOf = ({ matrixWindows }: FilledRegion, planId: string): string =>
  `/api/plans/${planId}/matrix/cells?${matrixWindows.get(planId) ?? ''}`;

/** What the pages ask the server for. */
const pages: readonly Page[] = [
  { name: 'overview', weight: 12, path: () => '/api/overview' },
  { name: 'plans', weight: 10, path: () => '/api/plans' },
  { name: 'plan', weight: 12, path: (...by) => `/api/plans/${planOf(...by)}` },
  { name: 'rows of a matrix', weight: 3, path: (...by) => `/api/plans/${planOf(...by)}/matrix` },
  { name: 'window of a matrix', weight: 6, path: (...by) => windowOf(by[2], planOf(...by)) },
  { name: 'tasks', weight: 14, path: () => '/api/tasks' },
  { name: 'tree of organisations', weight: 8, path: () => '/api/org-units' },
  { name: 'categories of schools', weight: 6, path: () => '/api/school-categories' },
  { name: 'school', weight: 8, path: (...by) => `/api/org-units/${schoolOf(...by)}/details` },
  {
    name: 'instances of a school',
    weight: 4,
    path: (...by) => `/api/org-units/${schoolOf(...by)}/instances?part=accepted`,
  },
  { name: 'plans of a school', weight: 4, path: (...by) => `/api/org-units/${schoolOf(...by)}/cycle` },
  { name: 'results of a territory', weight: 3, path: () => '/api/results/territory' },
  {
    name: 'results of a school',
    weight: 3,
    path: (...by) => (by[1].role === 'methodologist' ? null : `/api/results/schools/${schoolOf(...by)}`),
  },
  {
    name: 'search',
    weight: 10,
    path: (at) => `/api/search?question=${encodeURIComponent(pick(questions, at) ?? '')}`,
  },
  { name: 'drafts', weight: 4, path: (_, { role }) => (managing.has(role) ? '/api/plans/drafts' : null) },
  { name: 'audit', weight: 4, path: (_, { role }) => (managing.has(role) ? '/api/audit/changes' : null) },
  {
    name: 'plan of 2,000 activities: first part',
    // One of 200 plans: oftener than chance would have it.
    weight: 1,
    path: (_, session, { longPlanId }) => (isOfLongPlan(session) ? `/api/plans/${longPlanId}` : null),
  },
  {
    name: 'plan of 2,000 activities: a next part',
    // As often as the page asks for one after the first.
    weight: 9,
    path: (at, session, { longPlanId, longPlanParts }) =>
      isOfLongPlan(session) ? `/api/plans/${longPlanId}/activities?${pick(longPlanParts, at) ?? ''}` : null,
  },
  {
    name: 'window of a matrix of 2,000',
    weight: 2,
    path: (_, session, region) => (isOfLongPlan(session) ? windowOf(region, region.longPlanId) : null),
  },
];

/** Of ten requests, from whom. */
const senders: readonly BenchSession['role'][] = [
  'school-director',
  'municipal-coordinator',
  'school-director',
  'curator',
  'municipal-coordinator',
  'school-director',
  'regional-coordinator',
  'school-director',
  'municipal-coordinator',
  'methodologist',
];

/** Requests in an order that is the same each time: pages by their weights, from people of all roles. */
export function mixedLoad(
  region: FilledRegion,
  sessions: readonly BenchSession[],
  count: number,
): LoadRequest[] {
  const deck = pages.flatMap((page) => Array.from({ length: page.weight }, () => page));
  const byRole = Map.groupBy(sessions, ({ role }) => role);
  const requests: LoadRequest[] = [];
  for (let at = 0; requests.length < count; at += 1) {
    // 37 and 7 have no divisor in common with the lengths: every page comes from every role.
    const page = pick(deck, at * 37);
    const senderAt = Math.floor(at / deck.length) + at * 7;
    const open = byRole.get(pick(senders, senderAt) ?? 'administrator') ?? sessions;
    const session = open
      .map((_, shift) => pick(open, at + shift))
      .find((one) => one && page?.path(at, one, region));
    const path = session && page?.path(at, session, region);
    if (page && session && path) requests.push({ name: page.name, path, cookie: session.cookie });
  }
  return requests;
}

function pick<T>(list: readonly T[], at: number): T | undefined {
  return list[at % list.length];
}
