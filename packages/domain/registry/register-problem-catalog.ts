import type { Texts } from '../basics/catalog.ts';
import type { RegisterProblem, RegisterProblemCode } from './register-problem.ts';

type Words = Readonly<Record<RegisterProblemCode, (problem: RegisterProblem) => string>>;

/** What is wrong with the row, and what to do. */
export const registerProblemTexts: Texts<Words> = {
  ru: {
    'name-missing': () => 'Нет названия. Заполните ячейку или удалите строку.',
    'too-long': () => 'Текст слишком длинный. Сократите его.',
    formula: () => 'В ячейке формула, а не значение. Вставьте значение.',
    'kind-unknown': () =>
      'Вид организации не распознан. Напишите: школа, филиал, институт, орган управления или муниципалитет.',
    'school-type-unknown': () =>
      'Тип школы не распознан. Напишите: общеобразовательная, коррекционная, вечерняя, санаторная, при больнице или при исправительном учреждении — или не выбирайте этот столбец.',
    'inn-wrong': () => 'ИНН с ошибкой: нужны 10 цифр, и контрольная цифра должна сходиться.',
    'inn-of-person': () => 'Это ИНН человека (12 цифр). У организации 10 цифр.',
    'ogrn-wrong': () => 'ОГРН с ошибкой: нужны 13 цифр, и контрольная цифра должна сходиться.',
    'date-wrong': () => 'Дата не распознана. Напишите её так: 01.09.2021.',
    'closed-before-opened': () => 'Дата закрытия раньше даты открытия.',
    'municipality-missing': () => 'Не указан муниципалитет.',
    'municipality-unknown': () =>
      'Такого муниципалитета в дереве нет. Исправьте название или включите добавление новых муниципалитетов.',
    'parent-missing': () => 'У филиала не указана головная организация.',
    'parent-unknown': () =>
      'Головная организация не найдена ни в файле, ни в реестре, или её строка не принята.',
    'parent-ambiguous': () => 'Головных организаций с таким названием несколько. Укажите ИНН или код.',
    'parent-cycle': () => 'Филиалы указаны головными друг для друга.',
    'parent-not-school': () => 'Головная организация сама филиал. Укажите юридическое лицо.',
    duplicate: ({ otherRow }) => `Повторяет строку ${otherRow ?? ''}. Оставьте одну из них.`,
    ambiguous: () => 'В реестре несколько таких организаций. Укажите код или ИНН.',
    'kind-differs': () => 'В реестре эта организация другого вида. Загрузка вид не меняет.',
    'place-differs': () =>
      'В реестре эта организация подчинена другому муниципалитету или школе. Загрузка её не переносит.',
    'not-yours': () => 'Здесь у вас нет прав добавлять и менять организации.',
  },
  en: {
    'name-missing': () => 'There is no name. Fill in the cell or delete the row.',
    'too-long': () => 'The text is too long. Shorten it.',
    formula: () => 'The cell holds a formula, not a value. Paste the value.',
    'kind-unknown': () =>
      'The kind is not recognised. Write: школа (school), филиал (branch), институт (institute), орган управления (authority) or муниципалитет (municipality).',
    'school-type-unknown': () =>
      'The type of the school is not recognised. Write: общеобразовательная (general), коррекционная (correctional), вечерняя (evening), санаторная (sanatorium), при больнице (in a hospital) or при исправительном учреждении (at a penal institution), or do not choose this column.',
    'inn-wrong': () => 'The INN is wrong: 10 digits are needed, and the check digit must fit.',
    'inn-of-person': () => 'This is a person’s INN (12 digits). An organisation has 10 digits.',
    'ogrn-wrong': () => 'The OGRN is wrong: 13 digits are needed, and the check digit must fit.',
    'date-wrong': () => 'The date is not recognised. Write it like this: 01.09.2021.',
    'closed-before-opened': () => 'The closing date is before the opening date.',
    'municipality-missing': () => 'There is no municipality.',
    'municipality-unknown': () =>
      'There is no such municipality in the tree. Mend the name or let new municipalities be added.',
    'parent-missing': () => 'The branch has no parent organisation.',
    'parent-unknown': () =>
      'The parent organisation is neither in the file nor in the register, or its row is refused.',
    'parent-ambiguous': () => 'Several parent organisations have this name. Give the INN or the code.',
    'parent-cycle': () => 'The branches are parents of each other.',
    'parent-not-school': () => 'The parent organisation is a branch itself. Give the legal entity.',
    duplicate: ({ otherRow }) => `Repeats row ${otherRow ?? ''}. Keep one of them.`,
    ambiguous: () => 'The register has several such organisations. Give the code or the INN.',
    'kind-differs': () =>
      'In the register this organisation is of another kind. An import does not change kinds.',
    'place-differs': () =>
      'In the register this organisation stands below another municipality or school. An import does not move it.',
    'not-yours': () => 'You have no right to add and change organisations here.',
  },
};
