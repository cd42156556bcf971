import type { CalendarDate } from '../basics/calendar-date.ts';
import type { ActivityDraft, PlanDraft } from '../plans/plan-draft.ts';
import type { PartyFields } from '../plans/plan.ts';
import type { Reckoning } from '../plans/reckoning.ts';
import { protocolPeriod, readDecisionDeadline } from './decision-term.ts';
import { type Decision, decisionsInOrder, isTask, type Minutes, numberOfDecision } from './minutes.ts';

/** What proves that a decision was carried out: words, a document, a file or a link will do. */
export const decisionProof = 'Исполнение решения';

type ProtocolAct = {
  /** Of the hearing. */
  readonly title: string;
  readonly number: string;
  readonly heldOn: CalendarDate;
  readonly place: string | null;
  readonly hostId: string;
  readonly hostName: string;
  readonly schoolName: string;
  readonly reckoning: Reckoning;
};

/** The tasks of a protocol, in its order. */
export function tasksOf(minutes: Minutes): Decision[] {
  return decisionsInOrder(minutes).filter(isTask);
}

export function partyOf({ responsible, orgUnitId, personId }: Decision): PartyFields {
  return { raw: responsible, role: 'lead', orgUnitId, personId };
}

/** The decisions as rows of a plan whose act is the protocol; who was in the chair controls them. The rows stand as in `tasksOf`. */
export function protocolPlan(minutes: Minutes, act: ProtocolAct): PlanDraft {
  const chair = minutes.participants.find(({ role }) => role === 'chair');
  return {
    title: `«${act.title}»: ${act.schoolName}`,
    annexTitle: null,
    goal: null,
    tasks: [],
    expectedResults: [],
    abbreviations: {},
    actType: 'протокол',
    actNumber: act.number,
    actOn: act.heldOn,
    actAuthority: act.hostName,
    actPlace: act.place,
    signatoryName: chair?.name ?? null,
    signatoryPost: chair?.post ?? null,
    basis: [],
    ...protocolPeriod(act.heldOn),
    controller:
      chair === undefined ? null : [chair.name, chair.post].filter((part) => part !== '').join(', '),
    controllerId: chair?.personId ?? null,
    ownerUnitId: act.hostId,
    sourceFileId: null,
    sourceDraftId: null,
    schoolIds: [],
    sections: [],
    activities: tasksOf(minutes).map((decision) => activityOf(minutes, decision, act)),
    warnings: [],
  };
}

function activityOf(minutes: Minutes, decision: Decision, { heldOn, reckoning }: ProtocolAct): ActivityDraft {
  return {
    no: numberOfDecision(minutes, decision),
    section: null,
    title: decision.text,
    deadline: readDecisionDeadline(decision.deadline, heldOn, reckoning),
    parties: [partyOf(decision)],
    expected: [decisionProof],
    source: null,
  };
}
