import './draft-editor.css';
import { SegmentedControl, Skeleton, Title } from '@mantine/core';
import { useHotkeys, useMediaQuery } from '@mantine/hooks';
import { type Doubt, openDoubts } from '@opora/domain/plans/draft-doubts.ts';
import type { DraftDocument } from '@opora/domain/plans/draft-document.ts';
import type { PlanDraftEntry } from '@opora/domain/plans/import-contract.ts';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useTexts } from '../platform/language.tsx';
import { DraftApproveBar } from './draft-approve-bar.tsx';
import { DraftBar } from './draft-bar.tsx';
import { draftTexts } from './draft-catalog.ts';
import { type DraftEditor, DraftEditorProvider } from './draft-context.ts';
import { SourcePane } from './source-pane.tsx';
import { type SourceLine, isWithin, sourceLines } from './source-lines.ts';
import { useSuggestedOwner } from './use-suggested-owner.ts';
import { sourceOfPlace } from './understood-items.ts';
import { UnderstoodPane } from './understood-pane.tsx';
import { useDraftSession } from './use-draft-session.ts';
import { useDraftSource } from './use-import.ts';

type EditorProps = { readonly draft: PlanDraftEntry; readonly document: DraftDocument };
const noDoubts: readonly Doubt[] = [];
type Side = 'source' | 'understood';

/** The document on the left, what was understood of it on the right; on a phone one of the two. */
export function DraftEditorView({ draft, document: loaded }: EditorProps) {
  const texts = useTexts(draftTexts);
  const { session, view } = useDraftSession(draft.id, { document: loaded, version: draft.version });
  const { document } = view;
  const source = useDraftSource(draft.id).data;
  const lines = useMemo(() => (source === undefined ? [] : sourceLines(source)), [source]);
  // Marks may come a moment after the letter; the letter may not wait for them.
  const settled = useDeferredValue(document);
  const doubts = useMemo(() => openDoubts(settled), [settled]);
  const byPlace = useMemo(() => Map.groupBy(doubts, (doubt) => doubt.place), [doubts]);
  const [at, setAt] = useState<string | null>(null);
  const [side, setSide] = useState<Side>('understood');
  const isNarrow = useMediaQuery('(max-width: 62em)', window.innerWidth < 992);
  useSuggestedOwner(document, session.edit);

  const goTo = (place: string | null) => {
    setAt(place);
    if (place !== null) setSide('understood');
  };
  const editor: DraftEditor = {
    draftId: draft.id,
    document,
    version: view.version,
    edit: session.edit,
    doubts,
    doubtsOf: (place) => byPlace.get(place) ?? noDoubts,
    confirm: (confirmed) => {
      session.edit({ kind: 'confirm-doubts', doubts: confirmed.map((doubt) => doubt.id) });
      const gone = new Set(confirmed);
      const places = placesOf(doubts.filter((doubt) => !gone.has(doubt)));
      goTo(places[nextAfter(places, document, at)] ?? at);
    },
    at,
    goTo,
  };
  const step = (by: 1 | -1) => {
    const places = placesOf(doubts);
    const current = at === null ? -1 : places.indexOf(at);
    const next = current === -1 ? (by === 1 ? nextAfter(places, document, at) : -1) : current + by;
    goTo(places.at(next % places.length) ?? null);
  };
  useHotkeys(
    [
      ['F8', () => step(1)],
      ['shift+F8', () => step(-1)],
      ['Escape', () => goTo(null)],
    ],
    [],
  );
  useSourceFocus(at, setAt);

  const chooseLine = (line: SourceLine) => {
    const row = document.activities.find((activity) => isWithin(line, activity.source));
    if (row !== undefined) goTo(`rows/${row.id}`);
  };
  const title = document.requisites.title ?? draft.fileName;
  useEffect(() => {
    window.document.title = `${title} — Опора`;
  }, [title]);
  const marked = at === null ? null : sourceOfPlace(document, doubts, at);
  return (
    <DraftEditorProvider value={editor}>
      <section className="draft-editor" aria-labelledby="page-title">
        <Title order={1} size="h4" id="page-title" className="draft-heading" title={title}>
          {title}
        </Title>
        <DraftBar session={session} view={view} onStep={step} />
        {isNarrow === true && (
          <SegmentedControl
            fullWidth
            value={side}
            onChange={(value) => setSide(value === 'source' ? 'source' : 'understood')}
            data={[
              { value: 'understood', label: texts.understood },
              { value: 'source', label: texts.source },
            ]}
          />
        )}
        <div className="draft-panes">
          {(isNarrow !== true || side === 'source') &&
            (source === undefined ? (
              <Skeleton />
            ) : (
              <SourcePane lines={lines} marked={marked} onChoose={chooseLine} />
            ))}
          {(isNarrow !== true || side === 'understood') && <UnderstoodPane />}
        </div>
        <DraftApproveBar session={session} />
      </section>
    </DraftEditorProvider>
  );
}

const placesOf = (doubts: readonly Doubt[]): string[] => [...new Set(doubts.map((doubt) => doubt.place))];

/** The first doubt below the place the person is at, when that place itself is not in doubt. */
function nextAfter(places: readonly string[], document: DraftDocument, at: string | null): number {
  const order = new Map(document.activities.map((row, index) => [row.id, index]));
  const rowOf = (place: string | null): number => order.get(place?.split('/')[1] ?? '') ?? -1;
  const found = places.findIndex((place) => rowOf(place) >= rowOf(at));
  return Math.max(found, 0);
}

/** The place follows the focus, so that the source shows where the field in hand came from. */
function useSourceFocus(at: string | null, setAt: (place: string) => void): void {
  useEffect(() => {
    const follow = (event: FocusEvent) => {
      const holder = event.target instanceof Element ? event.target.closest('[data-place]') : null;
      const place = holder?.getAttribute('data-place') ?? null;
      const isInput = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      if (isInput && place !== null && place !== at && !place.startsWith(`${at}/`)) setAt(place);
    };
    document.addEventListener('focusin', follow);
    return () => document.removeEventListener('focusin', follow);
  }, [at, setAt]);
}
