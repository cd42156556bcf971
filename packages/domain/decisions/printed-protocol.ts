import type { CalendarDate } from '../basics/calendar-date.ts';

/** A protocol as it goes on paper. */
export type PrintedProtocol = {
  readonly host: string;
  readonly number: string;
  readonly heldOn: CalendarDate;
  readonly place: string | null;
  /** What the meeting was about, under the word «ПРОТОКОЛ». */
  readonly title: string;
  /** Null for the first edition: «исправлен: …». */
  readonly corrected: string | null;
  readonly chair: PrintedPerson;
  readonly secretary: PrintedPerson;
  readonly present: readonly PrintedPerson[];
  readonly guests: readonly PrintedPerson[];
  readonly items: readonly PrintedItem[];
};

export type PrintedPerson = { readonly name: string; readonly post: string };

export type PrintedItem = {
  readonly topic: string;
  readonly heard: readonly string[];
  readonly speeches: readonly { readonly who: string; readonly said: string }[];
  readonly decisions: readonly PrintedDecision[];
};

export type PrintedDecision = {
  /** «2.1». */
  readonly no: string;
  readonly text: string;
  /** Null: the decision asks for nothing. */
  readonly responsible: string | null;
  readonly deadline: string | null;
};
