import type { ReadWarning } from '../read-document.ts';
import type { ReadingBlock } from './reading-block.ts';
import type { TextLine } from './text-line.ts';

type List = 'activities' | 'indicators';

/** A line that heads a list: its title by itself, or the heads of its columns run together where no table was made of them. */
const heads: Readonly<Record<List, readonly RegExp[]>> = {
  activities: [
    /^(?:перечень|план|план-график|комплекс|система)\s+(?:основных\s+|программных\s+)?мероприятий(?:\s[^.;]{0,80})?$/iu,
    /^(?:основные\s+)?мероприятия(?:\s+(?:программы|плана|дорожной карты))?$/iu,
    /^(?=.*(?:мероприяти|содержание работы))(?=.*(?:исполнител|ответственн))[^.;]{0,150}$/iu,
  ],
  indicators: [
    /^(?:целевые|основные|плановые)\s+(?:показатели|индикаторы)(?:\s[^.;]{0,80})?$/iu,
    /^(?=.*наименование показател)(?=.*(?:ед\.\s*изм|единиц|значени))[^;]{0,150}$/iu,
  ],
};

/**
 * A document that heads a list of activities or indicators of which not one was read: columns too near each other make no table, and its rows
 * would be lost without a word.
 */
export function unreadLists(
  blocks: readonly ReadingBlock[],
  read: Readonly<Record<List, readonly unknown[]>>,
): ReadWarning[] {
  const lines = blocks.filter((block): block is TextLine => block.kind === 'line');
  return (['activities', 'indicators'] as const).flatMap((list): ReadWarning[] => {
    if (read[list].length > 0) return [];
    const line = lines.find(({ text }) => heads[list].some((head) => head.test(text)));
    return line === undefined
      ? []
      : [{ code: `${list}-unread`, where: '', activity: null, values: [line.text], source: null }];
  });
}
