import type { CalendarDate } from '../basics/calendar-date.ts';
import type { Catalog, Language } from '../basics/catalog.ts';
import { formatDate, formatDaysFrom } from '../basics/format.ts';
import {
  type DigestContent,
  groupsOfDigest,
  isFormLine,
  type ReminderLine,
  sumOfCounts,
} from './reminder.ts';
import { reminderTexts } from './reminders-catalog.ts';

export type Letter = { readonly subject: string; readonly text: string; readonly html: string };

type LetterFacts = {
  readonly day: CalendarDate;
  readonly content: DigestContent;
  /** «Анна Петровна». */
  readonly name: string;
  readonly language: Language;
  /** The address of the product, without a slash at the end. */
  readonly publicUrl: string;
};

type Words = Catalog<typeof reminderTexts.ru>;

/** Where the person says what she is reminded of; needs signing in, so that a forwarded letter turns off nothing. */
export function settingsAddress(publicUrl: string): string {
  return `${publicUrl}/account#reminders`;
}

/** The instance or form when the line tells of one, else its activity or collection. */
export function pathOfLine(line: ReminderLine): string {
  if (isFormLine(line))
    return line.submissionId === null
      ? `/monitoring/campaigns/${line.campaignId}`
      : `/monitoring/forms/${line.submissionId}`;
  const { planId, activityId, instanceId } = line;
  const instance = instanceId === null ? '' : `&instance=${instanceId}`;
  return `/plans/${planId}?activity=${activityId}${instance}`;
}

/** «1.2 Семинар · МБОУ СОШ № 1», «1.2 Семинар · 12 исполнений». */
export function titleOfLine(line: ReminderLine, texts: Pick<Words, 'times' | 'forms'>): string {
  const what = isFormLine(line) ? line.title : [line.no, line.title].filter((part) => part !== '').join(' ');
  const many = isFormLine(line) ? texts.forms : texts.times;
  const where = line.count > 1 ? many(line.count) : line.schoolName;
  return where === null ? what : `${what} · ${where}`;
}

/** The phrase of the order first, then what it means: «февраль 2026 · 28.02.2026 (через 3 дня)». */
export function dueOfLine(line: ReminderLine, day: CalendarDate, language: Language): string {
  const deadline = isFormLine(line) ? formDeadline(line.closedAfter, language) : line.deadline;
  if (line.dueOn === null) return deadline;
  const date = `${formatDate(line.dueOn)} (${formatDaysFrom(day, line.dueOn, language)})`;
  if (isFormLine(line)) return [date, deadline].filter((part) => part !== '').join(' · ');
  return deadline === '' ? date : `${deadline} · ${date}`;
}

const formDeadline = (closedAfter: CalendarDate | null, language: Language): string =>
  closedAfter === null ? '' : wordsOf(language).closedAfter(formatDate(closedAfter));

/** Of what the line is: the plan of an activity, or that it is a collection. */
export const aboutLine = (line: ReminderLine, texts: Pick<Words, 'collection'>): string =>
  isFormLine(line) ? texts.collection : line.planTitle;

const wordsOf = (language: Language): Words => (language === 'ru' ? reminderTexts.ru : reminderTexts.en);

/** The digest as a letter: the same words as plain text and as simple HTML. */
export function digestLetter(facts: LetterFacts): Letter {
  const { day, content, name, language, publicUrl } = facts;
  const texts = wordsOf(language);
  const date = formatDate(day);
  const groups = groupsOfDigest(content).map(({ kind, count, lines }) => ({
    title: `${texts.kinds[kind]} · ${count}`,
    lines: lines.map((line) => ({
      title: `${titleOfLine(line, texts)}${line.isNew ? ` [${texts.newMark}]` : ''}`,
      about: [dueOfLine(line, day, language), aboutLine(line, texts)]
        .filter((part) => part !== '')
        .join(' — '),
      address: `${publicUrl}${pathOfLine(line)}`,
    })),
  }));
  const closing = {
    leftOut: content.leftOut > 0 ? texts.leftOut(content.leftOut) : null,
    all: { title: texts.openAll, address: `${publicUrl}/reminders` },
    why: texts.why,
    settings: { title: texts.turnOff, address: settingsAddress(publicUrl) },
  };
  const opening = { hello: texts.hello(name), lead: texts.lead(date), language };
  return {
    subject: texts.subject(date, sumOfCounts(content)),
    text: asText(opening, groups, closing),
    html: asHtml(opening, groups, closing),
  };
}

type Opening = { readonly hello: string; readonly lead: string; readonly language: Language };
type Group = {
  readonly title: string;
  readonly lines: readonly { readonly title: string; readonly about: string; readonly address: string }[];
};
type Link = { readonly title: string; readonly address: string };
type Closing = {
  readonly leftOut: string | null;
  readonly all: Link;
  readonly why: string;
  readonly settings: Link;
};

function asText(opening: Opening, groups: readonly Group[], closing: Closing): string {
  const parts = groups.map(({ title, lines }) =>
    [title, ...lines.map((line) => `— ${line.title}\n  ${line.about}\n  ${line.address}`)].join('\n\n'),
  );
  return [
    opening.hello,
    opening.lead,
    ...parts,
    ...(closing.leftOut === null ? [] : [closing.leftOut]),
    `${closing.all.title}: ${closing.all.address}`,
    `--\n${closing.why}\n${closing.settings.title}: ${closing.settings.address}\n`,
  ].join('\n\n');
}

function asHtml(opening: Opening, groups: readonly Group[], closing: Closing): string {
  const parts = groups.map(
    ({ title, lines }) =>
      `<h2 style="font-size:16px;margin:20px 0 4px">${escaped(title)}</h2><ul>${lines
        .map(
          (line) =>
            `<li style="margin:0 0 8px"><a href="${escaped(line.address)}">${escaped(line.title)}</a><br>${escaped(line.about)}</li>`,
        )
        .join('')}</ul>`,
  );
  const link = ({ title, address }: Link): string => `<a href="${escaped(address)}">${escaped(title)}</a>`;
  return [
    `<!doctype html><html lang="${opening.language}"><head><meta charset="utf-8"></head>`,
    '<body style="font-family:sans-serif;font-size:14px;line-height:1.4;max-width:640px">',
    `<p>${escaped(opening.hello)}</p><p>${escaped(opening.lead)}</p>`,
    ...parts,
    closing.leftOut === null ? '' : `<p>${escaped(closing.leftOut)}</p>`,
    `<p>${link(closing.all)}</p>`,
    `<p style="font-size:12px;color:#555">${escaped(closing.why)}<br>${link(closing.settings)}</p>`,
    '</body></html>',
  ].join('');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (letter) => entities[letter] ?? letter);
}
