import { describe, expect, it } from 'vitest';
import { mathematics, russian, check } from '../results-for-tests.ts';
import type { NoteCounts, NoteInput, NoteProcedure } from './analytic-note.ts';
import { writeNote } from './write-note.ts';

const counts = (below: NoteCounts['below'], assessed: NoteCounts['assessed']): NoteCounts => ({
  below,
  assessed,
});
const procedure = (more: Partial<NoteProcedure> = {}): NoteProcedure => ({
  procedure: mathematics,
  whole: counts(120, 600),
  parts: [
    { name: 'Каменский округ', ...counts(90, 200) },
    { name: 'Луговской район', ...counts('hidden', 200) },
    { name: 'г. Светлый', ...counts(20, 200) },
  ],
  years: [
    { year: 2025, ...counts(60, 600) },
    { year: 2026, ...counts(120, 600) },
  ],
  ...more,
});
const input = (more: Partial<NoteInput> = {}): NoteInput => ({
  territory: 'Заречная область',
  partKind: 'municipality',
  year: 2026,
  madeOn: '2026-11-22',
  procedures: [procedure()],
  signed: [],
  list: null,
  ...more,
});
const plain = (value: unknown): string => JSON.stringify(value).replaceAll('\u00A0', ' ');
const sections = (given: NoteInput) => writeNote(given).sections.map(({ title }) => title);

describe('an analytic note', () => {
  it('says what the share is made of and whether the year before differs by more than chance', () => {
    expect(plain(writeNote(input()))).toContain(
      'ОГЭ, 9 класс, математика: ниже минимума 120 из 600 · 20 %. К 2025 году доля выросла на 10 п. п.: больше, чем объяснил бы случай.',
    );
    const same = procedure({
      years: [
        { year: 2025, ...counts(118, 600) },
        { year: 2026, ...counts(120, 600) },
      ],
    });
    expect(plain(writeNote(input({ procedures: [same] })))).toContain(
      'К 2025 году разница не выходит за пределы случайного разброса.',
    );
    const few = procedure({
      whole: counts(5, 9),
      years: [
        { year: 2025, ...counts(9, 9) },
        { year: 2026, ...counts(5, 9) },
      ],
    });
    expect(plain(writeNote(input({ procedures: [few] })))).toContain('Участников слишком мало, чтобы судить');
    const first = procedure({ years: [{ year: 2026, ...counts(120, 600) }] });
    expect(plain(writeNote(input({ procedures: [first] })))).toContain(
      'За предыдущий год сравнимых данных нет.',
    );
  });

  it('tells of the return to the mean wherever it tells of a change', () => {
    expect(plain(writeNote(input()))).toContain('возврат к среднему');
    const same = procedure({ years: [] });
    expect(plain(writeNote(input({ procedures: [same] })))).not.toContain('возврат к среднему');
  });

  it('names parts that differ from the others by more than chance, and no part whose number is kept back', () => {
    const said = plain(writeNote(input()));
    expect(said).toContain(
      'доля ниже минимума заметно больше, чем у остальных: Каменский округ; заметно меньше: г. Светлый.',
    );
    expect(said).toContain('["Луговской район","200","скрыто","скрыто","–"]');
    const { sections: all } = writeNote(input());
    const charts = all.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : [])),
    );
    const intervals = charts.flatMap((chart) => (chart.kind === 'intervals' ? chart.rows : []));
    expect(intervals.map(({ name }) => name)).toEqual(['Каменский округ', 'г. Светлый']);
  });

  it('keeps ВПР apart, as a diagnosis, without a comparison of territories', () => {
    const works = procedure({ procedure: check });
    expect(sections(input({ procedures: [works] }))).toEqual([
      '1. Исходные данные',
      '2. Всероссийские проверочные работы',
      '3. Выводы и предложения',
    ]);
    const said = plain(writeNote(input({ procedures: [works] })));
    expect(said).toContain('Диагностика, не оценка');
    expect(said).not.toContain('Каменский округ');
    expect(said).not.toContain('Запросить');
  });

  it('proposes what the numbers ask for, and to go on watching where they ask for nothing', () => {
    const said = plain(writeNote(input()));
    expect(said).toContain('Выяснить причины роста доли ниже минимума: ОГЭ, 9 класс, математика');
    expect(said).toContain('Запросить у муниципалитетов анализ причин');
    const still = procedure({ procedure: russian, parts: [], years: [] });
    expect(plain(writeNote(input({ procedures: [still] })))).toContain('продолжить наблюдение');
  });

  it('holds an approved list with its rule and the schools whose signs ask for a closer look', () => {
    const given = input({
      signed: [{ municipality: 'Каменский округ', school: 'СОШ № 2', signs: ['отметки ВПР выше журнала'] }],
      list: {
        act: 'Приказ от 01.09.2026 № 12',
        rule: ['Школа попадает в список, если …'],
        schools: [
          {
            municipality: 'Каменский округ',
            school: 'СОШ № 1',
            certainty: 'возможно',
            low: ['ОГЭ, математика'],
          },
        ],
      },
    });
    expect(sections(given)).toContain('5. Школы с низкими образовательными результатами');
    expect(plain(writeNote(given))).toContain('Приказ от 01.09.2026 № 12: в списке 1 школа.');
    expect(plain(writeNote(given))).toContain('повод посмотреть внимательнее, а не вывод о нарушении');
  });
});
