import { formatDate } from '../basics/format.ts';
import type { IdentificationRun, RunMeasure, RunReasons, RunVerdict } from './identification-run.ts';
import type { ResultSheet } from './result-sheet.ts';
import { ruleWords } from './rule-words.ts';
import { shownPupilsMin } from './suppress-cells.ts';
import { bandWords, procedureWords, verdictTexts } from './verdict-catalog.ts';

/** A school of the list as it goes out: in alphabetical order of municipalities and schools, reasons without small counts. */
export type PrintedSchool = {
  readonly municipality: string;
  readonly school: string;
  readonly verdict: RunVerdict;
  /** Of a school on the list; null where the file does not give them. */
  readonly reasons: RunReasons | null;
};

/** A list as sheets: who is on it, all schools, the numbers behind each school on it, the rule. In Russian: it goes with an act. */
export function printList(run: IdentificationRun, schools: readonly PrintedSchool[]): ResultSheet[] {
  const listed = schools.filter(({ verdict }) => verdict.verdict === 'listed');
  return [
    {
      name: 'В списке',
      notes: [],
      columns: schoolColumns,
      rows: listed.map((school, at) => schoolRow(school, at)),
    },
    {
      name: 'Все школы',
      notes: [],
      columns: schoolColumns,
      rows: schools.map((school, at) => schoolRow(school, at)),
    },
    {
      name: 'Основания',
      notes: [],
      columns: measureColumns,
      rows: listed.flatMap((school) =>
        (school.reasons?.measures ?? []).map((measure) => measureRow(school, measure)),
      ),
    },
    { name: 'Правило', notes: [], columns: [text(title(run), 110)], rows: aboutRows(run) },
  ];
}

const text = (title: string, width: number) => ({ title, width, kind: 'text' as const });
const count = (title: string, width: number) => ({ title, width, kind: 'count' as const });

const schoolColumns = [
  count('№', 6),
  text('Муниципалитет', 28),
  text('Школа', 48),
  text('Вывод', 20),
  text('Насколько надёжно', 18),
  text('Низкие результаты года', 60),
];

const measureColumns = [
  text('Муниципалитет', 28),
  text('Школа', 48),
  count('Год', 8),
  text('Процедура', 36),
  count('Участников', 12),
  count('Ниже минимума', 14),
  { title: 'Доля', width: 10, kind: 'share' as const },
  text('Результат', 14),
  text('Пометка', 28),
];

const texts = verdictTexts.ru;

function schoolRow({ municipality, school, verdict }: PrintedSchool, at: number): (string | number)[] {
  return [
    at + 1,
    municipality,
    school,
    texts.verdicts[verdict.verdict],
    texts.certainties[verdict.certainty],
    verdict.low.map((procedure) => procedureWords(procedure, 'ru')).join('; '),
  ];
}

function measureRow(
  { municipality, school }: PrintedSchool,
  { year, procedure, participants, below, between, low }: RunMeasure,
): (string | number)[] {
  return [
    municipality,
    school,
    year,
    procedureWords(procedure, 'ru'),
    participants ?? hidden,
    below ?? bandWords(between) ?? hidden,
    participants === null || below === null ? hidden : below / participants,
    low === null ? hidden : low ? 'низкий' : '',
    procedure.kind === 'ВПР' ? 'диагностика, не оценка' : '',
  ];
}

const hidden = 'скрыто';

function title({ year, state, act }: IdentificationRun): string {
  const list = `Список школ с низкими результатами, ${year} год`;
  if (act === null) return `${list}. Проект, не утверждён.`;
  const by = `приказ от ${formatDate(act.actOn)} № ${act.actNumber}`;
  return state === 'withdrawn' ? `${list}: ${by}. Отозван.` : `${list}: ${by}.`;
}

function aboutRows({ methodology }: IdentificationRun): string[][] {
  return [
    [`Методика: ${methodology.title}, версия ${methodology.version}.`],
    [methodology.standing],
    ...ruleWords(methodology, 'ru').map((sentence) => [sentence]),
    [
      `Числа от 1 до ${shownPupilsMin - 1} участников и всё, что позволило бы их вычислить, заменены границами или словом «${hidden}»; надёжность названа наименьшая из возможных при них. Школы стоят по алфавиту муниципалитетов: это не рейтинг.`,
    ],
  ];
}
