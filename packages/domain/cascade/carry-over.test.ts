import { describe, expect, it } from 'vitest';
import { type CarriedActivity, carryOverDraft, type CarriedPlan, originOf } from './carry-over.ts';

const plan: CarriedPlan = {
  title: 'Дорожная карта на 2026 год',
  actType: 'приказ',
  actNumber: '15',
  actOn: '2026-02-01',
  actAuthority: 'Отдел образования',
  periodStartsOn: '2026-01-01',
  periodEndsOn: '2026-12-31',
  goal: null,
  tasks: [],
  schools: ['СОШ № 1'],
};
const activity = (changes: Partial<CarriedActivity> = {}): CarriedActivity => ({
  activityId: 'a',
  no: '3.4.',
  section: 'Кадры',
  title: 'Обучить команды',
  phrase: 'до 10.02.2026',
  parties: ['Отдел образования'],
  expected: ['Приказ'],
  schools: ['СОШ № 1'],
  reason: 'нет мест на курсах',
  ...changes,
});

describe('what is carried over', () => {
  it('keeps its words, moves the years, and tells where it comes from', () => {
    const { reading, source } = carryOverDraft(plan, [
      activity(),
      activity({ section: null, phrase: 'Февраль', schools: [] }),
    ]);
    expect(reading.requisites).toMatchObject({
      title: 'Дорожная карта на 2027 год',
      number: null,
      periodStart: '2027-01-01',
      periodEnd: '2027-12-31',
    });
    expect(reading.activities).toMatchObject([
      {
        section: 'Кадры',
        deadline: { raw: 'до 10.02.2027', windows: [{ end: '2027-02-10' }] },
        source: { from: 1 },
      },
      { section: null, deadline: { raw: 'Февраль', windows: [{ start: '2027-02-01', end: '2027-02-28' }] } },
    ]);
    expect(source.blocks[0]).toMatchObject({
      text: 'Обучить команды – перенесено из п. 3.4 плана «Дорожная карта на 2026 год», причина: нет мест на курсах. Срок был: до 10.02.2026. Не исполнено: СОШ № 1',
    });
  });

  it.each([
    ['2026-09-01', '2027-09-01'],
    ['2027-02-28', '2028-02-29'],
    ['2028-02-29', '2029-02-28'],
    [null, null],
  ])('begins a year after %s on %s', (periodStartsOn, start) => {
    expect(carryOverDraft({ ...plan, periodStartsOn }, []).reading.requisites.periodStart).toBe(start);
  });

  it.each([
    ['3.4', 'карантин', 'перенесено из п. 3.4 плана «П», причина: карантин'],
    ['', '', 'перенесено из плана «П»'],
  ])('has an origin in words (%s)', (no, reason, text) => {
    expect(originOf({ no, planTitle: 'П', reason })).toBe(text);
  });
});
