import type { Texts } from '@opora/domain/basics/catalog.ts';
import type { Combination, IdentificationRule } from '@opora/domain/results/methodology.ts';

const partsRu: Record<keyof IdentificationRule, string> = {
  threshold: 'Порог, % участников ниже минимума',
  minParticipants: 'Наименьшее число участников процедуры',
  yearsPooled: 'Сколько лет складывать',
  poolOnlyUnder: 'Складывать, только если участников в году меньше',
  minProceduresInYear: 'Низких процедур в году, не менее',
  repeatYears: 'Одна и та же процедура низкая, лет подряд',
  combine: 'Как соединить',
  procedures: 'Какие процедуры учитывать',
  excludedTypes: 'Какие школы не рассматривать',
};

const combinesRu: Record<Combination, string> = {
  and: 'И число процедур в году, и повтор',
  or: 'Или число процедур, или повтор',
  a: 'Только число процедур в году',
  b: 'Только повтор процедуры',
};

const ru = {
  parts: partsRu,
  combines: combinesRu,
  poolOnlyUnderHint: 'Пусто — складывать у всех школ',
  allProcedures: 'Все, по которым есть результаты',
  kind: 'Вид',
  grades: 'Классы',
  gradesHint: 'через запятую; пусто — все',
  subjects: 'Предметы',
  addProcedure: 'Добавить процедуру',
  removeProcedure: (kind: string) => `Убрать: ${kind}`,
  wrong: 'Проверьте значение',
};

/** Words of the parts of a rule, for the editor of methodologies and for trying a rule on a list. */
export const ruleTexts: Texts<typeof ru> = {
  ru,
  en: {
    parts: {
      threshold: 'Threshold, % of participants below the minimum',
      minParticipants: 'Fewest participants of a procedure',
      yearsPooled: 'Years to add up',
      poolOnlyUnder: 'Add up only where fewer took part in the year than',
      minProceduresInYear: 'Low procedures in the year, at least',
      repeatYears: 'The same procedure low, years running',
      combine: 'How to combine',
      procedures: 'Which procedures count',
      excludedTypes: 'Which schools are not considered',
    },
    combines: {
      and: 'Both the number of procedures and the repeat',
      or: 'Either the number of procedures or the repeat',
      a: 'The number of procedures in the year only',
      b: 'The repeat of a procedure only',
    },
    poolOnlyUnderHint: 'Empty: add up in every school',
    allProcedures: 'All that have results',
    kind: 'Kind',
    grades: 'Grades',
    gradesHint: 'with commas; empty: all',
    subjects: 'Subjects',
    addProcedure: 'Add a procedure',
    removeProcedure: (kind) => `Remove: ${kind}`,
    wrong: 'Check the value',
  },
};
