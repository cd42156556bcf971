import { z } from 'zod';
import { contract } from '../basics/contract.ts';
import { OtherEditor } from '../plans/live-contract.ts';
import { CalendarDateText } from '../registry/org-unit.ts';
import { Hearing, HearingDetail, HearingFields, OpenMinutes, TimeOfDay } from './hearing.ts';
import { MinutesEdit } from './minutes.ts';

const HearingId = z.object({ hearingId: z.uuid() });
const Version = z.object({ version: z.number().int() });

/** «Час контроля»: hearings of schools, their minutes and protocols. What they decide is carried out as rows of a plan. */
export const hearingsContract = contract({
  listHearings: {
    method: 'GET',
    path: '/hearings',
    summary:
      'Hearings that the person may see, between two days or of one school, the latest day first; at most 500',
    permission: { who: 'role', action: 'hearings.read' },
    query: z.object({
      from: CalendarDateText.optional(),
      to: CalendarDateText.optional(),
      orgUnitId: z.uuid().optional(),
    }),
    output: z.array(Hearing),
  },
  planHearings: {
    method: 'POST',
    path: '/hearings',
    summary: 'Put hearings of schools on one day into the schedule; the agenda of each is prepared',
    permission: { who: 'role-on-thing', action: 'hearings.manage' },
    body: HearingFields.omit({ startsAt: true }).extend({
      schools: z
        .array(z.object({ orgUnitId: z.uuid(), startsAt: TimeOfDay.nullable() }))
        .min(1)
        .max(100),
    }),
    output: z.object({ hearingIds: z.array(z.uuid()) }),
  },
  getHearing: {
    method: 'GET',
    path: '/hearings/:hearingId',
    summary: 'A hearing: the school, earlier decisions, dynamics, minutes or protocol',
    permission: { who: 'role-on-thing', action: 'hearings.read' },
    params: HearingId,
    output: HearingDetail,
  },
  changeHearing: {
    method: 'PUT',
    path: '/hearings/:hearingId',
    summary: 'Move a hearing that was not held yet to another day, time or place',
    permission: { who: 'role-on-thing', action: 'hearings.manage' },
    params: HearingId,
    body: HearingFields.extend(Version.shape),
    output: HearingId,
  },
  cancelHearing: {
    method: 'POST',
    path: '/hearings/:hearingId/cancel',
    summary: 'Cancel a hearing that was not held yet, with the reason',
    permission: { who: 'role-on-thing', action: 'hearings.manage' },
    params: HearingId,
    body: Version.extend({ note: z.string().trim().min(1).max(2000) }),
    output: HearingId,
  },
  editMinutes: {
    method: 'POST',
    path: '/hearings/:hearingId/minutes',
    summary: 'Save edits of the minutes; those of records that somebody else changed since are given back',
    permission: { who: 'role-on-thing', action: 'hearings.manage' },
    params: HearingId,
    body: z.object({ edits: z.array(MinutesEdit).max(100) }),
    /** `clashes`: ids of records whose edit was not taken. */
    output: z.object({ minutes: OpenMinutes, clashes: z.array(z.uuid()) }),
  },
  tellMinutesEditing: {
    method: 'POST',
    path: '/hearings/:hearingId/editing',
    summary: 'Say, every twenty seconds, that the minutes are open for editing',
    permission: { who: 'role-on-thing', action: 'hearings.manage' },
    params: HearingId,
    body: z.object({ isEditing: z.boolean() }),
    storesNothing: true,
    output: z.object({}),
  },
  listMinutesEditors: {
    method: 'GET',
    path: '/hearings/:hearingId/editing',
    summary: 'Who else has the minutes open for editing, of the last minute',
    permission: { who: 'role-on-thing', action: 'hearings.manage' },
    params: HearingId,
    output: z.array(OtherEditor),
  },
  closeHearing: {
    method: 'POST',
    path: '/hearings/:hearingId/close',
    summary: 'Close the protocol: it gets its number and is not changed any more, its decisions become tasks',
    permission: { who: 'role-on-thing', action: 'hearings.manage' },
    params: HearingId,
    body: Version.extend({
      /** Version of the minutes. */
      number: z.string().trim().min(1).max(60),
      /** For a correction: why. */
      reasons: z.string().trim().max(4000).nullable(),
    }),
    /** `planId`: whose rows are the tasks. */
    output: HearingId.extend({ planId: z.uuid() }),
  },
  reopenMinutes: {
    method: 'POST',
    path: '/hearings/:hearingId/reopen',
    summary: 'Begin a correction of the protocol: its last edition stands until the next is closed',
    permission: { who: 'role-on-thing', action: 'hearings.manage' },
    params: HearingId,
    body: Version,
    output: HearingId,
  },
  dropCorrection: {
    method: 'POST',
    path: '/hearings/:hearingId/drop-correction',
    summary: 'Give a begun correction up',
    permission: { who: 'role-on-thing', action: 'hearings.manage' },
    params: HearingId,
    body: Version,
    output: HearingId,
  },
  exportProtocol: {
    method: 'GET',
    path: '/protocols/:protocolId/protocol.docx',
    summary: 'An edition of a protocol on paper',
    permission: { who: 'role-on-thing', action: 'hearings.read' },
    params: z.object({ protocolId: z.uuid() }),
    output: z.null(),
    download: true,
  },
});
