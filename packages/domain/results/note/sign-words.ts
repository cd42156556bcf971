import type { ObjectivitySign } from '../objectivity-signs.ts';

/** A sign in a few words, for a table of a document; its numbers are on the page of the school. */
export const signWords: Readonly<Record<ObjectivitySign['code'], string>> = {
  'raised-marks': 'отметки за работу выше журнальных чаще, чем в регионе',
  'lowered-marks': 'отметки за работу ниже журнальных чаще, чем в регионе',
  'far-above-journal': 'отметки за работу выше журнальных на две и более чаще, чем в регионе',
  'far-below-journal': 'отметки за работу ниже журнальных на две и более чаще, чем в регионе',
  'score-peak': 'скопление работ на границе отметок',
  'simple-worse-hard-better': 'простые задания решены хуже, а сложные лучше, чем в регионе',
  'cohort-jump': 'доля ниже минимума у тех же обучающихся резко изменилась за год',
  'work-against-exam': 'на экзамене доля ниже минимума заметно больше, чем была в ВПР',
};
