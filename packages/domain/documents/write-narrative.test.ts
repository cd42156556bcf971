import { describe, expect, it } from 'vitest';
import { printNarrative } from './narrative.ts';
import type { ActivityFacts, NarrativeFacts } from './narrative-facts.ts';
import { writeNarrative } from './write-narrative.ts';

function activity(no: string, changes: Partial<ActivityFacts> = {}): ActivityFacts {
  return {
    id: `a${no}`,
    no,
    title: 'Семинар для команд',
    phrase: 'март 2026',
    asked: 1,
    done: 1,
    cancelled: 0,
    schools: null,
    open: [],
    documents: [],
    documentCount: 0,
    links: [],
    fileCount: 0,
    counts: [],
    reasons: [],
    carried: null,
    ...changes,
  };
}

const facts = (
  activities: readonly ActivityFacts[],
  changes: Partial<NarrativeFacts> = {},
): NarrativeFacts => ({
  act: { actType: 'приказ', actNumber: '214', actOn: '2026-01-28', actAuthority: null },
  planTitle: 'Дорожная карта',
  sectionTitle: null,
  from: '2026-01-01',
  until: '2026-06-30',
  on: '2026-07-01',
  activities,
  ...changes,
});

const many = (count: number, changes: Partial<ActivityFacts> = {}) =>
  Array.from({ length: count }, (_, at) => activity(`1.${at + 1}`, changes));
const late: Partial<ActivityFacts> = {
  done: 0,
  open: [{ school: null, label: null, state: 'planned', dueOn: null }],
};

/** Sentences by key, with plain spaces. */
function textsOf(given: NarrativeFacts): Record<string, string> {
  const sentences = writeNarrative(given).paragraphs.flatMap((paragraph) => paragraph.sentences);
  return Object.fromEntries(sentences.map(({ key, text }) => [key, text.replaceAll('\u00A0', ' ')]));
}

const opening = 'Во исполнение приказа от 28.01.2026 № 214 в период с 01.01.2026 по 30.06.2026';

describe('the narrative of what was done', () => {
  it.each([
    [0, `${opening} сроки исполнения мероприятий не наступали`],
    [1, `${opening} проведено 1 мероприятие`],
    [2, `${opening} проведены 2 мероприятия`],
    [5, `${opening} проведено 5 мероприятий`],
    [21, `${opening} проведено 21 мероприятие`],
  ])('agrees with the numeral %i', (count, text) => {
    expect(textsOf(facts(many(count)))['done']).toBe(text);
  });

  it.each([
    [
      1,
      'наступил срок 1 мероприятия: исполнено 0 из 1 (0 %), не исполнено 1 из 1 (100 %)',
      'Не исполнено 1 мероприятие',
    ],
    [
      2,
      'наступил срок 2 мероприятий: исполнено 0 из 2 (0 %), не исполнено 2 из 2 (100 %)',
      'Не исполнены 2 мероприятия',
    ],
    [
      5,
      'наступил срок 5 мероприятий: исполнено 0 из 5 (0 %), не исполнено 5 из 5 (100 %)',
      'Не исполнено 5 мероприятий',
    ],
    [
      21,
      'наступил срок 21 мероприятия: исполнено 0 из 21 (0 %), не исполнено 21 из 21 (100 %)',
      'Не исполнено 21 мероприятие',
    ],
  ])('says that nothing of %i was done', (count, counts, head) => {
    const texts = textsOf(facts(many(count, late)));
    expect(texts['done']).toBe(`${opening} мероприятия в полном объёме не проведены`);
    expect(texts['counts']).toBe(`По состоянию на 01.07.2026 ${counts}`);
    expect(texts['open']).toBe(head);
    expect(texts['all-done']).toBeUndefined();
  });

  it('says that all was cancelled, and not that no term has come', () => {
    const texts = textsOf(facts(many(2, { asked: 0, done: 0, cancelled: 1 })));
    expect(texts['done']).toBe(`${opening} мероприятия не проводились: все они отменены`);
    expect(texts['counts']).toBeUndefined();
  });

  it('says that all was done', () => {
    const texts = textsOf(facts(many(5)));
    expect(texts['counts']).toBe(
      'По состоянию на 01.07.2026 наступил срок 5 мероприятий: исполнено 5 из 5 (100 %)',
    );
    expect(texts['all-done']).toBe('Мероприятия, срок которых наступил, исполнены в полном объёме');
  });

  it('names no act where none is known, and the section where one is chosen', () => {
    const act = { actType: null, actNumber: null, actOn: null, actAuthority: null };
    expect(textsOf(facts(many(1), { act, sectionTitle: 'Работа с «кадрами»' }))['done']).toBe(
      'Во исполнение плана «Дорожная карта» по разделу «Работа с „кадрами“» в период с 01.01.2026 по 30.06.2026 проведено 1 мероприятие',
    );
  });
});

describe('the line of an activity', () => {
  const head = 'п. 1.1 «Семинар для команд» (срок: март 2026)';
  it.each<[string, Partial<ActivityFacts>, string]>([
    ['done', {}, head],
    [
      'done, with its documents',
      {
        documents: [
          { type: 'Приказ', number: '45', on: '2026-03-12' },
          { type: 'ИОМ', number: '2-р', on: '2026-03-13' },
        ],
        documentCount: 3,
      },
      `${head}; подтверждено: приказ от 12.03.2026 № 45, ИОМ от 13.03.2026 № 2-р, и ещё 1 документ`,
    ],
    [
      'done, counted',
      { counts: [{ expected: 'Доля директоров.', n: 4, total: 5 }], fileCount: 2 },
      `${head}; подтверждено: 2 приложенных файла; доля директоров: 4 из 5 (80 %)`,
    ],
    ['done each month', { asked: 9, done: 9 }, `${head} – исполнено 9 раз из 9 (100 %)`],
    [
      'done in each of 21 schools',
      { asked: 21, done: 21, schools: { done: 21, total: 21 } },
      `${head} – исполнено в 21 школе из 21 (100 %)`,
    ],
    [
      'done in one school of five',
      {
        asked: 5,
        done: 1,
        schools: { done: 1, total: 5 },
        open: [
          { school: 'СОШ № 2', label: null, state: 'planned', dueOn: '2026-03-31' },
          { school: 'СОШ № 3', label: null, state: 'planned', dueOn: '2026-03-31' },
          { school: 'СОШ № 4', label: null, state: 'postponed', dueOn: '2026-09-15' },
        ],
        reasons: ['Карантин.'],
      },
      `${head} – исполнено в 1 школе из 5 (20 %); не исполнено: СОШ № 2, СОШ № 3; перенесено на 15.09.2026: СОШ № 4; и ещё не завершено: 1 исполнение; причина: «Карантин»`,
    ],
    [
      'month by month in schools',
      {
        asked: 10,
        done: 2,
        schools: { done: 0, total: 5 },
        open: [{ school: 'СОШ № 1', label: 'март 2026', state: 'planned', dueOn: null }],
      },
      `${head} – исполнено 2 раза из 10 (20 %), полностью – ни в одной школе из 5; не исполнено: СОШ № 1 (март 2026); и ещё не завершено: 7 исполнений; причина не указана`,
    ],
    [
      'waiting to be decided',
      { done: 0, open: [{ school: null, label: null, state: 'submitted', dueOn: '2026-03-31' }] },
      `${head} – представлено и проверяется: срок 31.03.2026`,
    ],
    [
      'cancelled',
      { asked: 0, done: 0, cancelled: 1, reasons: ['Снято приказом'] },
      `${head} – причина: «Снято приказом»`,
    ],
    ['without number and term', { no: '', phrase: '' }, '«Семинар для команд»'],
  ])('%s', (_name, changes, text) => {
    expect(textsOf(facts([{ ...activity('1.1', changes), id: 'a' }]))['activity:a']).toBe(text);
  });

  it('tells where it was carried over', () => {
    const carried = { to: 'План на 2027 год', reason: 'нет кадров' };
    const texts = textsOf(facts([activity('3.4', { ...late, carried })]));
    expect(texts['carried']).toBe('Перенесено в план на следующий период 1 мероприятие');
    expect(texts['carried:a3.4']).toBe(
      'п. 3.4 «Семинар для команд» – «План на 2027 год», причина: «нет кадров»',
    );
  });
});

describe('the printed text', () => {
  it('puts marks at the ends, edits in their places, and leaves out what was emptied', () => {
    const narrative = writeNarrative(facts([activity('1'), activity('2'), activity('3')]));
    const edits = [
      { key: 'activity:a1', text: 'проведён семинар', instead: '' },
      { key: 'activity:a3', text: '', instead: '' },
      { key: 'all-done', text: ' ', instead: '' },
    ];
    expect(printNarrative(narrative, edits).lines).toEqual([
      { kind: 'text', text: `${opening} проведены 3 мероприятия:` },
      { kind: 'item', text: 'проведён семинар;' },
      { kind: 'item', text: 'п. 2 «Семинар для команд» (срок: март 2026).' },
      { kind: 'text', text: expect.stringMatching(/исполнено 3 из 3 \(100.%\)\.$/) },
    ]);
  });

  it('ends a head without items as a sentence', () => {
    const narrative = writeNarrative(facts([activity('1')]));
    const [head] = printNarrative(narrative, [{ key: 'activity:a1', text: '', instead: '' }]).lines;
    expect(head?.text.endsWith('проведено 1 мероприятие.')).toBe(true);
  });
});
