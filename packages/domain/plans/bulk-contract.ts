import { z } from 'zod';
import { contract } from '../basics/contract.ts';
import { CalendarDateText } from '../registry/org-unit.ts';
import { BulkAct, BulkChoice, BulkKind, bulkMax, BulkOutcome, BulkTargets } from './bulk-act.ts';

const Note = z.string().trim().max(4000);
const Instances = z.object({ instanceIds: z.array(z.uuid()).min(1).max(bulkMax) });

/** What is done to many instances at once. Each asks for the same right as when it is done to one. */
export const bulkContract = contract({
  chooseForBulk: {
    method: 'POST',
    path: '/bulk-acts/choice',
    storesNothing: true,
    summary: 'Which instances the marked rows stand for, and which of them the action would refuse and why',
    permission: { who: 'role', action: 'plans.read' },
    body: BulkTargets.extend({ kind: BulkKind }),
    output: BulkChoice,
  },
  submitMany: {
    method: 'POST',
    path: '/bulk-acts/submit',
    summary: 'Send many for acceptance; those that lack evidence are refused one by one',
    permission: { who: 'role', action: 'plans.execute' },
    body: Instances.extend({ note: Note.nullable() }),
    output: BulkOutcome,
  },
  acceptMany: {
    method: 'POST',
    path: '/bulk-acts/accept',
    summary: 'Accept many; never what the person has submitted herself',
    permission: { who: 'role', action: 'plans.read' },
    body: Instances.extend({ note: Note.nullable() }),
    output: BulkOutcome,
  },
  postponeMany: {
    method: 'POST',
    path: '/bulk-acts/postpone',
    summary: 'Move the last day of many, with the reason',
    permission: { who: 'role', action: 'plans.manage' },
    body: Instances.extend({ note: Note.min(1), dueOn: CalendarDateText }),
    output: BulkOutcome,
  },
  assignMany: {
    method: 'POST',
    path: '/bulk-acts/assign',
    summary: 'Say who of the executors does many; null: nobody in particular',
    permission: { who: 'role', action: 'plans.execute' },
    body: Instances.extend({ personId: z.uuid().nullable() }),
    output: BulkOutcome,
  },
  listBulkActs: {
    method: 'GET',
    path: '/bulk-acts',
    summary: 'What the person did to many at once in the last day, the newest first',
    permission: { who: 'role', action: 'plans.read' },
    output: z.array(BulkAct),
  },
  undoBulkAct: {
    method: 'POST',
    path: '/bulk-acts/:bulkActId/undo',
    summary: 'Take back what the person did to many, but for those that somebody has changed since',
    permission: { who: 'role', action: 'plans.read' },
    params: z.object({ bulkActId: z.uuid() }),
    output: BulkOutcome,
  },
});
