import { countRu } from '../basics/catalog.ts';
import { formatDate, formatPercent } from '../basics/format.ts';
import { actIn } from '../plans/act-words.ts';
import type { Narrative, NarrativeParagraph, NarrativeSentence } from './narrative.ts';
import { type ActivityFacts, type NarrativeFacts, type Verdict, verdictOf } from './narrative-facts.ts';
import { lowerFirst, writeOpenPart, writeProofs, writeReasons } from './write-activity-parts.ts';

/**
 * The narrative of a period out of the plan's own records. Names and titles are never declined: they stand after a colon or in quotation
 * marks. Each share has its numerator and denominator beside it.
 */
export function writeNarrative(facts: NarrativeFacts): Narrative {
  const by = Map.groupBy(facts.activities, verdictOf);
  const of = (verdict: Verdict): readonly ActivityFacts[] => by.get(verdict) ?? [];
  const carried = facts.activities.filter((activity) => activity.carried !== null);
  return {
    title: titleOf(facts),
    paragraphs: [
      doneParagraph(facts, of('done')),
      ...(facts.activities.some(({ asked }) => asked > 0) ? [countsParagraph(facts, of)] : []),
      ...listed('partly', of('partly'), partlyWords, unfinished),
      ...listed('open', of('open'), openWords, unfinished),
      ...listed('cancelled', of('cancelled'), cancelledWords, cancelledItem),
      ...carriedParagraph(carried),
    ],
  };
}

function titleOf({ planTitle, sectionTitle, from, until }: NarrativeFacts): string {
  const section = sectionTitle === null ? '' : `, раздел ${quoted(sectionTitle)}`;
  return `Справка об исполнении плана ${quoted(planTitle)}${section} за период с ${formatDate(from)} по ${formatDate(until)}`;
}

function doneParagraph(facts: NarrativeFacts, done: readonly ActivityFacts[]): NarrativeParagraph {
  const { act, sectionTitle, from, until } = facts;
  const authority = act.actAuthority === null ? '' : ` (${act.actAuthority})`;
  const isKnown = act.actType !== null || act.actNumber !== null;
  const what = isKnown ? `${actIn(act, 'genitive')}${authority}` : `плана ${quoted(facts.planTitle)}`;
  const section = sectionTitle === null ? '' : ` по разделу ${quoted(sectionTitle)}`;
  const opening = `Во исполнение ${what}${section} в период с ${formatDate(from)} по ${formatDate(until)}`;
  const key = 'done';
  if (done.length === 0) {
    const text = `${opening} ${nothingDone(facts.activities)}`;
    return { kind: 'text', sentences: [{ key, text, activityIds: idsOf(facts.activities) }] };
  }
  const text = `${opening} ${agreed(done.length, 'проведено', 'проведены')} ${countActivities(done.length)}`;
  return {
    kind: 'items',
    sentences: [{ key, text, activityIds: idsOf(done) }, ...done.map((one) => item(one, doneItem(one)))],
  };
}

function nothingDone(activities: readonly ActivityFacts[]): string {
  if (activities.length === 0) return 'сроки исполнения мероприятий не наступали';
  return activities.some(({ asked }) => asked > 0)
    ? 'мероприятия в полном объёме не проведены'
    : 'мероприятия не проводились: все они отменены';
}

function countsParagraph(
  { activities, on }: NarrativeFacts,
  of: (verdict: Verdict) => readonly ActivityFacts[],
): NarrativeParagraph {
  const asked = activities.filter((activity) => activity.asked > 0);
  const total = asked.length;
  const done = of('done').length;
  const parts = [
    `исполнено ${share(done, total)}`,
    ...(of('partly').length > 0 ? [`исполнено частично ${share(of('partly').length, total)}`] : []),
    ...(of('open').length > 0 ? [`не исполнено ${share(of('open').length, total)}`] : []),
  ];
  const activityIds = idsOf(asked);
  const genitive = countRu(total, 'мероприятия', 'мероприятий', 'мероприятий');
  const text = `По состоянию на ${formatDate(on)} наступил срок ${genitive}: ${parts.join(', ')}`;
  const all = {
    key: 'all-done',
    text: 'Мероприятия, срок которых наступил, исполнены в полном объёме',
    activityIds,
  };
  const isWhole = done === total && total > 1;
  return { kind: 'text', sentences: [{ key: 'counts', text, activityIds }, ...(isWhole ? [all] : [])] };
}

type Words = (count: number) => string;

const partlyWords: Words = (count) =>
  `Частично ${agreed(count, 'исполнено', 'исполнены')} ${countActivities(count)}`;
const openWords: Words = (count) => `Не ${agreed(count, 'исполнено', 'исполнены')} ${countActivities(count)}`;
const cancelledWords: Words = (count) => `${agreed(count, 'Отменено', 'Отменены')} ${countActivities(count)}`;

function listed(
  key: string,
  activities: readonly ActivityFacts[],
  words: Words,
  write: (activity: ActivityFacts) => string,
): NarrativeParagraph[] {
  if (activities.length === 0) return [];
  const head = { key, text: words(activities.length), activityIds: idsOf(activities) };
  return [{ kind: 'items', sentences: [head, ...activities.map((one) => item(one, write(one)))] }];
}

function carriedParagraph(carried: readonly ActivityFacts[]): NarrativeParagraph[] {
  if (carried.length === 0) return [];
  const count = countActivities(carried.length);
  const text = `${agreed(carried.length, 'Перенесено', 'Перенесены')} в план на следующий период ${count}`;
  const items = carried.map((activity): NarrativeSentence => {
    const { to, reason } = activity.carried ?? { to: '', reason: '' };
    const because = reason === '' ? '' : `, причина: ${quoted(reason)}`;
    return {
      key: `carried:${activity.id}`,
      text: `${nameOf(activity)} – ${quoted(to)}${because}`,
      activityIds: [activity.id],
    };
  });
  return [{ kind: 'items', sentences: [{ key: 'carried', text, activityIds: idsOf(carried) }, ...items] }];
}

/** An activity keeps its key whatever became of it, so that an edit is told that the facts have changed. */
const item = (activity: ActivityFacts, text: string): NarrativeSentence => ({
  key: `activity:${activity.id}`,
  text,
  activityIds: [activity.id],
});

function doneItem(activity: ActivityFacts): string {
  const done = activity.asked > 1 || activity.schools !== null ? ` – исполнено ${amount(activity)}` : '';
  return [`${headOf(activity)}${done}`, ...writeProofs(activity)].join('; ');
}

function unfinished(activity: ActivityFacts): string {
  const done = activity.done > 0 ? ` – исполнено ${amount(activity)}; ` : ' – ';
  // What waits for a decision was done as far as its executor can tell.
  const isExplained =
    activity.reasons.length > 0 || !activity.open.every(({ state }) => state === 'submitted');
  const reasons = isExplained ? [writeReasons(activity)] : [];
  const open = writeOpenPart(activity);
  return [`${headOf(activity)}${done}${open}`, ...writeProofs(activity), ...reasons].join('; ');
}

const cancelledItem = (activity: ActivityFacts): string => `${headOf(activity)} – ${writeReasons(activity)}`;

/** «в 3 школах из 5 (60 %)», «2 раза из 9 (22 %)». */
function amount({ asked, done, schools }: ActivityFacts): string {
  const times = `${countRu(done, 'раз', 'раза', 'раз')} из ${asked}${percent(done, asked)}`;
  if (schools === null) return times;
  if (schools.done === 0) return `${times}, полностью – ни в одной школе из ${schools.total}`;
  const inSchools = `в ${countRu(schools.done, 'школе', 'школах', 'школах')} из ${schools.total}${percent(schools.done, schools.total)}`;
  return asked === schools.total ? inSchools : `${inSchools}, всего ${times}`;
}

const share = (part: number, whole: number): string => `${part} из ${whole}${percent(part, whole)}`;

function percent(part: number, whole: number): string {
  const printed = formatPercent(part, whole);
  return printed === null ? '' : ` (${printed})`;
}

const headOf = (activity: ActivityFacts): string =>
  activity.phrase.trim() === ''
    ? nameOf(activity)
    : `${nameOf(activity)} (срок: ${lowerFirst(plain(activity.phrase))})`;

const nameOf = ({ no, title }: Pick<ActivityFacts, 'no' | 'title'>): string =>
  no === '' ? quoted(title) : `п. ${no.replace(/\.$/, '')} ${quoted(title)}`;

const countActivities = (count: number): string =>
  countRu(count, 'мероприятие', 'мероприятия', 'мероприятий');

/** The verb by the numeral beside it: «проведены 2», but «проведено 1», «проведено 5», «проведено 21». */
const agreed = (count: number, neuter: string, plural: string): string =>
  countRu(count, neuter, plural, neuter).endsWith(plural) ? plural : neuter;

const idsOf = (activities: readonly ActivityFacts[]): string[] => activities.map(({ id }) => id);

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** In «ёлочки»; quotation marks within become „лапки“. */
function quoted(text: string): string {
  const inner = plain(text).replace(/[.;]$/, '').replaceAll('«', '„').replaceAll('»', '“');
  return `«${inner}»`;
}
