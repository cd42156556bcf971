import type { Procedure } from '@opora/domain/results/procedure.ts';
import { procedureWords } from '@opora/domain/results/verdict-catalog.ts';
import { countEn, countRu, type Texts } from '@opora/domain/basics/catalog.ts';

const ru = {
  title: 'Результаты с поправкой на контекст',
  purpose:
    'Выше или ниже линии — лучше или хуже, чем обычно при таких условиях. Условия объясняют лишь часть; остаток — повод разобраться, не оценка.',
  procedure: 'Процедура и год',
  procedureName: (procedure: Procedure, year: number) => `${procedureWords(procedure, 'ru')}, ${year}`,
  diagnostic: 'диагностика, не оценка',
  diagnosticWhy:
    'ВПР не применяют для оценки школ, поэтому в кандидаты по ней никто не попадает. Можно посмотреть для анализа; такой список нельзя публиковать и использовать для решений о школе.',
  takeDiagnostic: 'Понимаю, показать кандидатов для анализа',
  noResults: 'Результатов, по которым известно число не достигших минимума, ещё нет.',
  noLine: 'Линии нет: нужно не меньше 20 школ с индексом и пятью участниками.',
  finding: (points: string, count: number) =>
    `На 10 пунктов индекса доля достигших минимума в среднем ${points} (${countRu(count, 'школа', 'школы', 'школ')})`,
  more: (points: string) => `выше на ${points} п. п.`,
  less: (points: string) => `ниже на ${points} п. п.`,
  same: 'не меняется',
  index: 'Индекс: 0 — трудные условия, 100 — лёгкие',
  result: 'Достигли минимума, %',
  schools: 'Школы',
  rough: 'Приблизительно',
  candidates: 'Кандидаты',
  line: 'Ожидаемое',
  band: 'Границы для одной школы, 95 %',
  school: 'Школа',
  indexShort: 'Индекс',
  participants: 'Участников',
  reached: 'Достигли минимума',
  expected: 'Ожидалось (от — до)',
  residual: 'Разность, п. п.',
  between: (expected: string, low: string, high: string) => `${expected} % (${low}–${high} %)`,
  percent: (value: string, isRough: boolean) => `${isRough ? '≈ ' : ''}${value} %`,
  roughNote: '«≈»: ниже минимума от 1 до 4 участников; число скрыто, показана середина возможного.',
  resilient: 'Кандидаты в резильентные школы',
  resilientRule:
    'Среди 30 % школ с самыми трудными условиями; разность — в верхней трети два года подряд; каждый год не меньше 20 участников. Оба года — по паспортам выбранного года. Правило наше: федерального определения нет.',
  candidate: 'кандидат',
  resilientNot:
    'Это не звание и не оценка. Две удачи подряд случаются и сами; прежде чем звать опыт школы опытом, посмотрите, как она учит, и проверьте объективность результатов.',
  noCandidates: 'По этому правилу кандидатов нет.',
  notKnown: 'Назвать кандидатов нельзя: за этот или прошлый год линии нет.',
};

export const contextLineTexts: Texts<typeof ru> = {
  ru,
  en: {
    title: 'Results against the context',
    purpose:
      'Above or below the line: better or worse than usual in such conditions. Conditions explain only a part; the rest is a reason to look, not a judgement.',
    procedure: 'Procedure and year',
    procedureName: (procedure, year) => `${procedureWords(procedure, 'en')}, ${year}`,
    diagnostic: 'diagnosis, not evaluation',
    diagnosticWhy:
      'Such works are not used to evaluate schools, so nobody becomes a candidate by them. You may look for analysis; such a list must not be published or used to decide about a school.',
    takeDiagnostic: 'I understand, show candidates for analysis',
    noResults: 'There are no results yet of which the number below the minimum is known.',
    noLine: 'No line: it wants at least 20 schools with an index and five participants.',
    finding: (points, count) =>
      `For 10 points of the index the share that reached the minimum is on average ${points} (${countEn(count, 'school', 'schools')})`,
    more: (points) => `${points} points higher`,
    less: (points) => `${points} points lower`,
    same: 'no different',
    index: 'Index: 0 is a hard context, 100 an easy one',
    result: 'Reached the minimum, %',
    schools: 'Schools',
    rough: 'Roughly',
    candidates: 'Candidates',
    line: 'Expected',
    band: 'Bounds for one school, 95%',
    school: 'School',
    indexShort: 'Index',
    participants: 'Participants',
    reached: 'Reached the minimum',
    expected: 'Expected (from – to)',
    residual: 'Difference, points',
    between: (expected, low, high) => `${expected}% (${low}–${high}%)`,
    percent: (value, isRough) => `${isRough ? '≈ ' : ''}${value}%`,
    roughNote:
      '“≈”: 1 to 4 participants are below the minimum; the number is hidden, the middle of what it may be is shown.',
    resilient: 'Candidates for resilient schools',
    resilientRule:
      'Among the 30% of schools in the hardest contexts; the difference in the top third two years running; at least 20 participants in each. Both years by the passports of the chosen year. The rule is ours: there is no federal definition.',
    candidate: 'candidate',
    resilientNot:
      'This is no title and no judgement. Two lucky years happen by themselves; before calling it experience, look at how the school teaches and check that its results are objective.',
    noCandidates: 'By this rule there are no candidates.',
    notKnown: 'Candidates cannot be named: this year or the one before has no line.',
  },
};
