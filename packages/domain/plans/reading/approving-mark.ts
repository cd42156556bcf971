import type { CalendarDate } from '../../basics/calendar-date.ts';
import type { ReadPerson } from '../read-document.ts';
import { isAnnexMark, nominativeName } from './act-head.ts';
import { personIn, personName, postStart } from './person-name.ts';
import { actNumber, firstDate } from './printed-date.ts';
import { oneLine } from './printed-text.ts';
import type { TextLine } from './text-line.ts';

/** «УТВЕРЖДЕНА приказом … от … № …», «Приложение к распоряжению …», «УТВЕРЖДАЮ Директор …»: who put the annex in force. */
export type ApprovingMark = {
  readonly number: string | null;
  readonly date: CalendarDate | null;
  readonly authority: string | null;
  readonly person: ReadPerson | null;
  /** What the person heads, where no act is named: «Директор МБОУ …». */
  readonly organisation: string | null;
  readonly from: number;
  /** Index of the line after the mark. */
  readonly to: number;
};

const markLinesMax = 8;
const actWord = /(?:приказ|распоряжени|постановлени|решени)\p{L}*\s+/iu;

/** Marks of a document in their order; «Приложение» and «УТВЕРЖДЕНО» under each other are one. */
export function approvingMarks(lines: readonly TextLine[]): ApprovingMark[] {
  const marks: ApprovingMark[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined || line.label !== '' || !isAnnexMark(line)) continue;
    const mark = markAt(lines, at);
    marks.push(mark);
    at = mark.to - 1;
  }
  return marks;
}

function markAt(lines: readonly TextLine[], at: number): ApprovingMark {
  let to = at + 1;
  while (to < lines.length && to - at < markLinesMax && continuesMark(lines, at, to)) to += 1;
  const text = oneLine(
    lines
      .slice(at, to)
      .map((line) => line.text)
      .join(' '),
  );
  const act = actWord.exec(text);
  const personal = act === null || text.toLowerCase().startsWith('утверждаю');
  const found = firstDate(text);
  const ofAct = act === null ? '' : text.slice(act.index);
  const person = personIn((personal ? text : textAfterAct(text)).replace(/^[^\s:]+[\s:]+/u, ''));
  return {
    number: (found === null ? null : actNumber(text.slice(found.at))) ?? actNumber(personal ? ofAct : text),
    date: found?.date ?? null,
    authority: personal ? null : authorityIn(text),
    person,
    organisation:
      /^(?:директор|заведующ\p{L}+|начальник)\s+(.{4,}\p{Ll}.*|\p{Lu}{2,}.*)$/iu.exec(
        person?.post ?? '',
      )?.[1] ?? null,
    from: at,
    to,
  };
}

/** «… от 12.01.2024 № 9 Директор _______ И.О. Фамилия»: a signature may follow the act. */
function textAfterAct(text: string): string {
  const signature = /№\s*\S+\s+(\p{Lu}.*)$/u.exec(text)?.[1] ?? '';
  return postStart.test(signature) ? `— ${signature}` : '';
}

function continuesMark(lines: readonly TextLine[], at: number, to: number): boolean {
  const line = lines[to];
  const before = oneLine(
    lines
      .slice(at, to)
      .map(({ text }) => text)
      .join(' '),
  );
  if (line === undefined || (line.heading && !line.right) || line.label !== '' || line.text.length > 160)
    return false;
  if (isAnnexMark(line)) return !/№\s*\d/.test(before);
  if (actNumber(before) !== null && firstDate(before) !== null)
    return postStart.test(line.text) && personName(line.text) !== null;
  if (
    /^(?:от\s|№|\d|«|"|_)/u.test(line.text) &&
    (firstDate(line.text) !== null || actNumber(line.text) !== null)
  )
    return true;
  if (/^приложени\S*(?:\s*№?\s*\d+)?$/iu.test(before)) return /^к\s|^утвержд/iu.test(line.text);
  return !annexTitleStart.test(line.text) && personOrAuthority.test(line.text);
}

/** A word by which the titles of plans, programmes and regulations begin. */
export const annexTitleStart =
  /^[«"]?(?:(?:муниципальн|региональн|комплексн|целев|адресн|антирисков|сетев|школьн)\p{L}*\s+)*(?:дорожная карта|план(?![\p{L}])|план-график|комплекс мер|положение|программа|порядок|концепция|регламент|перечень|мероприятия)/iu;

const personOrAuthority =
  /приказ|распоряжени|постановлени|решени|начальник|руковод|глав[аы]|директор|заведующ|министр|председател|заместител|администрац|управлени|отдел|департамент|министерств|комитет|район|округ|област|кра[йя]|республик|город|образовани|школ|лицей|гимнази|\p{Lu}\.\s?\p{Lu}\.|_{2,}|г\./iu;

function authorityIn(text: string): string | null {
  const at = actWord.exec(text);
  if (at === null) return null;
  const after = text.slice(at.index + at[0].length);
  const end = /\s(?:от\s|№)|\s\d{1,2}\.\d/u.exec(` ${after}`)?.index ?? after.length;
  const name = after.slice(0, Math.max(0, end - 1 + (end === after.length ? 1 : 0))).trim();
  return name.length < 4 ? null : nominativeName(name);
}
