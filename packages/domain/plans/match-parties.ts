import { ownValue } from '../basics/own-value.ts';
import type { PartyChoice } from './party-choice.ts';

export type KnownUnit = {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly settlement: string | null;
};

export type KnownPerson = {
  readonly id: string;
  readonly surname: string;
  readonly givenName: string;
  readonly patronymic: string | null;
};

export type KnownParties = {
  readonly units: readonly KnownUnit[];
  readonly people: readonly KnownPerson[];
  /** The document's own legend: what it calls «ДО» is spelt out there. */
  readonly abbreviations: Readonly<Record<string, string>>;
};

export type PartyCandidate = {
  readonly choice: PartyChoice;
  /** 1: the same words; lower: so large a part of them. */
  readonly confidence: number;
};

/** Whom the printed name may mean, the likeliest first; at most five, none below one half. */
export function partyCandidates(printed: string, known: KnownParties): PartyCandidate[] {
  return partyFinder(known)(printed);
}

/** As `partyCandidates`, for many names: what is known is taken apart once. */
export function partyFinder(known: KnownParties): (printed: string) => PartyCandidate[] {
  const units = known.units.map((unit) => ({
    id: unit.id,
    names: [wordsOf(unit.name), wordsOf(unit.shortName)],
    place: unit.settlement === null ? new Set<string>() : wordsOf(unit.settlement).stems,
  }));
  return (printed) => {
    const words = wordsOf(spellOut(printed, known.abbreviations));
    const likelyUnits = units.map(({ id, names, place }): PartyCandidate => ({
      choice: { kind: 'unit', id },
      confidence: Math.max(...names.map((name) => likeness(words, name, place))),
    }));
    const people = known.people.map((person): PartyCandidate => ({
      choice: { kind: 'person', id: person.id },
      confidence: personLikeness(printed, person),
    }));
    return [...likelyUnits, ...people]
      .filter((candidate) => candidate.confidence >= 0.5)
      .sort((a, b) => b.confidence - a.confidence)
      .slice(0, 5);
  };
}

/** The candidate to be taken without asking: nearly certain and clearly ahead of the next. Otherwise the text stays a text. */
export function chooseParty(candidates: readonly PartyCandidate[]): PartyChoice {
  const [best, next] = candidates;
  const sure =
    best !== undefined && best.confidence >= 0.9 && best.confidence - (next?.confidence ?? 0) >= 0.1;
  return sure ? best.choice : { kind: 'text' };
}

function spellOut(printed: string, abbreviations: KnownParties['abbreviations']): string {
  const whole = ownValue(abbreviations, printed.trim());
  if (whole !== undefined) return whole;
  return printed.replaceAll(/[\p{L}\p{N}-]+/gu, (word) => ownValue(abbreviations, word) ?? word);
}

/** Legal forms say nothing about which organisation it is; usual abbreviations are spelt out. */
const legalForm =
  /^(?:[фгм]?[гом]?[кба]?[оуд]{2}|мбоу|мкоу|маоу|гбоу|гаоу|гкоу|мбу|мку|мау|гбу|муниципальн|государствен|областн|краев|бюджетн|казенн|автономн|учрежден|организац|федеральн)/;

const spelling: Readonly<Record<string, readonly string[]>> = {
  сош: ['средн', 'общео', 'школа'],
  оош: ['основ', 'общео', 'школа'],
  нош: ['начал', 'общео', 'школа'],
  сошш: ['средн', 'общео', 'школа'],
  ош: ['общео', 'школа'],
};

const folded = (text: string): string => text.toLowerCase().replaceAll('ё', 'е');

type Words = { readonly stems: ReadonlySet<string>; readonly numbers: ReadonlySet<string> };

/** Words by their beginnings, so that cases do not matter; numbers apart, because two schools differ by nothing else. */
function wordsOf(text: string): Words {
  const stems = new Set<string>();
  const numbers = new Set<string>();
  for (const [word] of text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .matchAll(/\d+|\p{L}+/gu)) {
    const spelt = ownValue(spelling, word);
    if (/^\d+$/.test(word)) numbers.add(String(Number(word)));
    else if (spelt !== undefined) for (const stem of spelt) stems.add(stem);
    else if (word.length > 2 && !legalForm.test(word)) stems.add(word.slice(0, 5));
  }
  return { stems, numbers };
}

/** Share of common words in all words of both (Dice); 0 when a number differs. */
function likeness(printed: Words, known: Words, place: ReadonlySet<string>): number {
  const numbers = printed.numbers.size + known.numbers.size;
  if (numbers > 0 && !sameMembers(printed.numbers, known.numbers)) return 0;
  const common = [...printed.stems].filter((stem) => known.stems.has(stem) || place.has(stem)).length;
  const own = [...known.stems].filter((stem) => printed.stems.has(stem)).length;
  const all = printed.stems.size + known.stems.size;
  // A name of nothing but a number («№ 5») says too little.
  return all === 0 ? 0 : (common + own) / all;
}

const sameMembers = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && [...one].every((member) => other.has(member));

/** «Иванова А.П.», «А. П. Иванова», «Иванова Анна Петровна». Without initials several people may be meant. */
function personLikeness(printed: string, person: KnownPerson): number {
  const words: readonly string[] = folded(printed).match(/\p{L}+/gu) ?? [];
  const surname = folded(person.surname);
  if (!words.includes(surname)) return 0;
  const names = [folded(person.givenName), folded(person.patronymic ?? '')];
  const rest = words.slice(0, 6).filter((word) => word !== surname);
  const fits = (name: string): boolean =>
    name !== '' && rest.some((word) => word === name || word === name[0]);
  const [given = '', patronymic = ''] = names;
  if (fits(given) && fits(patronymic)) return 1;
  if (fits(given)) return 0.9;
  return rest.length === 0 ? 0.6 : 0;
}
