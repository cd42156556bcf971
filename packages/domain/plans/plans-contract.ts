import { z } from 'zod';
import { contract } from '../basics/contract.ts';
import {
  ActivityFields,
  HistoryEntry,
  MatrixCell,
  MatrixWindow,
  matrixWindowMax,
} from './activity-fields.ts';
import { PartyChoice, PartyOption } from './party-choice.ts';
import { TerritoryCalendar } from '../registry/territory-calendar.ts';
import { CalendarEffect } from './calendar-effect.ts';
import { IndicatorCode } from '../indicators/indicator.ts';
import { PartEnd, PlanBeginning, PlanFields, PlanPart, planPartMax, PlanSummary } from './plan.ts';
import { PlanDraft } from './plan-draft.ts';

const PlanId = z.object({ planId: z.uuid() });
const ActivityId = z.object({ activityId: z.uuid() });
const OrgUnitId = z.object({ orgUnitId: z.uuid() });
const Version = z.object({ version: z.number().int() });
const PlanTitles = PlanFields.pick({ title: true, annexTitle: true });
const Changed = z.object({ activityId: z.uuid() });

export const plansContract = contract({
  listPlans: {
    method: 'GET',
    path: '/plans',
    summary: 'Plans that concern the person, the newest act first, with progress',
    permission: { who: 'role', action: 'plans.read' },
    output: z.array(PlanSummary),
  },
  createPlan: {
    method: 'POST',
    path: '/plans',
    summary: 'Put a reviewed plan in force: its activities become dated instances',
    permission: { who: 'role-on-thing', action: 'plans.manage' },
    body: PlanDraft,
    output: z.object({ planId: z.uuid() }),
  },
  getPlan: {
    method: 'GET',
    path: '/plans/:planId',
    summary: `A plan: sections, participants, warnings, and its first ${planPartMax} activities with parties, expected results, terms and their states`,
    permission: { who: 'role-on-thing', action: 'plans.read' },
    params: PlanId,
    output: PlanBeginning,
  },
  listPlanActivities: {
    method: 'GET',
    path: '/plans/:planId/activities',
    summary: `The ${planPartMax} activities of a plan that follow the one named, in the order of the plan`,
    permission: { who: 'role-on-thing', action: 'plans.read' },
    params: PlanId,
    query: PartEnd,
    output: PlanPart,
  },
  changePlanTitles: {
    method: 'PUT',
    path: '/plans/:planId/titles',
    summary: 'Mend the title of the act and that of the annex',
    permission: { who: 'role-on-thing', action: 'plans.manage' },
    params: PlanId,
    body: PlanTitles.extend({ version: z.number().int() }),
    output: z.object({ planId: z.uuid() }),
  },
  getPlanLastChange: {
    method: 'GET',
    path: '/plans/:planId/last-change',
    summary: 'Who changed the head of a plan last; null when nobody has',
    permission: { who: 'role-on-thing', action: 'plans.manage' },
    params: PlanId,
    output: z.object({ by: z.string().nullable(), at: z.iso.datetime() }).nullable(),
  },
  getPlanMatrix: {
    method: 'GET',
    path: '/plans/:planId/matrix',
    summary:
      'Activities that schools carry out each by itself: those of which the person may see an instance',
    permission: { who: 'role-on-thing', action: 'plans.read' },
    params: PlanId,
    output: z.object({ activityIds: z.array(z.uuid()) }),
  },
  listMatrixCells: {
    method: 'GET',
    path: '/plans/:planId/matrix/cells',
    summary: `Activities by school: what was done where, of ${matrixWindowMax} of each at most, as far as the person may see`,
    permission: { who: 'role-on-thing', action: 'plans.read' },
    params: PlanId,
    query: MatrixWindow,
    output: z.array(MatrixCell),
  },
  getPlanCalendar: {
    method: 'GET',
    path: '/plans/:planId/calendar',
    summary: 'The calendar by which the terms of the plan are reckoned',
    permission: { who: 'role-on-thing', action: 'plans.read' },
    params: PlanId,
    output: TerritoryCalendar,
  },
  listCalendarEffects: {
    method: 'GET',
    path: '/calendars/:orgUnitId/effects',
    summary: 'Activities at or below a node whose open terms its calendar moves',
    permission: { who: 'role-on-thing', action: 'plans.manage' },
    params: OrgUnitId,
    output: z.array(CalendarEffect),
  },
  followCalendar: {
    method: 'POST',
    path: '/calendars/:orgUnitId/effects',
    summary: 'Let the open terms of the chosen activities follow the calendar; what was accepted stays',
    permission: { who: 'role-on-thing', action: 'plans.manage' },
    params: OrgUnitId,
    body: z.object({ activityIds: z.array(z.uuid()).max(100_000) }),
    output: z.object({}),
  },
  addActivity: {
    method: 'POST',
    path: '/plans/:planId/activities',
    summary: 'Add an activity at the end of a section',
    permission: { who: 'role-on-thing', action: 'plans.manage' },
    params: PlanId,
    body: ActivityFields,
    output: Changed,
  },
  changeActivity: {
    method: 'PUT',
    path: '/activities/:activityId',
    summary: 'Change an activity: its deadline is read anew and the future instances follow',
    permission: { who: 'role-on-thing', action: 'plans.manage' },
    params: ActivityId,
    body: ActivityFields.extend({ version: z.number().int() }),
    output: Changed,
  },
  setActivityIndicator: {
    method: 'PUT',
    path: '/activities/:activityId/indicator',
    summary: 'Say by which indicator the schools that carried the activity out are counted, or by none',
    permission: { who: 'role-on-thing', action: 'plans.manage' },
    params: ActivityId,
    body: z.object({ indicator: IndicatorCode.nullable(), version: z.number().int() }),
    output: Changed,
  },
  moveActivity: {
    method: 'POST',
    path: '/activities/:activityId/place',
    summary: 'Put an activity before another one of the plan, or at the end',
    permission: { who: 'role-on-thing', action: 'plans.manage' },
    params: ActivityId,
    body: z.object({ sectionId: z.uuid().nullable(), beforeId: z.uuid().nullable() }),
    output: Changed,
  },
  removeActivity: {
    method: 'POST',
    path: '/activities/:activityId/remove',
    summary: 'Take an activity out of the plan; what was accepted stays in the history',
    permission: { who: 'role-on-thing', action: 'plans.manage' },
    params: ActivityId,
    body: Version,
    output: Changed,
  },
  listPartyOptions: {
    method: 'GET',
    path: '/party-options',
    summary:
      'Organisations and people that a printed name may mean, the likeliest first; with a question, those it finds',
    permission: { who: 'role', action: 'plans.manage' },
    query: z.object({ printed: z.string().max(4000), question: z.string().trim().max(200).optional() }),
    output: z.array(PartyOption),
  },
  matchParty: {
    method: 'PUT',
    path: '/plans/:planId/parties',
    summary: 'Say whom a printed name means, in all activities where it stood for `seen`; they act at once',
    permission: { who: 'role-on-thing', action: 'plans.manage' },
    params: PlanId,
    body: z.object({
      printed: z.string().min(1).max(1000),
      seen: PartyChoice,
      choice: PartyChoice,
      /** Only in these; null: wherever it stands. */
      activityIds: z.array(z.uuid()).min(1).max(10_000).nullable(),
    }),
    output: z.object({ activityIds: z.array(z.uuid()) }),
  },
  getActivityHistory: {
    method: 'GET',
    path: '/activities/:activityId/history',
    summary: 'What happened to an activity and its instances, the newest first',
    permission: { who: 'role-on-thing', action: 'plans.read' },
    params: ActivityId,
    output: z.array(HistoryEntry),
  },
});
