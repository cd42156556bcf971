import { describe, expect, it } from 'vitest';
import type { OrgUnitKind } from '../registry/org-unit.ts';
import {
  askAboutCounts,
  askAboutDates,
  askAboutFiles,
  askAboutLastHours,
  askAboutRequisites,
} from './ask-questions.ts';

const school = (name: string) => `region.north.${name}`;
const proof = (scope: string, activityId = 'a1', unitKind: OrgUnitKind = 'school') => ({
  instanceId: `${scope} ${activityId}`,
  activityId,
  planId: 'plan',
  scope,
  unitKind,
  givenById: `of ${scope}`,
});

describe('the same file', () => {
  const file = (scope: string, activityId?: string, sha256 = 'f', unitKind?: OrgUnitKind) => ({
    ...proof(scope, activityId, unitKind),
    sha256,
    name: 'протокол.pdf',
  });

  it.each([
    ['under one school once', [file(school('a'))], []],
    ['under two schools', [file(school('a')), file(school('b'))], [school('a'), school('b')]],
    ['under a school and its branch', [file(school('a')), file(school('a.branch'), 'a1', 'f', 'branch')], []],
    [
      'under a school of the region itself and its branch',
      [file('region.a'), file('region.a.branch', 'a1', 'f', 'branch')],
      [],
    ],
    [
      'under two schools of the region itself',
      [file('region.a'), file('region.b')],
      ['region.a', 'region.b'],
    ],
    ['under two rows of a school', [file(school('a'), 'a1'), file(school('a'), 'a2')], []],
    [
      'under three rows of a school',
      [file(school('a'), 'a1'), file(school('a'), 'a2'), file(school('a'), 'a3')],
      [school('a')],
    ],
    ['other bytes under another school', [file(school('a')), file(school('b'), 'a1', 'g')], []],
  ])('%s asks %j', (_title, proofs, asked) => {
    expect(askAboutFiles(proofs).map(({ scope }) => scope)).toEqual(asked);
  });

  it('tells a school how many there are, and nothing of which', () => {
    const [asked] = askAboutFiles([file(school('a')), file(school('b')), file(school('c'))]);
    expect(asked?.facts).toEqual({ kind: 'same-file', name: 'протокол.pdf', schools: 3, rows: 1 });
    expect(JSON.stringify(asked)).not.toMatch(/north\.[bc]/);
  });
});

describe('equal requisites', () => {
  const order = (scope: string, number = '12-о', on = '2026-03-02') => ({
    ...proof(scope),
    type: 'Приказ',
    number,
    on,
  });
  const everywhere = (numbers: readonly string[], on?: string) =>
    numbers.map((number, at) => order(school(`s${at}`), number, on));

  it.each([
    ['in three schools', everywhere(['12-о', '12-О', ' 12 -о']), 3],
    ['in two schools', everywhere(['12-о', '12-о']), 0],
    ['without a number', everywhere(['б/н', 'б/н', 'б/н']), 0],
    ['of other numbers', everywhere(['1', '2', '3']), 0],
    ['of other days', [order(school('a')), order(school('b')), order(school('c'), '12-о', '2026-03-03')], 0],
  ])('%s', (_title, proofs, count) => {
    expect(askAboutRequisites(proofs)).toHaveLength(count);
  });
});

describe('the date of a document', () => {
  it.each<[string, string, string | null, string, string | null]>([
    ['on the day it was given', '2026-03-10', '2026-03-01', '2026-03-10', null],
    ['a day after', '2026-03-11', '2026-03-01', '2026-03-10', 'document-late'],
    ['a month before the beginning', '2026-01-30', '2026-03-01', '2026-03-10', null],
    ['more than a month before', '2026-01-29', '2026-03-01', '2026-03-10', 'document-early'],
    ['long before a beginning that nobody names', '2020-01-01', null, '2026-03-10', null],
  ])('%s: %s', (_title, on, startsOn, ...[givenOn, kind]) => {
    const document = { ...proof(school('a')), type: 'Приказ', number: '5', on, startsOn, givenOn };
    expect(askAboutDates([document]).map(({ facts }) => facts.kind)).toEqual(kind === null ? [] : [kind]);
  });
});

describe('a count of schools', () => {
  const kinds: Record<string, OrgUnitKind> = {
    north: 'municipality',
    institute: 'institute',
    school: 'school',
  };
  it.each([
    ['Доля школ, принявших участие', 'region.north', 10, 9, true],
    ['Доля школ, принявших участие', 'region.north.institute', 10, 9, true],
    ['Доля школ, принявших участие', 'region.school', 10, 9, false],
    ['Доля ШНОР, заключивших соглашения', 'region.north', 10, 9, true],
    ['Доля образовательных школ района', 'region.north', 10, 9, true],
    ['Доля школ, принявших участие', 'region.north', 9, 9, false],
    ['Доля школ, принявших участие', 'region.north', 10, 0, false],
    ['Доля школьников, прошедших диагностику', 'region.north', 500, 9, false],
    ['Доля педагогов школ', 'region.north', 500, 9, false],
    ['Доля школ, принявших участие', 'region.north.school', 10, 9, false],
  ])('«%s» at %s out of %i where the plan has %i: %s', (expected, scope, total, ...[schools, isAsked]) => {
    const unitKind = kinds[scope.split('.').at(-1) ?? ''];
    const asked = askAboutCounts([{ ...proof(scope, 'a1', unitKind), n: 4, total, expected, schools }]);
    expect(asked.length > 0).toBe(isAsked);
  });
});

describe('the last hours', () => {
  const ends = new Date('2026-04-01T00:00:00Z');
  const sent = (at: string, dueOn = '2026-03-31', instanceId = at) => ({
    instanceId,
    givenById: 'she',
    dueOn,
    at: new Date(at),
  });
  const night = (count: number) =>
    Array.from({ length: count }, (_, minute) => sent(`2026-03-31T22:0${minute}:00Z`));
  const early = sent('2026-03-05T10:00:00Z');

  it.each([
    ['five of five in one night', night(5), true],
    ['four of four', night(4), false],
    ['eight of ten', [...night(8), early, sent('2026-03-06T10:00:00Z')], true],
    ['five of seven', [...night(5), early, sent('2026-03-06T10:00:00Z')], false],
    ['what was due later is not counted', [...night(4), sent('2026-03-31T22:30:00Z', '2026-06-30')], false],
    ['what came after the day is late, not hasty', [...night(4), sent('2026-04-01T08:00:00Z')], false],
    [
      'more than a day before',
      Array.from({ length: 6 }, (_, n) => sent(`2026-03-30T2${n % 3}:3${n}:00Z`)),
      false,
    ],
  ])('%s', (_title, confirmations, isAsked) => {
    const unit = { planId: 'plan', scope: school('a') };
    const asked = askAboutLastHours(unit, { dueOn: '2026-03-31', ends }, confirmations);
    expect(asked.length > 0).toBe(isAsked);
  });
});
