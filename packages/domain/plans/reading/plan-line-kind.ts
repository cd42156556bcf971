import { isShredded, isTitleOnly, type PlanLine, speaksOfTime } from './plan-line.ts';
import { isNominativeAdjective, resultHead } from '../expected-words.ts';
import { personName, postStart } from './person-name.ts';
import { oneLine, plainText, similarity, startsLower, startsUpper } from './printed-text.ts';

/**
 * What a line of the table is: a head of a section, the rest of the section's head, the beginning of an activity, the rest of
 * one, or a remark under the table.
 */
export type PlanLineKind = 'section' | 'section-rest' | 'start' | 'rest' | 'remark';

export type PlanContext = {
  readonly torn: boolean;
  readonly lines: readonly PlanLine[];
  /** Does the table number its activities at all? */
  readonly numbered: boolean;
  /** Letters in the longest line of a title: shorter lines end by intention. */
  readonly titleWidth: number;
};

export function planContext(lines: readonly PlanLine[], torn: boolean): PlanContext {
  const numbered = lines.filter((line) => line.no !== '').length;
  return {
    lines,
    torn,
    numbered: numbered * 3 > lines.length,
    titleWidth: lines.reduce((width, line) => Math.max(width, line.title.text.length), 0),
  };
}

/** `open`: the kind of the line before, and the line that began the open activity. */
export type OpenRow = {
  readonly kind: PlanLineKind | null;
  readonly last: PlanLine | null;
  readonly no: string;
  readonly deadline: string;
};

export function planLineKind(context: PlanContext, at: number, open: OpenRow): PlanLineKind {
  const line = context.lines[at];
  if (line === undefined) return 'remark';
  const inSection = open.kind === 'section' || open.kind === 'section-rest';
  if (inSection && continuesSection(line, context)) return 'section-rest';
  if (isRemark(line)) return 'remark';
  if (numberStandsBelow(context, at)) return 'start';
  if (isSectionHead(context, at, open)) return 'section';
  return beginsActivity(line, context, open) ? 'start' : 'rest';
}

/** A whole row whose number the scan printed beside its second line. */
function numberStandsBelow({ lines, torn, numbered }: PlanContext, at: number): boolean {
  const [line, next] = [lines[at], lines[at + 1]];
  if (!torn || !numbered || line === undefined || next === undefined) return false;
  const whole =
    line.no === '' && line.stray === '' && line.pieces.length >= 3 && startsUpper(line.title.text);
  const begins = startsUpper(line.responsible.text) || startsUpper(line.expected.text);
  return whole && begins && next.no !== '' && startsLower(next.title.text);
}

/** A note, a total, a signature under the table. */
function isRemark(line: PlanLine): boolean {
  if (line.no !== '') return false;
  const text = oneLine(line.pieces.join(' '));
  if (
    postStart.test(text) &&
    text.length < 200 &&
    personName(text) !== null &&
    !speaksOfTime(line.deadline.text)
  ) {
    return line.pieces.length <= 3 && line.title.text !== '';
  }
  return isTitleOnly(line) && /^(?:\*|примечани|(?:итого|всего)(?!\p{L})|сноск)/iu.test(text);
}

/** The rest of a shredded head: no number, no time, and it goes on in lower case. */
function continuesSection(line: PlanLine, context: PlanContext): boolean {
  if (line.no !== '' || !context.torn || speaksOfTime(line.deadline.text)) return false;
  const first = line.pieces[0] ?? '';
  return startsLower(first) && (isShredded(line) || (isTitleOnly(line) && line.pieces.length <= 2));
}

const sectionWord =
  /^(?:раздел|блок|направлени[ея]|модуль|этап|часть|подраздел|задача)(?=[\s.:№]|$)|^[IVXХ]{1,5}[.)]?\s+\p{L}/iu;
const ownNumber = /^\d{1,2}(?:\.\d{1,2})*[.)]?\s*\p{Lu}/u;

function isSectionHead(context: PlanContext, at: number, open: OpenRow): boolean {
  const line = context.lines[at];
  if (line === undefined) return false;
  const text = oneLine(line.stray === '' ? line.title.text || (line.pieces[0] ?? '') : line.pieces.join(' '));
  if (line.wide) return !(line.opensPage && startsLower(text) && open.kind !== null);
  if (
    context.torn &&
    isShredded(line) &&
    (startsUpper(text) || ownNumber.test(text) || numberingRestarts(context, at))
  )
    return true;
  if (standsAlone(line)) return startsUpper(text);
  if (context.torn && isHeadInAnotherColumn(context, at)) return true;
  if (!isTitleOnly(line) || text === '' || line.title.inherited) {
    const shredded =
      context.torn && line.stray !== '' && line.title.text === '' && !speaksOfTime(line.deadline.text);
    return shredded && numberingRestarts(context, at);
  }
  if (sectionWord.test(text) || /^[IVXХ]{1,5}[.)]?$/u.test(line.no)) return true;
  if (line.no !== '') return isParentNumber(context, at);
  if (ownNumber.test(text)) return !endsOpen(open);
  return unnumberedHead(context, at, open);
}

/** Words that are no term, or that number a section, alone in the row and in the column of terms: a head in the first column. */
const standsAlone = (line: PlanLine): boolean =>
  line.pieces.length === 1 &&
  line.deadline.text === line.pieces[0] &&
  (!speaksOfTime(line.deadline.text) || sectionWord.test(line.deadline.text));

/** A table without numbers: the scan put a head into the second column, and the row after it is a whole one. */
function isHeadInAnotherColumn(context: PlanContext, at: number): boolean {
  const line = context.lines[at];
  const next = context.lines[at + 1];
  if (line === undefined || next === undefined || context.numbered || line.pieces.length !== 1) return false;
  const [only = ''] = line.pieces;
  if (line.title.text !== '' || line.deadline.text === only || !/^\p{Lu}[^.,;]*$/u.test(only)) return false;
  const rowFollows =
    startsUpper(next.title.text) && next.deadline.text !== '' && next.responsible.text !== '';
  return rowFollows && only.length > 10;
}

/** «Внутренний контроль», «Организация …»: a nominative, which no sentence before it can go on with. */
function beginsPhrase(text: string): boolean {
  const first = /^\p{Lu}[\p{L}-]+/u.exec(text)?.[0] ?? '';
  const stressed = /^\p{Lu}\p{Ll}+ой (?:этап|блок|раздел|модуль|период|контроль|мониторинг)(?!\p{L})/u;
  return isNominativeAdjective(first) || resultHead(first) !== null || stressed.test(text);
}

const endsClause = (open: OpenRow): boolean => /[.:;]$/u.test((open.last?.title.text ?? '').trim());

function unnumberedHead(context: PlanContext, at: number, open: OpenRow): boolean {
  const line = context.lines[at];
  if (line === undefined) return false;
  const text = line.stray === '' ? line.title.text : line.pieces.join(' ');
  if (context.torn && numberingRestarts(context, at)) return true;
  if (context.torn && standsInNumbers(context, at)) return true;
  // The theme of an event stands in quotation marks on a line of its own.
  if (context.torn && open.last !== null && text.startsWith('«')) return false;
  if (!startsUpper(text) || (line.opensPage && endsOpen(open))) return false;
  if (!context.torn)
    return open.kind === null || context.numbered || line.stray !== '' || at + 1 < context.lines.length;
  if (open.last === null || breaksByIntention(open.last.title.text, text, context.titleWidth)) return true;
  return context.lines[at + 1]?.no !== '' && beginsPhrase(text) && !endsOpen(open) && !endsClause(open);
}

/** Words alone in the narrow column of numbers, and a numbered row under them: a head merged over the table. */
function standsInNumbers({ lines }: PlanContext, at: number): boolean {
  const line = lines[at];
  if (line === undefined || line.stray === '' || line.pieces.length > 1 || line.title.text !== '')
    return false;
  return startsUpper(line.stray) && /\p{L}{4}/u.test(line.stray) && lines[at + 1]?.no !== '';
}

/** The first word of `next` would still have fitted on the line before it. */
export function breaksByIntention(line: string, next: string, width: number): boolean {
  const word = /^\S+/.exec(next.trim())?.[0] ?? '';
  return (
    line.trim().length + 1 + word.length <= width &&
    !/[,–-]$|\s(?:в|и|с|на|по|для|от|до|к|о|об|за|из|ст\.|№)$/u.test(line.trim())
  );
}

/** Numbers begin anew after this line: «1» after «6», «3.1» after «2.5». Only a section's head can stand before that. */
function numberingRestarts(context: PlanContext, at: number): boolean {
  const next = context.lines.slice(at + 1, at + 4).find((line) => line.no !== '');
  if (next === undefined) return false;
  const between = context.lines.slice(at + 1, context.lines.indexOf(next, at + 1));
  // The rest of a title stands before the head that follows it.
  const line = context.lines[at];
  const headFollows = between.some(
    (one) => (one.wide && line?.wide === false) || startsUpper(one.pieces[0] ?? ''),
  );
  if (headFollows && (startsLower(line?.pieces[0] ?? '') || between.some(({ wide }) => wide))) return false;
  const before = lastNumber(context.lines, at);
  return (
    /^(?:\d+\.)?1[.)]?$/.test(next.no) &&
    bareNumber(before) !== bareNumber(next.no) &&
    between.every((line) => isTitleOnly(line))
  );
}

function lastNumber(lines: readonly PlanLine[], at: number): string {
  for (let index = at - 1; index >= Math.max(0, at - 40); index--) {
    const line = lines[index];
    if (line !== undefined && line.no !== '') return line.no;
  }
  return '';
}

const bareNumber = (no: string): string => no.replace(/[.)]+$/, '');

/** «2. Аналитическое сопровождение» before «2.1»: the number of a section. */
function isParentNumber(context: PlanContext, at: number): boolean {
  const own = bareNumber(context.lines[at]?.no ?? '');
  const next = context.lines.slice(at + 1, at + 4).find((line) => line.no !== '');
  if (next === undefined) return false;
  if (bareNumber(next.no).startsWith(`${own}.`)) return true;
  return !own.includes('.') && own !== '1' && bareNumber(next.no) === '1';
}

/** A sentence that cannot end here, or a term that goes on. */
function endsOpen(open: OpenRow): boolean {
  const title = plainText(open.last?.title.text ?? '');
  if (/«[^»]*$/u.test(title)) return true;
  return /[,–-]$|(?:^|\s)(?:в|и|с|на|по|для|от|до|к|о|об|за|из|при|со|или)$/.test(title);
}

function beginsActivity(line: PlanLine, context: PlanContext, open: OpenRow): boolean {
  const hasOpen = open.kind === 'start' || open.kind === 'rest';
  const { title, deadline } = line;
  if (line.no !== '') return !(hasOpen && context.torn && numbersTheOpenRow(line, open));
  if (!hasOpen) return title.text !== '' || !isTitleOnly(line);
  if (title.text === '' || title.inherited) return false;
  if (context.torn) return beginsTorn(line, context, open);
  if (!line.opensPage || !context.numbered) return !line.opensPage || startsUpper(title.text);
  return startsUpper(title.text) && deadline.text !== '' && !endsOpen(open);
}

/** The number of a row stands beside a later line of it: the title goes on, and no other term is given. */
function numbersTheOpenRow(line: PlanLine, open: OpenRow): boolean {
  if (open.no !== '' || !startsLower(line.title.text)) return false;
  const term = line.deadline.text;
  return term === '' || open.deadline === '' || startsLower(term) || isGhost(term, open.deadline);
}

/** The same words recognised a second time, worse: «Сентиорь» under «Сентябрь». */
export const isGhost = (text: string, whole: string): boolean =>
  text.length <= 40 && similarity(text, whole) >= 0.65;

/** Without a number a torn line begins an activity only with a capital letter and a whole term of its own. */
function beginsTorn(line: PlanLine, context: PlanContext, open: OpenRow): boolean {
  if (!startsUpper(line.title.text) || endsOpen(open)) return false;
  // «до 15 февраля» and «2024 г.» under it are one term.
  const yearOfOpen =
    /^20\d\d(?:\s*г\.?|\s*года?)?$/u.test(line.deadline.text) && !/20\d\d/.test(open.deadline);
  const ownTerm = speaksOfTime(line.deadline.text) && !/[–—,-]\s*$/.test(open.deadline) && !yearOfOpen;
  if (ownTerm)
    return startsUpper(line.deadline.text) || /^\d|^до /i.test(line.deadline.text) || !context.numbered;
  return !context.numbered && line.responsible.text !== '' && startsUpper(line.responsible.text);
}
