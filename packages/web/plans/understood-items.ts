import type { DraftActivity, DraftDocument } from '@opora/domain/plans/draft-document.ts';
import type { Doubt } from '@opora/domain/plans/draft-doubts.ts';
import type { ReadSource } from '@opora/domain/plans/read-document.ts';

/** What the right pane shows one below the other. */
export type UnderstoodItem =
  | {
      readonly kind: 'document' | 'requisites' | 'aims' | 'schools' | 'legend' | 'parties';
      readonly key: string;
    }
  | { readonly kind: 'section'; readonly key: string; readonly title: string | null }
  | {
      readonly kind: 'activity';
      readonly key: string;
      readonly activity: DraftActivity;
      readonly above: string | null;
      readonly below: string | null;
    }
  | { readonly kind: 'indicators-head' | 'add'; readonly key: string }
  | { readonly kind: 'indicator'; readonly key: string; readonly at: number };

export function understoodItems(
  document: DraftDocument,
  doubts: readonly Doubt[],
): readonly UnderstoodItem[] {
  const single = (kind: 'document' | 'requisites' | 'aims' | 'schools' | 'legend' | 'parties' | 'add') => ({
    kind,
    key: kind,
  });
  const rows = document.activities;
  const activities = rows.flatMap((activity, at): UnderstoodItem[] => [
    ...(at === 0 || rows[at - 1]?.section !== activity.section
      ? [{ kind: 'section', key: `section ${activity.id}`, title: activity.section } as const]
      : []),
    {
      kind: 'activity',
      key: activity.id,
      activity,
      above: rows[at - 1]?.id ?? null,
      below: rows[at + 1]?.id ?? null,
    },
  ]);
  const indicators = document.indicators.map((_, at): UnderstoodItem => ({
    kind: 'indicator',
    key: `indicator ${at}`,
    at,
  }));
  return [
    ...(doubts.some((doubt) => isOfDocument(doubt.place)) ? [single('document')] : []),
    single('requisites'),
    single('aims'),
    single('schools'),
    single('legend'),
    ...activities,
    ...(rows.length === 0 ? [single('add')] : []),
    ...(indicators.length > 0
      ? [{ kind: 'indicators-head', key: 'indicators-head' } as const, ...indicators]
      : []),
    single('parties'),
  ];
}

/** Doubts that stand at no field of their own. */
export const isOfDocument = (place: string): boolean => place === 'document' || place === 'indicators';

const aims: ReadonlySet<string> = new Set(['goal', 'tasks', 'expectedResults']);

/** Where in the list the field at the path is, -1 when it is nowhere. */
export function itemOf(items: readonly UnderstoodItem[], place: string): number {
  const [head = '', id = ''] = place.split('/');
  return items.findIndex((item) => {
    switch (item.kind) {
      case 'activity':
        return head === 'rows' && item.key === id;
      case 'indicator':
        return head === 'indicators' && String(item.at) === id;
      case 'document':
        return isOfDocument(place);
      case 'aims':
        return aims.has(head);
      case 'schools':
        return head === 'schools';
      case 'legend':
        return head === 'abbreviations';
      case 'parties':
        return head === 'matches';
      case 'requisites':
        return (
          !['rows', 'indicators', 'document', 'schools', 'abbreviations', 'matches'].includes(head) &&
          !aims.has(head)
        );
      case 'section':
      case 'indicators-head':
      case 'add':
        return false;
    }
  });
}

/** Where in the source the field came from; null when it is not known. */
export function sourceOfPlace(
  document: DraftDocument,
  doubts: readonly Doubt[],
  place: string,
): ReadSource | null {
  const [head, id] = place.split('/');
  if (head === 'rows') return document.activities.find((row) => row.id === id)?.source ?? null;
  if (head === 'indicators') return document.indicators[Number(id)]?.source ?? null;
  return doubts.find((doubt) => doubt.place === place)?.source ?? null;
}
