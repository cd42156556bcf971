import { describe, expect, it } from 'vitest';
import { usualReckoning } from '../plans/reckoning.ts';
import {
  applyMinutesEdit,
  rebaseMinutesEdit,
  type Decision,
  type Minutes,
  type MinutesEdit,
} from './minutes.ts';
import { minutesGaps, understoodTerms } from './minutes-gaps.ts';
import { protocolPlan } from './protocol-plan.ts';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const person = (n: number, role: 'chair' | 'secretary' | 'present') => ({
  id: id(n),
  role,
  name: `Участник ${n}`,
  post: 'методист',
  personId: null,
});
const decision = (n: number, change: Partial<Decision> = {}): Decision => ({
  id: id(n),
  itemId: id(10),
  text: 'Провести консультации',
  responsible: 'Школа',
  orgUnitId: null,
  personId: null,
  deadline: 'до 15 декабря',
  ...change,
});
const whole: Minutes = {
  participants: [person(1, 'chair'), person(2, 'secretary'), person(3, 'present')],
  items: [{ id: id(10), topic: 'О ходе работы', heard: 'Директор' }],
  speeches: [{ id: id(20), itemId: id(10), who: 'Куратор', said: 'Поддержал' }],
  decisions: [decision(30)],
};
const november = { heldOn: '2026-11-20', reckoning: usualReckoning };

describe('an edit of the minutes', () => {
  const change = (from: Decision | null, to: Decision | null): MinutesEdit => ({
    list: 'decisions',
    id: id(30),
    from,
    to,
  });

  it('is taken when the record is what the person saw', () => {
    const next = decision(30, { text: 'Провести занятия' });
    expect(applyMinutesEdit(whole, change(decision(30), next))?.decisions).toEqual([next]);
  });

  it('is not taken when somebody else changed the record since', () => {
    const seen = decision(30, { text: 'Раньше' });
    expect(applyMinutesEdit(whole, change(seen, decision(30, { text: 'Моё' })))).toBeNull();
    expect(applyMinutesEdit(whole, change(seen, null))).toBeNull();
  });

  it('is joined with what somebody else changed in other fields of the record', () => {
    const seen = decision(30, { responsible: 'Никто' });
    const joined = { ...decision(30), text: 'Моё' };
    expect(applyMinutesEdit(whole, change(seen, { ...seen, text: 'Моё' }))?.decisions).toEqual([joined]);
  });

  it('put over what stands there brings its own changes alone', () => {
    const seen = decision(30, { text: 'Раньше', responsible: 'Никто' });
    const put = rebaseMinutesEdit(change(seen, { ...seen, text: 'Моё' }), whole);
    expect(put).toEqual(change(decision(30), { ...decision(30), text: 'Моё' }));
  });

  it('sent a second time changes nothing', () => {
    expect(applyMinutesEdit(whole, change(null, decision(30)))).toBe(whole);
  });

  it('of another record leaves this one alone', () => {
    const own: MinutesEdit = {
      list: 'speeches',
      id: id(21),
      from: null,
      to: { id: id(21), itemId: id(10), who: '', said: '' },
    };
    expect(applyMinutesEdit(whole, own)?.decisions).toEqual(whole.decisions);
  });

  it('that takes a question out takes what was said and decided on it too', () => {
    const [item] = whole.items;
    const next = applyMinutesEdit(whole, { list: 'items', id: id(10), from: item!, to: null });
    expect(next).toEqual({ ...whole, items: [], speeches: [], decisions: [] });
  });
});

describe('a protocol can be closed', () => {
  it('when everything is there', () => expect(minutesGaps(whole, november)).toEqual([]));

  it.each([
    ['nobody in the chair', { participants: [person(2, 'secretary'), person(3, 'present')] }, 'chair', ''],
    ['two in the chair', { participants: [...whole.participants, person(4, 'chair')] }, 'chair', ''],
    ['nobody present', { participants: [person(1, 'chair'), person(2, 'secretary')] }, 'present', ''],
    ['a question without its words', { items: [{ id: id(10), topic: 'О ходе', heard: '' }] }, 'heard', '1'],
    ['a decision without words', { decisions: [decision(30, { text: '' })] }, 'text', '1.1'],
    ['a term for nobody', { decisions: [decision(30, { responsible: '' })] }, 'responsible', '1.1'],
    ['somebody without a term', { decisions: [decision(30, { deadline: '' })] }, 'deadline', '1.1'],
    [
      'a term that is not understood',
      { decisions: [decision(30, { deadline: 'скоро' })] },
      'deadline-unread',
      '1.1',
    ],
    [
      'a term without a day',
      { decisions: [decision(30, { deadline: 'по графику ИРО' })] },
      'deadline-unread',
      '1.1',
    ],
    [
      'a term before the hearing',
      { decisions: [decision(30, { deadline: '01.11.2026' })] },
      'deadline-past',
      '1.1',
    ],
  ])('not with %s', (_, change, code, no) => {
    expect(minutesGaps({ ...whole, ...change }, november)).toMatchObject([{ code, no }]);
  });

  it('with a decision that asks for nothing', () => {
    const decisions = [decision(30, { responsible: '', deadline: '' })];
    expect(minutesGaps({ ...whole, decisions }, november)).toEqual([]);
    const act = {
      title: 'Собеседование',
      number: '1',
      place: null,
      hostId: id(90),
      hostName: 'Отдел',
      schoolName: 'Школа',
      ...november,
    };
    expect(protocolPlan({ ...whole, decisions }, act)).toMatchObject({
      title: '«Собеседование»: Школа',
      activities: [],
    });
  });
});

describe('the term of a decision', () => {
  it.each([
    ['до 15 декабря', '2026-11-20', ['2026-12-15', '2026-12-15', 1]],
    // Said in November, January is the next one.
    ['до 15 января', '2026-11-20', ['2027-01-15', '2027-01-15', 1]],
    ['до 15.10', '2026-03-02', ['2026-10-15', '2026-10-15', 1]],
    ['в течение 10 дней', '2026-11-20', null],
    ['ежемесячно до 5 числа', '2027-03-02', ['2027-03-05', '2027-08-05', 6]],
  ])('«%s» said on %s', (deadline, heldOn, expected) => {
    const minutes = { ...whole, decisions: [decision(30, { deadline })] };
    const [term] = understoodTerms(minutes, { ...november, heldOn });
    expect(term === undefined ? null : [term.firstOn, term.lastOn, term.times]).toEqual(expected);
  });
});
