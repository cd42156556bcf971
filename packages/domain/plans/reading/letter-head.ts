import { type ActHead, annexStart, authorityOf } from './act-head.ts';
import { actNumber, firstDate } from './printed-date.ts';
import type { TextLine } from './text-line.ts';

const greeting = /^(?:уважаем(?:ый|ая|ые)|глубокоуважаем(?:ый|ая|ые)|добрый день)(?!\p{L})/iu;
const linesToGreeting = 40;

/** A letter has no word for its kind: it greets the addressee, under the address of the sender and «Дата № исходящий». */
export function letterHead(lines: readonly TextLine[]): ActHead | null {
  const end = annexStart(lines);
  const greetingAt = lines.findIndex(
    (line, at) => at < Math.min(end, linesToGreeting) && greeting.test(line.text),
  );
  if (greetingAt < 0) return null;
  const head = lines.slice(0, greetingAt);
  // «на № … от …» is the number of the letter that is answered.
  const registered = head.find(
    ({ text }) => !/^на\s+№/iu.test(text) && (firstDate(text) !== null || actNumber(text) !== null),
  );
  const title = head.find(({ text }) => /^об?о?\s+\p{L}/iu.test(text));
  return {
    type: 'письмо',
    number: registered === undefined ? null : actNumber(registered.text),
    date: registered === undefined ? null : (firstDate(registered.text)?.date ?? null),
    place: null,
    authority: authorityOf(senderLines(head), linesToGreeting),
    title: title?.text ?? null,
    text: lines.slice(greetingAt, end),
  };
}

/** The name of the sender ends where its address begins. */
function senderLines(head: readonly TextLine[]): readonly TextLine[] {
  const end = head.findIndex(({ text }) =>
    /^(?:ул|пр|пер|пл|тел|факс|e-?mail|инн|\d)|№|^руководител/iu.test(text),
  );
  return end < 0 ? head.slice(0, 3) : head.slice(0, end);
}
