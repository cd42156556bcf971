import type { ReadPerson } from '../read-document.ts';
import { nominativeName } from './nominative-name.ts';
import { personIn, personName, postStart } from './person-name.ts';
import { oneLine, startsLower } from './printed-text.ts';
import type { TextLine } from './text-line.ts';

const visaStart =
  /^(?:согласован|визы|с приказом ознакомлен|ознакомлен|исполнител|разослан|рассылка|проект вносит|тел)/iu;
const linesToName = 6;

/** Who signed: the first post with a name under the points, before the visas. */
export function signatoryOf(text: readonly TextLine[]): ReadPerson | null {
  const visaAt = text.findIndex((line) => visaStart.test(line.text));
  const lines = text.slice(0, visaAt < 0 ? text.length : visaAt);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined || line.label !== '' || !postStart.test(line.text) || line.text.length > 200)
      continue;
    const signature = signatureFrom(lines.slice(at, at + linesToName));
    if (signature !== null) return signature;
  }
  return null;
}

/** The post may run over lines, and traces of the signature stand between it and the name. */
function signatureFrom(lines: readonly TextLine[]): ReadPerson | null {
  const nameAt = lines.findIndex((line) => personName(line.text) !== null);
  if (nameAt < 0 || lines.slice(0, nameAt + 1).some((line) => line.label !== '')) return null;
  const post = lines
    .slice(0, nameAt)
    .filter((line, at) => at === 0 || startsLower(line.text) || /^\p{Lu}\p{Ll}{3}/u.test(line.text));
  const named = lines[nameAt]?.text ?? '';
  return personIn(
    oneLine([...post.map((line) => line.text), named].filter((text) => /[а-яё]{2}/i.test(text)).join(' ')),
  );
}

const entrusted = /контрол\p{L}*[^.]{0,160}?\s(?:возложить|возлагаю|возлагается)\s+на\s+(.+?)[.;]?$/isu;
const ownControl = /контрол\p{L}*.{0,160}?оставляю\s+за\s+собой/isu;

/** Who controls execution, as the last point says it; «оставляю за собой» is the one who signed. */
export function controllerOf(text: readonly TextLine[], signatory: ReadPerson | null): string | null {
  for (const line of text) {
    if (ownControl.test(line.text))
      return signatory === null ? null : [signatory.post, signatory.name].filter(Boolean).join(' ');
    const match = entrusted.exec(line.text);
    if (match?.[1] !== undefined)
      return nominativePost(
        nominativeName(/\p{Lu}\.\s?\p{Lu}$/u.test(match[1].trim()) ? `${match[1].trim()}.` : match[1].trim()),
      );
  }
  return null;
}

const accusativePosts: readonly (readonly [RegExp, string])[] = [
  [/^(первого )?заместителя /iu, '$1заместитель '],
  [/^начальника /iu, 'начальник '],
  [/^руководителя /iu, 'руководитель '],
  [/^директора /iu, 'директор '],
  [/^специалиста /iu, 'специалист '],
  [/^методиста /iu, 'методист '],
  [/^заведующего /iu, 'заведующий '],
  [/^заведующую /iu, 'заведующая '],
  [/^председателя /iu, 'председатель '],
  [/^главного /iu, 'главный '],
  [/^ведущего /iu, 'ведущий '],
];

/** «на заместителя начальника …»: the head word in the nominative, the rest as printed. */
function nominativePost(text: string): string {
  for (const [pattern, nominative] of accusativePosts)
    if (pattern.test(text)) return text.replace(pattern, nominative);
  return text;
}
