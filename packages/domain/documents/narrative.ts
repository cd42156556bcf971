import { z } from 'zod';

/** One statement, with the activities whose records it was made from. */
export const NarrativeSentence = z.object({
  /** The same while the plan is: an edit is kept by it. */
  key: z.string(),
  /** Without the mark at its end. */
  text: z.string(),
  activityIds: z.array(z.uuid()).readonly(),
});
export type NarrativeSentence = z.infer<typeof NarrativeSentence>;

export const NarrativeParagraph = z.object({
  /** `items`: the first sentence ends with a colon, the others are its list. */
  kind: z.enum(['text', 'items']),
  sentences: z.array(NarrativeSentence).readonly(),
});
export type NarrativeParagraph = z.infer<typeof NarrativeParagraph>;

/** «Во исполнение приказа … проведены: …»: what was done of a plan in a period, in the words of an office. */
export type Narrative = {
  readonly title: string;
  readonly paragraphs: readonly NarrativeParagraph[];
};

/** What a person wrote instead of a sentence. */
export type NarrativeEdit = {
  readonly key: string;
  /** Empty: the sentence is left out. */
  readonly text: string;
  /** The sentence that she saw. */
  readonly instead: string;
};

/** A line of the finished text. */
export type PrintedLine = { readonly kind: 'text' | 'item'; readonly text: string };

export type PrintedNarrative = { readonly title: string; readonly lines: readonly PrintedLine[] };

/** The facts have changed since she wrote. */
export const isOutdated = (edit: Pick<NarrativeEdit, 'instead'>, sentence: NarrativeSentence): boolean =>
  edit.instead !== sentence.text;

/** Edits whose sentence is there no more: its activity was taken out, or nothing of it falls into the period now. */
export function lostEdits<E extends NarrativeEdit>({ paragraphs }: Narrative, edits: readonly E[]): E[] {
  const known = new Set(paragraphs.flatMap(({ sentences }) => sentences.map(({ key }) => key)));
  return edits.filter(({ key }) => !known.has(key));
}

/** The text with its edits, as it goes on paper: marks at the ends of sentences, lists after their colon. */
export function printNarrative(narrative: Narrative, edits: readonly NarrativeEdit[]): PrintedNarrative {
  const edited = new Map(edits.map(({ key, text }) => [key, text.trim()]));
  const lines = narrative.paragraphs.flatMap(({ kind, sentences }): PrintedLine[] => {
    const texts = sentences
      .map(({ key, text }, at) => ({ isHead: at === 0, text: edited.get(key) ?? text }))
      .filter(({ text }) => text !== '');
    if (kind === 'text') {
      const text = texts.map((one) => ended(one.text, '.')).join(' ');
      return text === '' ? [] : [{ kind: 'text', text }];
    }
    const hasItems = texts.some(({ isHead }) => !isHead);
    return texts.map((one, at) => {
      if (one.isHead) return { kind: 'text', text: ended(one.text, hasItems ? ':' : '.') };
      return { kind: 'item', text: ended(one.text, at === texts.length - 1 ? '.' : ';') };
    });
  });
  return { title: narrative.title, lines };
}

const ended = (text: string, mark: string): string => (/[.;:!?…]$/u.test(text) ? text : `${text}${mark}`);
