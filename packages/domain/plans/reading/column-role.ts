import { plainText } from './printed-text.ts';

/** What a column of a table is for, told by the words of its head. */
export type ColumnRole =
  | 'number'
  | 'title'
  | 'deadline'
  | 'responsible'
  | 'expected'
  | 'indicator'
  | 'unit'
  | 'collection'
  | 'group'
  | 'school'
  | 'other';

type HeadWord = { readonly pattern: RegExp; readonly role: ColumnRole; readonly strength: number };

/**
 * The word that stands first in the head decides («Срок выполнения мероприятия» is a deadline); of two columns of one role the
 * stronger word wins, the other becomes `other`.
 */
const headWords: readonly HeadWord[] = [
  {
    pattern: /отметк|примечани|статус|факт[а-я]* (?:срок|исполн|выполн|дат)|фактическ/,
    role: 'other',
    strength: 9,
  },
  {
    pattern: /финансир|источник[а-я]* (?:средств|финанс)|бюджет|стоимост|объем[а-я]* (?:средств|финанс)/,
    role: 'other',
    strength: 9,
  },
  { pattern: /^(?:№|#)|^п ?\/ ?п|^n п|^номер|^№ ?п ?\/ ?п/, role: 'number', strength: 9 },
  {
    pattern:
      /(?:способ|метод|порядок|источник)[а-я]* (?:сбора|получения|расчета|информации|данных)|периодичность сбора/,
    role: 'collection',
    strength: 9,
  },
  { pattern: /единиц[а-я]* измер|^ед\. ?изм/, role: 'unit', strength: 5 },
  { pattern: /^ресурс/, role: 'group', strength: 5 },
  {
    pattern:
      /(?:наименование|название) (?:обще)?(?:образовательн|школ|оо(?!\p{L})|оу(?!\p{L})|учрежден|организац)/u,
    role: 'school',
    strength: 9,
  },
  { pattern: /наименование (?:показател|индикатор|критери)/, role: 'indicator', strength: 9 },
  { pattern: /срок|^дат[аы]|период|^врем[яе]|^когда|^месяц|^календарн/, role: 'deadline', strength: 5 },
  {
    pattern: /ответственн|исполнител|^организатор|кто проводит|^кто отвечает/,
    role: 'responsible',
    strength: 5,
  },
  { pattern: /ожидаем|планируем[а-я]* (?:результат|показател|эффект)/, role: 'expected', strength: 9 },
  { pattern: /результат|^эффект|^итог|^выход|^продукт/, role: 'expected', strength: 7 },
  {
    pattern:
      /подтвержда|форм[аы] (?:отчет|представл|завершен|предъявл|контрол|подведен)|отчетн|вид документ|^документ/,
    role: 'expected',
    strength: 5,
  },
  { pattern: /целев[а-я]* показател|показател|индикатор|критери/, role: 'indicator', strength: 6 },
  { pattern: /мероприяти|^меры|^мера\b/, role: 'title', strength: 9 },
  {
    pattern:
      /^действи|наименование|^содержани|^виды? (?:работ|деятельн)|^что |^работ[аы]|^тема|^план[а-я]* (?:работ|действ)/,
    role: 'title',
    strength: 6,
  },
  {
    pattern: /^направлени|^раздел|^блок|^задач|^риск|^фактор|^проблем|^этап|^цел[ьи]|^дефицит/,
    role: 'group',
    strength: 5,
  },
  {
    pattern: /^школ|образовательн[а-я]* (?:организаци|учреждени)|^оо$|^оу$|^учреждени|^организаци|^участник/,
    role: 'school',
    strength: 5,
  },
];

export type HeadMeaning = { readonly role: ColumnRole; readonly strength: number };

export function headMeaning(head: string): HeadMeaning | null {
  const text = plainText(head).replace(/^[^\p{L}\p{N}№#]+/u, '');
  let first: { at: number; meaning: HeadMeaning } | null = null;
  for (const { pattern, role, strength } of headWords) {
    const at = pattern.exec(text)?.index;
    if (at === undefined) continue;
    if (strength === 9 && role === 'other') return { role, strength };
    // «Направление работы, мероприятие»: what the rows are is told by the narrower word, wherever it stands.
    const wider = role === 'group' && first?.meaning.role === 'title' && first.meaning.strength === 9;
    if (first === null || (at < first.at && !wider)) first = { at, meaning: { role, strength } };
  }
  return first?.meaning ?? null;
}
