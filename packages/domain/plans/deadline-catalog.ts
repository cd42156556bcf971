import { countEn, countRu, type Texts } from '../basics/catalog.ts';
import type { DeadlineAssumption } from './deadline.ts';

const monthsOf = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(
  ' ',
);
const monthsIn = 'январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре'.split(
  ' ',
);
const monthsRu = 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ');
const weekdaysRu = 'понедельникам вторникам средам четвергам пятницам субботам воскресеньям'.split(' ');
const weekdayRu = 'понедельник вторник среду четверг пятницу субботу воскресенье'.split(' ');
const ordinalEnds = ['й', 'й', 'ю', 'й', 'ю', 'ю', 'е'];
const lastRu = ['последний', 'последний', 'последнюю', 'последний', 'последнюю', 'последнюю', 'последнее'];
const romans = ['I', 'II', 'III', 'IV'];

/** Numbers of months and weekdays are from 1. */
const ru = {
  unread: 'не прочитан',
  continuous: 'без последнего дня',
  perSchool: 'по каждой школе',
  and: 'и',
  day: (day: number, month: number) => `${day} ${monthsOf[month - 1]}`,
  days: (first: number, last: number, month: number) => `${first}–${last} ${monthsOf[month - 1]}`,
  range: (from: string, to: string) => `${from} – ${to}`,
  inYear: (days: string, year: number) => `${days} ${year}`,
  until: (day: string) => `до ${day} включительно`,
  since: (day: string) => `с ${day}`,
  schedule: (owner: string) =>
    owner ? `по внешнему графику (${owner}), дат пока нет` : 'по внешнему графику, дат пока нет',
  event: (name: string) => `по событию «${name}», дат пока нет`,
  after: (length: string, name: string) =>
    name ? `${length} со дня события «${name}»` : `${length} со дня утверждения`,
  before: (length: string, name: string) => `за ${length} до события «${name}»`,
  atOnce: (name: string) => (name ? `в день события «${name}»` : 'сразу'),
  calendarDays: (count: number) => countRu(count, 'день', 'дня', 'дней'),
  workingDays: (count: number) => countRu(count, 'рабочий день', 'рабочих дня', 'рабочих дней'),
  every: {
    day: (n: number) => (n === 1 ? 'каждый день' : `раз в ${countRu(n, 'день', 'дня', 'дней')}`),
    week: (n: number) => (n === 1 ? 'каждую неделю' : `раз в ${countRu(n, 'неделю', 'недели', 'недель')}`),
    month: (n: number) => (n === 1 ? 'каждый месяц' : `раз в ${countRu(n, 'месяц', 'месяца', 'месяцев')}`),
    quarter: (n: number) =>
      n === 1 ? 'каждый квартал' : `раз в ${countRu(n, 'квартал', 'квартала', 'кварталов')}`,
    'school-quarter': (n: number) =>
      n === 1 ? 'каждую учебную четверть' : `раз в ${countRu(n, 'четверть', 'четверти', 'четвертей')}`,
    'half-year': (n: number) =>
      n === 1 ? 'каждое полугодие' : `раз в ${countRu(n, 'полугодие', 'полугодия', 'полугодий')}`,
    year: (n: number) => (n === 1 ? 'каждый год' : `раз в ${countRu(n, 'год', 'года', 'лет')}`),
  },
  times: (count: number) => `не реже ${countRu(count, 'раза', 'раз', 'раз')}`,
  byDay: (day: number) => `до ${day}-го числа`,
  byDayOfNextMonth: (day: number) => `до ${day}-го числа следующего месяца`,
  onWeekday: (day: number) => `по ${weekdaysRu[day - 1]}`,
  onNthWeekday: (nth: number, day: number) =>
    `в ${nth < 0 ? lastRu[day - 1] : `${nth}-${ordinalEnds[day - 1]}`} ${weekdayRu[day - 1]} месяца`,
  inMonths: (from: number, to: number) =>
    from === to ? `в ${monthsIn[from - 1]}` : `${monthsRu[from - 1]} – ${monthsRu[to - 1]}`,
  month: (month: number, year: number) => `${monthsRu[month - 1]} ${year}`,
  quarter: (number: number, year: number) => `${romans[number - 1]} квартал ${year}`,
  halfYear: (number: number, year: number) => `${romans[number - 1]} полугодие ${year}`,
  year: (year: number) => `${year} год`,
  schoolQuarter: (number: number, start: number) =>
    `${romans[number - 1]} четверть ${start}/${String(start + 1).slice(2)}`,
  weekOf: (day: string) => `неделя с ${day}`,
  part: (whole: string, number: number) => `${whole}, ${number}-й раз`,
  assumed: {
    'year-from-plan': 'год взят из плана',
    'year-from-range-end': 'год взят от соседней даты',
    'year-unknown': 'год не известен: укажите период плана',
    'school-year': 'год взят по учебному году плана',
    'school-calendar': 'взяты обычные даты четвертей и каникул',
    'school-calendar-entered': 'по введённому учебному году территории',
    'until-plan-end': 'границей взят период плана',
    'month-not-included': 'сам названный период не включён',
    'every-month': 'число месяца понято как ежемесячное',
    'end-before-start': 'напечатанный конец раньше начала',
    'letters-mended': 'исправлены буквы, разорванные или искажённые сканером',
    'part-not-read': 'часть слов не понята',
  } satisfies Record<DeadlineAssumption, string>,
};

const monthsEn =
  'January February March April May June July August September October November December'.split(' ');
const weekdaysEn = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

export const deadlineTexts: Texts<typeof ru> = {
  ru,
  en: {
    unread: 'not understood',
    continuous: 'no last day',
    perSchool: 'for each school',
    and: 'and',
    day: (day, month) => `${day} ${monthsEn[month - 1]}`,
    days: (first, last, month) => `${first}–${last} ${monthsEn[month - 1]}`,
    range: (from, to) => `${from} – ${to}`,
    inYear: (days, year) => `${days} ${year}`,
    until: (day) => `by ${day} inclusive`,
    since: (day) => `from ${day}`,
    schedule: (owner) =>
      owner ? `by an external schedule (${owner}), no dates yet` : 'by an external schedule, no dates yet',
    event: (name) => `by the event “${name}”, no dates yet`,
    after: (length, name) => (name ? `${length} after the event “${name}”` : `${length} after approval`),
    before: (length, name) => `${length} before the event “${name}”`,
    atOnce: (name) => (name ? `on the day of the event “${name}”` : 'at once'),
    calendarDays: (count) => countEn(count, 'day', 'days'),
    workingDays: (count) => countEn(count, 'working day', 'working days'),
    every: {
      day: (n) => everyEn(n, 'day', 'days'),
      week: (n) => everyEn(n, 'week', 'weeks'),
      month: (n) => everyEn(n, 'month', 'months'),
      quarter: (n) => everyEn(n, 'quarter', 'quarters'),
      'school-quarter': (n) => everyEn(n, 'school term', 'school terms'),
      'half-year': (n) => everyEn(n, 'half-year', 'half-years'),
      year: (n) => everyEn(n, 'year', 'years'),
    },
    times: (count) => `at least ${countEn(count, 'time', 'times')}`,
    byDay: (day) => `by day ${day}`,
    byDayOfNextMonth: (day) => `by day ${day} of the next month`,
    onWeekday: (day) => `on ${weekdaysEn[day - 1]}s`,
    onNthWeekday: (nth, day) =>
      nth < 0
        ? `the last ${weekdaysEn[day - 1]} of the month`
        : `${weekdaysEn[day - 1]} No. ${nth} of the month`,
    inMonths: (from, to) =>
      from === to ? `in ${monthsEn[from - 1]}` : `${monthsEn[from - 1]} – ${monthsEn[to - 1]}`,
    month: (month, year) => `${monthsEn[month - 1]} ${year}`,
    quarter: (number, year) => `Q${number} ${year}`,
    halfYear: (number, year) => `half-year ${romans[number - 1]} of ${year}`,
    year: (year) => String(year),
    schoolQuarter: (number, start) =>
      `school term ${romans[number - 1]} of ${start}/${String(start + 1).slice(2)}`,
    weekOf: (day) => `week of ${day}`,
    part: (whole, number) => `${whole}, time ${number}`,
    assumed: {
      'year-from-plan': 'the year is taken from the plan',
      'year-from-range-end': 'the year is taken from the neighbouring date',
      'year-unknown': 'the year is not known: give the period of the plan',
      'school-year': 'the year is taken from the school year of the plan',
      'school-calendar': 'usual dates of school terms and holidays are taken',
      'school-calendar-entered': 'by the school year that the territory entered',
      'until-plan-end': 'bounded by the period of the plan',
      'month-not-included': 'the named period itself is not included',
      'every-month': 'a day of the month is taken as monthly',
      'end-before-start': 'the printed end is before the start',
      'letters-mended': 'letters torn or misread by a scanner were mended',
      'part-not-read': 'some words were not understood',
    },
  },
};

function everyEn(interval: number, one: string, many: string): string {
  return interval === 1 ? `every ${one}` : `every ${countEn(interval, one, many)}`;
}
