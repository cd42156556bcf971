import { sql } from 'kysely';
import { z } from 'zod';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { CampaignSection } from '@opora/domain/indicators/campaign.ts';
import { cellKey } from '@opora/domain/indicators/value-import.ts';
import type { Tx } from '../platform/database.ts';

export type AskingForm = {
  readonly id: string;
  readonly org_unit_id: string;
  readonly asked_count: number;
  readonly sections: readonly CampaignSection[];
  readonly spared: readonly string[];
  /** The school may still fill and send it, now or from its opening day. */
  readonly isOpen: boolean;
};

/** Forms of these schools for the period that are still with them; nobody sends one until the transaction ends. */
export async function holdForms(
  tx: Tx,
  orgUnitIds: readonly string[],
  { period, today }: { readonly period: string; readonly today: CalendarDate },
): Promise<AskingForm[]> {
  await sql`
    select submission.id from submission join campaign on campaign.id = submission.campaign_id
    where campaign.period_code = ${period} and submission.org_unit_id = any(${orgUnitIds}::uuid[])
    order by submission.id for no key update of submission`.execute(tx);
  const rows = await tx
    .selectFrom('submission')
    .innerJoin('campaign', 'campaign.id', 'submission.campaign_id')
    .select(['submission.id', 'submission.org_unit_id', 'submission.asked_count', 'campaign.sections'])
    .select(['submission.spared', 'submission.released_on', 'submission.rounds', 'campaign.state'])
    .select((eb) => eb.fn.coalesce('submission.closed_after', 'campaign.closed_after').as('closed_after'))
    .where('campaign.period_code', '=', period)
    .where('submission.stage', '=', 'school')
    .where('submission.org_unit_id', '=', sql<string>`any(${orgUnitIds}::uuid[])`)
    .execute();
  return rows.map((row) => ({
    ...row,
    sections: z.array(CampaignSection).parse(row.sections),
    isOpen:
      row.released_on === null && (row.rounds > 0 || (row.state === 'open' && row.closed_after >= today)),
  }));
}

/** The open form that asks each cell (`cellKey`) of its school. */
export function openFormOf(forms: readonly AskingForm[]): ReadonlyMap<string, string> {
  return new Map(
    forms
      .filter(({ isOpen }) => isOpen)
      .flatMap(({ id, org_unit_id: orgUnitId, sections, spared }) =>
        sections.flatMap(({ indicators }) =>
          indicators
            .filter(({ code }) => !spared.includes(code))
            .map(({ code }): [string, string] => [cellKey({ orgUnitId, indicator: code }), id]),
        ),
      ),
  );
}

export async function setGivenCounts(
  tx: Tx,
  counts: readonly { readonly id: string; readonly given: number }[],
): Promise<void> {
  await sql`
    update submission set given_count = said.given
    from unnest(${counts.map(({ id }) => id)}::uuid[], ${counts.map(({ given }) => given)}::int[]) as said (id, given)
    where submission.id = said.id and submission.given_count <> said.given`.execute(tx);
}
