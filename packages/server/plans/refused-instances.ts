import { refusalTexts } from '@opora/domain/basics/refusal-catalog.ts';
import type { Refusal } from '@opora/domain/basics/refusal.ts';
import type { BulkRefused } from '@opora/domain/plans/bulk-act.ts';
import { languageOf } from '../platform/http-server.ts';
import type { Call } from '../platform/mount.ts';
import { nameInstances } from './bulk-queries.ts';

export type NotDone = { readonly id: string; readonly refusal: Refusal };

/** A person looks at some and understands; the count tells of the rest. */
const namedMax = 50;

/** Refused instances by their reason in the person's language. Those that she may not see are counted and not named. */
export async function presentRefused(call: Call, notDone: readonly NotDone[]): Promise<BulkRefused[]> {
  if (notDone.length === 0) return [];
  const texts = refusalTexts[languageOf(call.request)];
  const groups = Map.groupBy(notDone, ({ refusal }) => texts[refusal.code](refusal.facts));
  const shown = [...groups.values()].flatMap((group) => group.slice(0, namedMax).map(({ id }) => id));
  const names = await nameInstances(call.tx, shown);
  return [...groups].map(([reason, group]) => ({
    reason,
    count: group.length,
    instances: group.slice(0, namedMax).flatMap(({ id }) => names.get(id) ?? []),
  }));
}
