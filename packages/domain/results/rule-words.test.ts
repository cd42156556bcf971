import { describe, expect, it } from 'vitest';
import { ruleForTests as rule } from './results-for-tests.ts';
import { ruleWords } from './rule-words.ts';

const words = (more: Partial<typeof rule> = {}) => ruleWords({ ...rule, ...more }, 'ru');

describe('a rule in words', () => {
  it('says who is listed, what is low and what takes part', () => {
    expect(words()).toEqual([
      'Школа попадает в список, если в этом году низкие результаты не менее чем в 2 процедурах, и при этом в одной и той же процедуре результат низкий 2 года подряд, считая этот.',
      'Результат низкий, если ниже минимума не менее 30\u00A0% участников.',
      'Процедура не участвует, если участников меньше 10.',
      'Каждый год берётся сам по себе.',
      'Учитываются все процедуры, по которым есть результаты.',
    ]);
  });

  it.each([
    [{ combine: 'or' }, ', или в одной и той же'],
    [{ combine: 'b', repeatYears: 3 }, 'если в одной и той же процедуре результат низкий 3 года подряд'],
    [{ combine: 'a', minProceduresInYear: 1 }, 'хотя бы в одной процедуре.'],
    [{ threshold: 0.125 }, 'не менее 12,5\u00A0% участников'],
    [{ minParticipants: 0 }, 'хотя бы один участник'],
    [{ yearsPooled: 3 }, 'складываются за 3 года.'],
    [
      { yearsPooled: 2, poolOnlyUnder: 20 },
      'за 2 года, но только там, где участников в самом году меньше 20',
    ],
    [
      { procedures: [{ procedure: 'ВПР', grades: [5, 6], subjects: ['математика'] }, { procedure: 'ЕГЭ' }] },
      'Учитываются: ВПР — 5, 6 классы — математика; ЕГЭ.',
    ],
    [{ excludedTypes: ['evening'] }, 'Не рассматриваются школы: вечерние (сменные).'],
  ] as const)('changes with its parts: %o', (more, part) => {
    expect(words(more as Partial<typeof rule>).join(' ')).toContain(part);
  });
});
