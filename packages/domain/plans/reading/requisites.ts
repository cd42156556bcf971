import type { ReadWarning, Requisites } from '../read-document.ts';
import { actHead, type ActHead, annexStart, nominativeName, sentenceCase } from './act-head.ts';
import { annexTitle, titleKind } from './annex-title.ts';
import { annexTitleStart, type ApprovingMark, approvingMarks } from './approving-mark.ts';
import { basisActs } from './basis-acts.ts';
import { letterHead } from './letter-head.ts';
import type { Passport } from './passport.ts';
import { barePeriodIn, type PlanPeriod, periodIn } from './plan-period.ts';
import { oneLine } from './printed-text.ts';
import { approval } from './layout-lines.ts';
import type { TextLine } from './text-line.ts';
import { controllerOf, signatoryOf } from './signatory.ts';
import { printedTerritory } from './printed-territory.ts';

export type RequisitesRead = {
  readonly requisites: Requisites;
  readonly schoolYear: boolean;
  readonly marks: readonly ApprovingMark[];
  readonly warnings: readonly ReadWarning[];
};

/** Requisites of the act with its annexes, or of an annex, a programme or a plan standing by itself. */
export function requisitesOf(lines: readonly TextLine[], passport: Passport): RequisitesRead {
  const act = actHead(lines) ?? letterHead(lines);
  const marks = approvingMarks(lines.slice(act === null ? 0 : annexStart(lines)));
  const offset = act === null ? 0 : annexStart(lines);
  const shifted = marks.map((mark) => ({ ...mark, from: mark.from + offset, to: mark.to + offset }));
  const mark =
    shifted.find(({ number, date, authority }) => number !== null || date !== null || authority !== null) ??
    shifted[0];
  const under = annexTitle(lines, shifted[0]);
  const title = act?.title ?? under ?? topTitle(lines);
  const signatory = act === null ? (mark?.person ?? null) : signatoryOf(act.text);
  const period = periodOf(act, [title, under], passport, lines);
  const authority =
    act?.authority ??
    mark?.authority ??
    passport.authority ??
    topAuthority(lines) ??
    (mark?.organisation ? nominativeName(mark.organisation) : null);
  return {
    requisites: {
      type: act?.type ?? titleKind(under ?? title),
      number: act?.number ?? mark?.number ?? null,
      date: act?.date ?? mark?.date ?? null,
      place: act?.place ?? null,
      authority,
      title,
      annexTitle: act === null || shifted.length === 0 || under === title ? null : under,
      signatory,
      controller: act === null ? null : controllerOf(act.text, signatory),
      basis: act === null ? [] : basisActs(act.text),
      ...printedTerritory(
        [authority, mark?.authority, title, under, ...lines.map((line) => line.text)].filter(isText),
      ),
      periodStart: period?.start ?? null,
      periodEnd: period?.end ?? null,
    },
    schoolYear: period?.schoolYear ?? false,
    marks: shifted,
    warnings: act === null ? [] : shifted.flatMap((found) => differences(act, found, lines)),
  };
}

const isText = (text: string | null | undefined): text is string => typeof text === 'string';

const bodyWords =
  /администрац|управлени|отдел|департамент|министерств|комитет|учреждени|школ|лице[йя]|гимнази|институт/iu;

/** The body named over the title, or over the approvals, of a programme or plan that stands by itself; capitals before other lines. */
function topAuthority(lines: readonly TextLine[]): string | null {
  const end = lines.findIndex(({ text }) => annexTitleStart.test(text) || approval.test(text));
  const above = lines.slice(0, Math.max(0, Math.min(end, 6))).filter(({ right }) => !right);
  const capitals = above.filter(({ text }) => !/\p{Ll}/u.test(text));
  const name = oneLine((capitals.length > 0 ? capitals : above).map((line) => line.text).join(' '));
  return bodyWords.test(name) && name.length <= 250 ? sentenceCase(name) : null;
}

const topTitle = (lines: readonly TextLine[]): string | null =>
  lines.slice(0, 10).find((line) => (line.heading || line.centred) && line.text.length > 10)?.text ?? null;

function periodOf(
  act: ActHead | null,
  titles: readonly (string | null)[],
  passport: Passport,
  lines: readonly TextLine[],
): PlanPeriod | null {
  for (const title of titles) {
    const period = title === null ? null : periodIn(title);
    if (period !== null) return period;
  }
  const term = passport.term === null ? null : (periodIn(passport.term) ?? barePeriodIn(passport.term));
  if (term !== null) return term;
  const approves = (act?.text ?? lines.slice(0, 12)).filter(
    (line) => act === null || line.text.toLowerCase().startsWith('утвердить'),
  );
  for (const line of approves) {
    const period = line.text.length < 600 ? periodIn(line.text) : null;
    if (period !== null) return period;
  }
  return null;
}

/** One act printed with two numbers or dates: the head of the act is believed, and the difference told. */
function differences(act: ActHead, mark: ApprovingMark, lines: readonly TextLine[]): ReadWarning[] {
  const place = lines[mark.from]?.place;
  const source =
    place === undefined
      ? null
      : { from: place.line, to: place.lastLine, page: place.page, table: place.table, row: place.row };
  const sameAct =
    act.date === null || mark.date === null || act.date === mark.date || act.number === mark.number;
  if (!sameAct) return [];
  const differ = (
    code: 'act-number-differs' | 'act-date-differs',
    own: string | null,
    other: string | null,
  ): ReadWarning[] =>
    own === null || other === null || own.toLowerCase() === other.toLowerCase()
      ? []
      : [{ code, where: '', activity: null, values: [own, other], source }];
  return [
    ...differ('act-number-differs', act.number, mark.number),
    ...differ('act-date-differs', act.date, mark.date),
  ];
}
