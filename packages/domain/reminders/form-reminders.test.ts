import { describe, expect, it } from 'vitest';
import type { Role } from '../basics/actor.ts';
import { formReminders, type RemindedForm } from './form-reminders.ts';
import { mergeForms, type PlanLine } from './reminder.ts';

const today = '2026-03-10';
const previousAt = new Date('2026-03-09T07:00:00Z');
const window = {
  previous: '2026-03-09',
  until: '2026-03-10',
  dueSoon: ['2026-03-11', '2026-03-17'],
  previousAt,
};
const after = new Date('2026-03-09T12:00:00Z');
const before = new Date('2026-03-06T12:00:00Z');

const form = (own: Partial<RemindedForm>): RemindedForm => ({
  submissionId: 'f',
  campaignId: 'c',
  title: 'Самообследование',
  asks: 'school',
  orgUnitId: 's',
  schoolName: 'Школа № 1',
  scope: 'r.m.s',
  municipality: 'r.m',
  stage: 'school',
  isReturned: false,
  isLocked: false,
  heldBy: null,
  assignedOn: '2026-03-01',
  lateAfter: '2026-04-20',
  closedAfter: '2026-04-30',
  movedAt: null,
  ...own,
});
const ofMunicipality = { asks: 'municipality', orgUnitId: 'm', scope: 'r.m', municipality: null } as const;
const holder = (personId: string, role: Role, scope: string) => ({ personId, role, scope });
const people = [
  holder('region', 'regional-coordinator', 'r'),
  holder('admin', 'administrator', 'r.m'),
  holder('municipal', 'municipal-coordinator', 'r.m'),
  holder('curator', 'curator', 'r.m.s'),
];
const facts = {
  today,
  speakersOf: new Map([['s', ['director']]]),
  holders: people,
  windowOf: (personId: string) => (personId === 'away' ? null : window),
  wasToldOpened: () => false,
};
const told = (own: Partial<RemindedForm>, other: Partial<typeof facts> = {}) =>
  [...formReminders([form(own)], { ...facts, ...other })].flatMap(([who, lines]) =>
    lines.map(({ kind, isNew }) => `${who}: ${kind}${isNew ? ' new' : ''}`),
  );

describe('of a form', () => {
  it.each<[string, Partial<RemindedForm>, string[]]>([
    ['asked since yesterday morning', { assignedOn: '2026-03-09' }, ['director: opened new']],
    ['asked long ago', {}, []],
    ['due in a week', { lateAfter: '2026-03-17' }, ['director: soon new']],
    ['due today', { lateAfter: '2026-03-10' }, ['director: today new']],
    ['late since yesterday', { lateAfter: '2026-03-09' }, ['director: late new']],
    ['late for long', { lateAfter: '2026-03-02' }, ['director: late']],
    ['that nothing can be entered in', { lateAfter: '2026-03-02', isLocked: true }, []],
    ['returned yesterday', { isReturned: true, movedAt: after }, ['director: returned new']],
    ['returned last week', { isReturned: true, movedAt: before }, ['director: returned']],
    ['sent yesterday', { stage: 'municipality', movedAt: after }, ['municipal: waiting new']],
    ['sent last week', { stage: 'municipality', movedAt: before }, ['municipal: waiting']],
    ['held by one', { stage: 'municipality', movedAt: before, heldBy: 'admin' }, ['admin: waiting']],
    ['passed on to the region', { stage: 'region', movedAt: after }, ['region: waiting new']],
    [
      'of a school under the region',
      { stage: 'region', municipality: null, scope: 'r.s', movedAt: after },
      ['region: waiting new'],
    ],
    [
      'of a municipality, due today',
      { ...ofMunicipality, lateAfter: '2026-03-10' },
      ['municipal: today new'],
    ],
    [
      'of a municipality, sent',
      { ...ofMunicipality, stage: 'region', movedAt: after },
      ['region: waiting new'],
    ],
    [
      'of a municipality, accepted',
      { ...ofMunicipality, stage: 'approved', movedAt: after },
      ['municipal: accepted new'],
    ],
    ['accepted yesterday', { stage: 'approved', movedAt: after }, ['director: accepted new']],
    ['accepted last week', { stage: 'approved', movedAt: before }, []],
  ])('%s', (_, own, expected) => {
    expect(told(own)).toEqual(expected);
  });

  it('that was opened on the day of the reminding before is told once', () => {
    expect(told({ assignedOn: '2026-03-09' }, { wasToldOpened: () => true })).toEqual([]);
  });

  it('the next office above is asked where its own has nobody, and nobody who is away', () => {
    const stage = { stage: 'municipality' as const };
    expect(told(stage, { holders: people.slice(0, 1) })).toEqual(['region: waiting']);
    expect(told(stage, { holders: [holder('away', 'municipal-coordinator', 'r.m')] })).toEqual([]);
  });

  it('those of one collection that wait for one office are one line', () => {
    const forms = ['a', 'b', 'c'].map((submissionId) =>
      form({ submissionId, stage: 'region', movedAt: after }),
    );
    const lines = formReminders([...forms, form({ campaignId: 'd', stage: 'region' })], facts).get('region');
    expect(lines?.map(({ count, submissionId }) => `${count} ${submissionId}`)).toEqual(['3 null', '1 f']);
  });
});

it('a digest holds the most pressing of plans and forms, and counts what did not fit', () => {
  const line = {
    planId: 'p',
    planTitle: '',
    activityId: 'a',
    no: '',
    title: '',
    deadline: '',
    dueOn: '2026-03-11',
    instanceId: null,
    schoolName: null,
    count: 1,
    isNew: false,
  };
  const lines = Array.from({ length: 30 }, (): PlanLine => ({ ...line, kind: 'soon' }));
  const forms = formReminders([form({ lateAfter: '2026-03-09' })], facts).get('director') ?? [];
  const content = mergeForms({ lines, counts: { soon: 35, late: 1 }, lineCount: 33 }, forms);
  expect([content.lines.length, content.lines[0]?.kind, content.counts, content.leftOut]).toEqual([
    30,
    'late',
    { soon: 35, late: 2 },
    4,
  ]);
});
