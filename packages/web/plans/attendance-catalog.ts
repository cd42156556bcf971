import { countEn, countRu, type Texts } from '@opora/domain/basics/catalog.ts';

const schoolsRu = (count: number) => countRu(count, 'школа', 'школы', 'школ');

const ru = {
  attendance: 'Участие школ',
  hint: 'Отметьте, какие школы участвовали. Когда отмечены все, доля посчитается сама. Вводится только число людей, без имён.',
  share: (share: string, people: number) =>
    people === 0 ? share : `${share} · ${countRu(people, 'человек', 'человека', 'человек')}`,
  incomplete: (came: number, unmarked: number) =>
    `Участвовали: ${schoolsRu(came)} · не отмечено: ${schoolsRu(unmarked)}`,
  school: 'Школа',
  tookPart: 'Участвовала',
  answers: { unknown: '—', yes: 'Да', no: 'Нет' },
  people: 'Человек',
  answerOf: (school: string) => `Участвовала: ${school}`,
  peopleOf: (school: string) => `Сколько человек: ${school}`,
  allYes: 'Остальные участвовали',
  allNo: 'Остальные не участвовали',
  list: 'Список участников',
  listHint:
    'По строке на школу; число людей — через точку с запятой, табуляцию или «5 чел.». Список не сохраняется.',
  read: 'Разобрать список',
  file: 'Из файла (XLSX, CSV)',
  found: (count: number) => `Найдено: ${schoolsRu(count)}. Проверьте и сохраните.`,
  leftOut: (count: number) =>
    `Список слишком длинный: не разобрано ${countRu(count, 'строка', 'строки', 'строк')}. Внесите их отдельно.`,
  doubts: 'Эти строки не удалось отнести к школе плана. Выберите школу или оставьте как есть.',
  doubt: (printed: string, people: number | null) => (people === null ? printed : `${printed} (${people})`),
  chooseSchool: 'Какая это школа',
  save: 'Сохранить отметки',
  saved: 'Отметки сохранены',
  wrongPeople: 'Число людей — целое, больше нуля',
};

export const attendanceTexts: Texts<typeof ru> = {
  ru,
  en: {
    attendance: 'Attendance of schools',
    hint: 'Mark which schools took part. When all are marked, the share is counted by itself. Only numbers of people, no names.',
    share: (share, people) => (people === 0 ? share : `${share} · ${countEn(people, 'person', 'people')}`),
    incomplete: (came, unmarked) =>
      `Took part: ${countEn(came, 'school', 'schools')} · not marked: ${countEn(unmarked, 'school', 'schools')}`,
    school: 'School',
    tookPart: 'Took part',
    answers: { unknown: '—', yes: 'Yes', no: 'No' },
    people: 'People',
    answerOf: (school) => `Took part: ${school}`,
    peopleOf: (school) => `How many people: ${school}`,
    allYes: 'The others took part',
    allNo: 'The others did not',
    list: 'List of those who came',
    listHint: 'A line a school; the number of people after a semicolon or a tab. The list is not kept.',
    read: 'Read the list',
    file: 'Out of a file (XLSX, CSV)',
    found: (count) => `Found: ${countEn(count, 'school', 'schools')}. Look it over and save.`,
    leftOut: (count) =>
      `The list is too long: ${countEn(count, 'row', 'rows')} not read. Bring them by themselves.`,
    doubts: 'These lines fit no school of the plan for certain. Choose the school or leave them.',
    doubt: (printed, people) => (people === null ? printed : `${printed} (${people})`),
    chooseSchool: 'Which school is it',
    save: 'Save the marks',
    saved: 'The marks are saved',
    wrongPeople: 'The number of people is whole and above zero',
  },
};
