import { readDeadline } from './read-deadline.ts';
import type { ReadActivity, ReadDocument } from './read-document.ts';

const context = {
  periodStart: '2023-01-01',
  periodEnd: '2023-12-31',
  schoolYearStart: null,
  actDate: '2023-01-20',
  schoolTerms: [],
};

export function readActivityForTests(no: string, title: string, phrase: string, line: number): ReadActivity {
  return {
    no,
    title,
    section: 'Организация',
    deadline: readDeadline(phrase, context),
    responsible: ['ДО'],
    expected: ['Приказ'],
    source: { from: line, to: line, page: null, table: 1, row: line },
  };
}

/** A small reading: three activities in one section, the third with a phrase that says no time. */
export function readDocumentForTests(): ReadDocument {
  return {
    requisites: {
      type: 'приказ',
      number: '55',
      date: '2023-01-20',
      place: null,
      authority: 'Департамент образования',
      title: 'Об утверждении дорожной карты',
      annexTitle: 'Дорожная карта',
      signatory: null,
      controller: null,
      basis: [],
      region: null,
      municipality: null,
      periodStart: '2023-01-01',
      periodEnd: '2023-12-31',
    },
    goal: null,
    tasks: [],
    expectedResults: [],
    schools: [],
    people: [],
    abbreviations: { ДО: 'Департамент образования' },
    sections: ['Организация'],
    activities: [
      readActivityForTests('1.1', 'Утвердить перечень школ', 'март', 1),
      readActivityForTests('1.2', 'Назначить кураторов', 'до 10.02.2023', 2),
      readActivityForTests('1.3', 'Провести семинар', 'ыыы', 3),
    ],
    indicators: [],
    warnings: [
      { code: 'row-joined', where: '1.2', activity: 1, values: [], source: null },
      { code: 'act-number-differs', where: '', activity: null, values: ['55', '56'], source: null },
    ],
  };
}
