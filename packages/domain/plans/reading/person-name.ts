import type { ReadPerson } from '../read-document.ts';
import { oneLine } from './printed-text.ts';

const surname = '\\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)?';
const initials = '\\p{Lu}\\.\\s?\\p{Lu}\\.';
const initialsFirst = new RegExp(`(?<!\\p{L})${initials}\\s?${surname}`, 'u');
const initialsLast = new RegExp(
  `(?<!\\p{L})${surname}\\s${initials}(?!\\s?${surname}(?!\\s${initials}))`,
  'u',
);
const smallLetter = new RegExp(`(?<!\\p{L})\\p{Ll}{4,}\\s${initials}\\s*$`, 'u');
const inFull = new RegExp(
  `(?<!\\p{L})${surname}\\s\\p{Lu}\\p{Ll}+\\s\\p{Lu}\\p{Ll}+(?:вич|вна|ич|чна)(?!\\p{L})`,
  'u',
);

/** First name of a person in the text: «И.О. Фамилия», «Фамилия И.О.», in full. */
export function personName(text: string): string | null {
  const found = [initialsFirst, initialsLast, inFull]
    .map((pattern) => pattern.exec(text))
    .filter((match) => match !== null);
  const first = found.sort((a, b) => a.index - b.index || b[0].length - a[0].length)[0];
  // A scan takes the capital of a handwritten surname for a small letter; it then stands last.
  const name = first?.[0] ?? smallLetter.exec(text)?.[0].trim();
  return name === undefined ? null : name.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

export const postStart =
  /^(?:и\.?\s?о\.?\s|вр\.?\s?и\.?\s?о\.?\s|временно|исполняющ|начальник|руководител|глава|директор|министр|председател|(?:первый\s)?заместител|зам\.|заведующ|ректор|специалист|консультант|методист)/iu;

/** Post and name of a signature: the name stands before or after the post. */
export function personIn(text: string): ReadPerson | null {
  const name = personName(text);
  if (name === null) return null;
  const at = text.toLowerCase().indexOf(name.toLowerCase());
  const before = postText(text.slice(0, at).replace(/^[^\p{L}]*(?:№\s*\S+\s)?/u, ''));
  const after = postText(text.slice(at + name.length));
  const post = before !== '' ? before : postStart.test(after) ? after : '';
  return { name, post: post === '' ? null : post };
}

const postText = (text: string): string =>
  oneLine(text.replace(/_+|\/+|(?<!\p{L})[a-z]+\.?(?!\p{L})|«?\s*»?\s*\d{4}\s*г?\.?/giu, ' ')).replace(
    /[,;:.\s]+$/u,
    '',
  );
