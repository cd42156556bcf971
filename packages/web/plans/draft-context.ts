import type { Doubt } from '@opora/domain/plans/draft-doubts.ts';
import type { DraftDocument } from '@opora/domain/plans/draft-document.ts';
import type { DraftEdit } from '@opora/domain/plans/draft-edit.ts';
import { createContext, useContext } from 'react';

/** What every field of the draft needs: the document, a way to edit it, its doubts, and where the person is. */
export type DraftEditor = {
  readonly draftId: string;
  readonly document: DraftDocument;
  readonly version: number;
  readonly edit: (edit: DraftEdit) => boolean;
  readonly doubts: readonly Doubt[];
  readonly doubtsOf: (place: string) => readonly Doubt[];
  /** Settles them as they are and goes on to the next doubt. */
  readonly confirm: (doubts: readonly Doubt[]) => void;
  /** Path of the field the person is at, as `touchedPlaces` names it; null at the beginning. */
  readonly at: string | null;
  /** Opens the place, scrolls both panes to it and puts the focus there. */
  readonly goTo: (place: string | null) => void;
};

const Context = createContext<DraftEditor | null>(null);

export const DraftEditorProvider = Context.Provider;

export function useDraftEditor(): DraftEditor {
  const editor = useContext(Context);
  if (editor === null) throw new Error('a field of a draft stands outside its editor');
  return editor;
}
