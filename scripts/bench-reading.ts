import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { matchSchedule } from '@opora/domain/plans/match-schedule.ts';
import type { PrintedActivity, PrintedPlan } from '@opora/domain/plans/printed-plan.ts';
import { readDeadline } from '@opora/domain/plans/read-deadline.ts';
import { readPlanDocument } from '@opora/domain/plans/read-plan-document.ts';
import { readFile } from '@opora/office/read-file.ts';
import { writePlanDocx } from '@opora/office/write-plan-docx.ts';
import { type Measure, medianMs } from './bench-measure.ts';

const project = join(import.meta.dirname, '..');
const bytesOf = (file: string) => new Uint8Array(readFileSync(join(project, file)));

/** From the bytes of a file to a read plan, inside a running process. */
export async function measureReading(): Promise<Measure[]> {
  const text = bytesOf('demo/karta-podderzhki-kamenskiy-okrug.txt');
  const docx = bytesOf('demo/dorozhnaya-karta-lugovskoy-rayon.docx');
  const pdf = bytesOf('bench/fixtures/plan-10-pages.pdf');
  const [thousand, fiveThousand] = [await longPlan(1_000), await longPlan(5_000)];
  const short = await medianMs(3, () => readWhole(thousand));
  const long = await medianMs(3, () => readWhole(fiveThousand));
  return [
    { what: 'a text of two pages', value: await medianMs(20, () => readWhole(text)), limit: 100, unit: 'ms' },
    {
      what: 'a DOCX of four pages',
      value: await medianMs(20, () => readWhole(docx)),
      limit: 100,
      unit: 'ms',
    },
    { what: 'a PDF of ten pages', value: await medianMs(7, () => readWhole(pdf)), limit: 500, unit: 'ms' },
    // Proportional growth would be 5; what is read once for the whole document makes it less, a quadratic rule would make it 25.
    { what: 'a table of 5,000 rows against one of 1,000', value: long / short, limit: 6, unit: '×' },
    {
      what: 'a schedule of 5,000 events matched to 400 rows that wait for a date',
      value: await medianMs(3, matchLongSchedule),
      limit: 3_000,
      unit: 'ms',
    },
  ];
}

function matchLongSchedule(): Promise<void> {
  const title = (at: number): string => `Семинар ${at} для директоров школ района`;
  const context = {
    periodStart: '2026-01-01',
    periodEnd: '2026-12-31',
    schoolYearStart: null,
    actDate: null,
    schoolTerms: [],
  };
  const deadline = readDeadline('По графику ИРО', context);
  const rows = Array.from({ length: 400 }, (_, at) => ({
    activityId: String(at),
    no: String(at),
    title: title(at),
    deadline,
    instances: [],
  }));
  const events = Array.from({ length: 5_000 }, (_, at) => ({
    key: String(at),
    title: title(at),
    no: null,
    about: '',
    startsOn: '2026-03-12',
    endsOn: '2026-03-12',
    doubts: [],
  }));
  matchSchedule(events, rows);
  return Promise.resolve();
}

async function readWhole(bytes: Uint8Array): Promise<void> {
  readPlanDocument(await readFile(bytes, { fileName: 'bench' }));
}

const deadlines = [
  'До 10.09.2026',
  'Сентябрь-декабрь',
  'В течение года',
  'Ежемесячно. Индивидуально',
  'По графику ИРО',
];
const parties = [['Управление образования'], ['Руководители ШНОР', 'кураторы'], ['ИМЦ', 'ЦНППМ']];
const results = [['Приказ'], ['План и протокол', '100 % участия'], ['Аналитическая справка']];

function longPlan(rows: number): Promise<Uint8Array> {
  const activities = Array.from({ length: rows }, (_, at): PrintedActivity => ({
    no: `1.${at + 1}.`,
    title: `Мероприятие ${at + 1}: обсуждение результатов и адресные рекомендации школе`,
    deadline: deadlines[at % deadlines.length] ?? '',
    startsOn: null,
    dueOn: null,
    responsible: parties[at % parties.length] ?? [],
    expected: results[at % results.length] ?? [],
    accepted: 0,
    instances: 1,
    late: 0,
  }));
  const plan: PrintedPlan = {
    authority: 'Управление образования администрации Лугового района',
    actType: 'приказ',
    actNumber: '214',
    actDate: '2025-12-28',
    amendedBy: [],
    title: 'Дорожная карта по поддержке школ с низкими образовательными результатами на 2026 год',
    goal: null,
    tasks: [],
    expectedResults: [],
    schools: [],
    sections: [{ title: '1. Сопровождение', activities }],
    abbreviations: {},
  };
  return writePlanDocx(plan);
}
