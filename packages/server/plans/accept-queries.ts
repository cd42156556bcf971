import { sql } from 'kysely';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import type { Db } from '../platform/database.ts';
import { tallied, type TallySight } from './tally-queries.ts';

/** Who decides on what was submitted. */
export type Accepting = {
  readonly personId: string;
  /** Nodes below which she accepts. */
  readonly scopes: readonly string[];
  readonly sight: TallySight;
  /** Who is asked before her: the municipality and the curator of a school before the region. */
  readonly nearer: readonly NearerAcceptor[];
};

type NearerAcceptor = { readonly scope: string; readonly personId: string };

/** Municipal coordinators and curators of today below the nodes. */
export async function findNearerAcceptors(
  db: Db,
  scopes: readonly string[],
  today: CalendarDate,
): Promise<NearerAcceptor[]> {
  if (scopes.length === 0) return [];
  const own = sql`${scopes}::public.ltree[]`;
  const rows = await db
    .selectFrom('role_assignment')
    .select(['scope', 'person_id'])
    .where('role', 'in', ['municipal-coordinator', 'curator'])
    .where(sql<boolean>`scope <@ any(${own}) and scope <> all(${own})`)
    .where('from_on', '<=', today)
    .where((eb) => eb.or([eb('until_on', 'is', null), eb('until_on', '>=', today)]))
    .execute();
  return rows.map((row) => ({ scope: row.scope, personId: row.person_id }));
}

type Reader = Pick<Db, 'selectFrom'>;

/** Submitted instances below her nodes of which nobody nearer is asked. */
export function toAccept(db: Reader, accepting: Accepting) {
  const covered = sql`${topmost(accepting.nearer.map(({ scope }) => scope))}::public.ltree[]`;
  const terms = submittedTerms(db, accepting.sight)
    // Whole territories are left out here, before their instances are read; nearly all are equal to a node, which a hash tells at once.
    .where(sql<boolean>`not (counted.scope = any(${covered}) or counted.scope <@ any(${covered}))`);
  return submitted(db, accepting.personId)
    .innerJoin(terms.as('term'), 'term.activity_id', 'instance.activity_id')
    .where(isHersToAccept(accepting));
}

/** Submitted instances of the plans, of which the person has submitted none. */
export function submittedOfPlans(db: Reader, personId: string, plans: TallySight) {
  const terms = submittedTerms(db, plans);
  return submitted(db, personId).innerJoin(terms.as('term'), 'term.activity_id', 'instance.activity_id');
}

const submittedTerms = (db: Reader, sight: TallySight) =>
  db
    .selectFrom(tallied(db, sight).as('counted'))
    .select('counted.activity_id')
    .distinct()
    .where('counted.submitted', '>', sql.lit(0));

/** Without the nodes that stand below another of them. */
function topmost(scopes: readonly string[]): string[] {
  const known = new Set(scopes);
  return [...known].filter((scope) => {
    for (let dot = scope.lastIndexOf('.'); dot > 0; dot = scope.lastIndexOf('.', dot - 1))
      if (known.has(scope.slice(0, dot))) return false;
    return true;
  });
}

/** What a nearer acceptor has submitted herself: she may not accept it. */
export function submittedByNearer(db: Reader, accepting: Accepting) {
  const people = [...new Set(accepting.nearer.map(({ personId }) => personId))];
  return submitted(db, accepting.personId)
    .where('submitted_by_id', '=', sql<string>`any(${people}::uuid[])`)
    .where(isHersToAccept(accepting));
}

const submitted = (db: Reader, personId: string) =>
  db
    .selectFrom('instance')
    .where('instance.state', '=', sql.lit('submitted'))
    .where('submitted_by_id', '!=', personId);

const isHersToAccept = ({ scopes, nearer }: Accepting) =>
  sql<boolean>`(instance.scope <@ any(${scopes}::public.ltree[]) and not exists (
    select from unnest(
      ${nearer.map(({ scope }) => scope)}::public.ltree[], ${nearer.map(({ personId }) => personId)}::uuid[]
    ) as nearer (scope, person_id)
    where nearer.scope @> instance.scope and nearer.person_id <> instance.submitted_by_id
  ))`;
