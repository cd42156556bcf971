import { annexTitleStart, type ApprovingMark } from './approving-mark.ts';
import { oneLine, plainText, startsLower } from './printed-text.ts';
import type { TextLine } from './text-line.ts';

const linesToTitle = 12;

/** The title under the approving mark, or at the top when a map or a programme stands by itself. */
export function annexTitle(lines: readonly TextLine[], mark: ApprovingMark | undefined): string | null {
  const from = mark?.to ?? 0;
  const near = lines.slice(from, from + linesToTitle);
  const at = near.findIndex((line) => annexTitleStart.test(line.text) && line.text.length <= 400);
  if (at < 0) return null;
  const title = [near[at]?.text ?? ''];
  for (const line of near.slice(at + 1)) {
    const runsOn =
      startsLower(line.text) ||
      (line.heading && near[at]?.heading === true && title.length < 2 && line.text.length > 40);
    // «МУНИЦИПАЛЬНАЯ ПРОГРАММА» has its name on the next line.
    const isName = line.text.startsWith('«') && title.length < 2 && !/[«»]/u.test(title[0] ?? '');
    const upper = /^[^\p{Ll}]{12,}$/u.test(line.text) && /^[^\p{Ll}]+$/u.test(title[0] ?? '');
    if (
      line.label !== '' ||
      line.text.length > 400 ||
      !(runsOn || isName || upper || /^на\s|^в\s/iu.test(line.text))
    )
      break;
    title.push(line.text);
  }
  return oneLine(title.join(' '));
}

/** The kind of document by its title: «дорожная карта», «план мероприятий», «муниципальная программа». */
export function titleKind(title: string | null): string | null {
  const plain = plainText(title ?? '').replace(/[«»"]/g, '');
  const kind =
    /^(?:(?:муниципальн|региональн|комплексн|целев|адресн|антирисков|сетев|школьн)\p{L}*\s+)*(?:дорожная карта|план(?:-график)?(?: \(карта\))?(?: мероприятий| действий| работы)?(?: \(дорожная карта\))?|комплекс мер|положение|программа|порядок|концепция|регламент|перечень(?: мероприятий)?|мероприятия)/u.exec(
      plain,
    );
  return kind?.[0] ?? null;
}
