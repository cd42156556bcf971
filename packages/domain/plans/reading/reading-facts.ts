import type { ReadActivity, ReadPerson } from '../read-document.ts';
import type { RequisitesRead } from './requisites.ts';
import { personIn, personName } from './person-name.ts';
import { foldText, oneLine } from './printed-text.ts';
import type { TextLine } from './text-line.ts';

/** People a document names in their offices: who signed, who agreed, who controls, who answers for a row. Each once. */
export function peopleOf(
  { requisites, marks }: RequisitesRead,
  lines: readonly TextLine[],
  activities: readonly ReadActivity[],
): ReadPerson[] {
  const people = new Map<string, ReadPerson>();
  const add = (person: ReadPerson | null) => {
    if (person?.name === null || person === null) return;
    const key = nameKey(person.name);
    const known = people.get(key);
    if (known === undefined || (known.post === null && person.post !== null)) people.set(key, person);
  };
  add(requisites.signatory);
  for (const mark of marks) add(mark.person);
  if (requisites.controller !== null) add(personIn(requisites.controller));
  for (const person of visas(lines)) add(person);
  for (const party of activities.flatMap((activity) => activity.responsible))
    if (personName(party) !== null) add(personIn(party));
  return [...people.values()];
}

/** «И.О. Фамилия» and «Фамилия И.О.» are one person. */
const nameKey = (name: string): string =>
  [...oneLine(name).matchAll(/\p{L}+/gu)]
    .map((part) => foldText(part[0]))
    .sort()
    .join(' ');

/** Under «СОГЛАСОВАНО» each post is followed by its name. */
function visas(lines: readonly TextLine[]): ReadPerson[] {
  const at = lines.findIndex((line) => line.text.toLowerCase().startsWith('согласован'));
  if (at < 0) return [];
  const people: ReadPerson[] = [];
  let post = '';
  for (const line of lines.slice(at + 1, at + 16)) {
    if (/^(?:приложени|утверж)/iu.test(line.text)) break;
    const person = personIn(oneLine(`${post} ${line.text}`));
    post = person === null ? oneLine(`${post} ${line.text}`) : '';
    if (person !== null) people.push(person);
  }
  return people;
}
