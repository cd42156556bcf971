const surname = String.raw`\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?`;
const initials = String.raw`\p{Lu}\.\s?\p{Lu}\.`;
const inFull = new RegExp(
  String.raw`(?<!\p{L})(${surname})\s(\p{Lu}\p{Ll}+)\s(\p{Lu}\p{Ll}+(?:вича|ича|вну|чну))(?!\p{L})`,
  'u',
);
const short = new RegExp(
  String.raw`(?<!\p{L})(${surname})(?=\s${initials})|(?<=(?<!\p{L})${initials}\s?)(${surname})`,
  'u',
);

/** The name of a person in the accusative («возложить на Гордееву Н.С.») in the nominative; the text around it stays. */
export function nominativeName(text: string): string {
  if (inFull.test(text)) {
    return text.replace(
      inFull,
      (_whole, last: string, ...[given, patronymic]: string[]) =>
        `${nominativeSurname(last)} ${nominativeGiven(given ?? '')} ${nominativeGiven(patronymic ?? '')}`,
    );
  }
  return text.replace(short, nominativeSurname);
}

/** The first rule that fits. A surname that is not declined («Шевченко», «Черных», a woman's «Мирюк») fits none. */
const surnameEndings: readonly (readonly [RegExp, string])[] = [
  [/(?<=[сц]к)ого$/u, 'ий'],
  [/ого$/u, 'ый'],
  [/ую$/u, 'ая'],
  [/у$/u, 'а'],
  [/ю$/u, 'я'],
  [/(?<=[бвгджзклмнпрстфхцчшщ])а$/u, ''],
  [/(?<=[аеиоуыэюя])я$/u, 'й'],
  [/я$/u, 'ь'],
];

const nominativeSurname = (accusative: string): string =>
  accusative
    .split('-')
    .map((part) => withEnding(part, surnameEndings))
    .join('-');

const nominativeGiven = (accusative: string): string =>
  withEnding(accusative, [[/^Павла$/u, 'Павел'], [/^Льва$/u, 'Лев'], ...surnameEndings]);

function withEnding(word: string, endings: typeof surnameEndings): string {
  const rule = endings.find(([pattern]) => pattern.test(word));
  return rule === undefined ? word : word.replace(rule[0], rule[1]);
}
