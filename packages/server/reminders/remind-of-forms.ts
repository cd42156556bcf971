import { sql } from 'kysely';
import { z } from 'zod';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { askedLevels, campaignStates, submissionStages } from '@opora/domain/indicators/campaign.ts';
import { lockedFor, municipalityAbove } from '@opora/domain/indicators/submission-moves.ts';
import { isOpen } from '@opora/domain/registry/org-unit.ts';
import type { Audience } from '@opora/domain/reminders/audience.ts';
import { formReminders, type RemindedForm } from '@opora/domain/reminders/form-reminders.ts';
import type { UnitDuty } from '@opora/domain/reminders/duties.ts';
import type { FormLine } from '@opora/domain/reminders/reminder.ts';
import { listMunicipalityScopes } from '../indicators/submission-queries.ts';
import type { Db } from '../platform/database.ts';

type FormAsk = {
  readonly today: CalendarDate;
  readonly audience: Audience;
  readonly unitDuties: readonly UnitDuty[];
  /** The instant of the reminding before a profile's, by its number. */
  readonly previousAt: readonly Date[];
};

/** What each person is told today of forms of collections. */
export async function listFormReminders(
  db: Db,
  { today, audience, unitDuties, previousAt }: FormAsk,
): Promise<ReadonlyMap<string, readonly FormLine[]>> {
  const { profiles, reminded, holders } = audience;
  const since = previousAt.reduce((first, at) => (at < first ? at : first), new Date(`${today}T00:00:00`));
  const forms = await listRemindedForms(db, today, since);
  if (forms.length === 0) return new Map();
  const ofUnit = Map.groupBy(unitDuties, ({ unitId }) => unitId);
  const told = await listToldOpened(db, [...new Set(profiles.map(({ window }) => window.previous))]);
  return formReminders(forms, {
    today,
    speakersOf: new Map([...ofUnit].map(([id, duties]) => [id, duties.map(({ personId }) => personId)])),
    holders,
    windowOf: (personId) => {
      const profile = profiles[reminded.get(personId) ?? -1];
      const at = previousAt[profile?.number ?? -1];
      return profile === undefined || at === undefined
        ? null
        : { ...profile.window, dueSoon: profile.dueSoon, previousAt: at };
    },
    wasToldOpened: (personId, campaignId) => told.has(`${personId} ${campaignId}`),
  });
}

/** Forms with a school or an office, and those accepted for good since the instant. */
async function listRemindedForms(db: Db, today: CalendarDate, since: Date): Promise<RemindedForm[]> {
  const municipalities = await listMunicipalityScopes(db);
  const { rows } = await sql<FormRow>`
    select form.id, form.campaign_id, campaign.title, campaign.asks, form.org_unit_id, school.short_name, form.scope::text as scope,
      form.stage, form.rounds, form.held_by, form.released_on, form.assigned_on, campaign.state, campaign.opens_on,
      coalesce(form.late_after, campaign.late_after) as late_after,
      coalesce(form.closed_after, campaign.closed_after) as closed_after,
      school.opened_on, school.closed_on, moved.at as moved_at
    from submission as form
    join campaign on campaign.id = form.campaign_id and campaign.state <> 'draft' and campaign.opens_on <= ${today}::date
    join org_unit as school on school.id = form.org_unit_id
    left join (
      select submission_id, max(made_at) as at from submission_step where move in ('send', 'return', 'accept')
      group by submission_id
    ) as moved on moved.submission_id = form.id
    where (form.released_on is null or form.released_on > ${today}::date)
      and (form.stage <> 'approved' or moved.at >= ${since}::timestamptz)
    order by campaign.title, form.campaign_id, school.short_name, form.id`.execute(db);
  return rows.map((row) => presentForm(FormRow.parse(row), { today, municipalities }));
}

const FormRow = z.object({
  id: z.string(),
  campaign_id: z.string(),
  title: z.string(),
  asks: z.enum(askedLevels),
  org_unit_id: z.string(),
  short_name: z.string(),
  scope: z.string(),
  stage: z.enum(submissionStages),
  rounds: z.number(),
  held_by: z.string().nullable(),
  released_on: z.string().nullable(),
  assigned_on: z.string(),
  state: z.enum(campaignStates),
  opens_on: z.string(),
  late_after: z.string(),
  closed_after: z.string(),
  opened_on: z.string().nullable(),
  closed_on: z.string().nullable(),
  moved_at: z.date().nullable(),
});
type FormRow = z.infer<typeof FormRow>;

function presentForm(
  row: FormRow,
  { today, municipalities }: { readonly today: CalendarDate; readonly municipalities: readonly string[] },
): RemindedForm {
  const { stage, rounds } = row;
  const lock = lockedFor(
    {
      stage,
      rounds,
      releasedOn: row.released_on,
      campaignState: row.state,
      opensOn: row.opens_on,
      closedAfter: row.closed_after,
    },
    today,
  );
  const isSchoolOpen = isOpen({ openedOn: row.opened_on, closedOn: row.closed_on }, today);
  return {
    submissionId: row.id,
    campaignId: row.campaign_id,
    title: row.title,
    asks: row.asks,
    orgUnitId: row.org_unit_id,
    schoolName: row.short_name,
    scope: row.scope,
    municipality: municipalityAbove(row.scope, municipalities),
    stage,
    isReturned: stage === 'school' && rounds > 0,
    isLocked: lock !== null || !isSchoolOpen,
    heldBy: row.held_by,
    assignedOn: row.assigned_on,
    lateAfter: row.late_after,
    closedAfter: row.closed_after,
    movedAt: row.moved_at,
  };
}

/** «person campaign» of those who read on one of the days that it is open. */
async function listToldOpened(db: Db, days: readonly CalendarDate[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ told: string }>`
    select person_id || ' ' || (line ->> 'campaignId') as told
    from digest, jsonb_array_elements(content -> 'lines') as line
    where day = any(${days}::date[]) and line ->> 'kind' = 'opened'`.execute(db);
  return new Set(rows.map(({ told }) => told));
}
