import { z } from 'zod';
import { contract } from '../basics/contract.ts';
import { CalendarDateText } from '../registry/org-unit.ts';
import { EvidenceFields } from './evidence.ts';
import { Assignee, Comment, Instance, InstanceDetail } from './instance.ts';
import { SchoolShare } from './school-share.ts';
import { MyTasks } from './tasks.ts';

const InstanceId = z.object({ instanceId: z.uuid() });
const EvidenceId = z.object({ evidenceId: z.uuid() });
const ActivityId = z.object({ activityId: z.uuid() });

const Note = z.string().trim().max(4000);
/** The version that the person saw: a move on another one is refused. */
const Seen = z.object({ version: z.number().int() });

const evidenceBytesMax = 50 * 1024 * 1024;

/** Carrying out: instances, their moves and evidence, comments, and what waits for a person. */
export const instancesContract = contract({
  listTasks: {
    method: 'GET',
    path: '/tasks',
    summary: 'What waits for the signed-in person, with the reason: late, due, to be decided',
    permission: { who: 'role', action: 'plans.read' },
    output: MyTasks,
  },
  listInstances: {
    method: 'GET',
    path: '/activities/:activityId/instances',
    summary: 'Instances of an activity that the person may see, in order of time',
    permission: { who: 'role-on-thing', action: 'plans.read' },
    params: ActivityId,
    output: z.array(Instance),
  },
  getSchoolShare: {
    method: 'GET',
    path: '/activities/:activityId/school-share',
    summary:
      'Which participating schools have done the activity by a day, of which: for those who see all of them',
    permission: { who: 'role-on-thing', action: 'plans.read' },
    params: ActivityId,
    query: z.object({ on: CalendarDateText }),
    output: SchoolShare,
  },
  getInstance: {
    method: 'GET',
    path: '/instances/:instanceId',
    summary:
      'One instance with what is expected, what was given, how it came to its state and what the person may do',
    permission: { who: 'role-on-thing', action: 'plans.read' },
    params: InstanceId,
    output: InstanceDetail,
  },
  startInstance: {
    method: 'POST',
    path: '/instances/:instanceId/start',
    summary: 'Take into work',
    permission: { who: 'role-on-thing', action: 'plans.execute' },
    params: InstanceId,
    body: Seen,
    output: InstanceDetail,
  },
  submitInstance: {
    method: 'POST',
    path: '/instances/:instanceId/submit',
    summary: 'Send for acceptance; refused while an expected result has no evidence',
    permission: { who: 'role-on-thing', action: 'plans.execute' },
    params: InstanceId,
    body: Seen.extend({ note: Note.nullable() }),
    output: InstanceDetail,
  },
  withdrawInstance: {
    method: 'POST',
    path: '/instances/:instanceId/withdraw',
    summary: 'Take back what was submitted and is not decided yet',
    permission: { who: 'role-on-thing', action: 'plans.execute' },
    params: InstanceId,
    body: Seen,
    output: InstanceDetail,
  },
  acceptInstance: {
    method: 'POST',
    path: '/instances/:instanceId/accept',
    summary: 'Accept; never by the one who submitted',
    permission: { who: 'role-on-thing', action: 'plans.read' },
    params: InstanceId,
    body: Seen.extend({ note: Note.nullable() }),
    output: InstanceDetail,
  },
  returnInstance: {
    method: 'POST',
    path: '/instances/:instanceId/return',
    summary: 'Return for revision with a note',
    permission: { who: 'role-on-thing', action: 'plans.read' },
    params: InstanceId,
    body: Seen.extend({ note: Note }),
    output: InstanceDetail,
  },
  postponeInstance: {
    method: 'POST',
    path: '/instances/:instanceId/postpone',
    summary: 'Move the last day, with the reason',
    permission: { who: 'role-on-thing', action: 'plans.manage' },
    params: InstanceId,
    body: Seen.extend({ note: Note, dueOn: CalendarDateText }),
    output: InstanceDetail,
  },
  cancelInstance: {
    method: 'POST',
    path: '/instances/:instanceId/cancel',
    summary: 'Cancel, with the reason',
    permission: { who: 'role-on-thing', action: 'plans.manage' },
    params: InstanceId,
    body: Seen.extend({ note: Note }),
    output: InstanceDetail,
  },
  reopenInstance: {
    method: 'POST',
    path: '/instances/:instanceId/reopen',
    summary: 'Undo a cancellation',
    permission: { who: 'role-on-thing', action: 'plans.manage' },
    params: InstanceId,
    body: Seen,
    output: InstanceDetail,
  },
  setInstanceDate: {
    method: 'PUT',
    path: '/instances/:instanceId/date',
    summary: 'Enter the date of an external schedule or an event, once it is known',
    permission: { who: 'role-on-thing', action: 'plans.execute' },
    params: InstanceId,
    body: Seen.extend({ startsOn: CalendarDateText.nullable(), dueOn: CalendarDateText }),
    output: InstanceDetail,
  },
  assignInstance: {
    method: 'PUT',
    path: '/instances/:instanceId/assignee',
    summary: 'Say who of the executors does it; null: nobody in particular',
    permission: { who: 'role-on-thing', action: 'plans.execute' },
    params: InstanceId,
    body: Seen.extend({ personId: z.uuid().nullable() }),
    output: InstanceDetail,
  },
  listAssignees: {
    method: 'GET',
    path: '/instances/:instanceId/assignees',
    summary: 'Who of the executors can be named, the nearest first; at most twenty',
    permission: { who: 'role-on-thing', action: 'plans.execute' },
    params: InstanceId,
    query: z.object({ search: z.string().trim().max(100).optional() }),
    output: z.array(Assignee),
  },
  giveEvidence: {
    method: 'POST',
    path: '/instances/:instanceId/evidence',
    summary: 'Give a document by its requisites, a link, a count n of N, or a note',
    permission: { who: 'role-on-thing', action: 'plans.execute' },
    params: InstanceId,
    body: EvidenceFields,
    output: InstanceDetail,
  },
  giveEvidenceFile: {
    method: 'POST',
    path: '/instances/:instanceId/evidence-files',
    summary: 'Give a file',
    permission: { who: 'role-on-thing', action: 'plans.execute' },
    params: InstanceId,
    body: z.object({ expectedResultId: z.uuid().optional() }),
    uploadBytesMax: evidenceBytesMax,
    output: InstanceDetail,
  },
  removeEvidence: {
    method: 'DELETE',
    path: '/evidence/:evidenceId',
    summary: 'Take evidence back, while it is not submitted',
    permission: { who: 'role-on-thing', action: 'plans.execute' },
    params: EvidenceId,
    output: InstanceDetail,
  },
  getEvidenceFile: {
    method: 'GET',
    path: '/evidence/:evidenceId/file',
    summary: 'The file given as evidence',
    permission: { who: 'role-on-thing', action: 'plans.read' },
    params: EvidenceId,
    download: true,
    output: z.null(),
  },
  listComments: {
    method: 'GET',
    path: '/activities/:activityId/comments',
    summary: 'Comments on an activity and its instances that the person may see, the oldest first',
    permission: { who: 'role-on-thing', action: 'plans.read' },
    params: ActivityId,
    output: z.array(Comment),
  },
  addComment: {
    method: 'POST',
    path: '/activities/:activityId/comments',
    summary: 'Comment on an activity or on one of its instances',
    permission: { who: 'role-on-thing', action: 'plans.comment' },
    params: ActivityId,
    body: z.object({ text: z.string().trim().min(1).max(4000), instanceId: z.uuid().nullable() }),
    output: Comment,
  },
});
