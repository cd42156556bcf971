import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { PlanFields } from '@opora/domain/plans/plan.ts';
import type { Tx } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import { updatePlan } from './plans-queries.ts';
import { getManagedPlan } from './allowed-plan.ts';
import { refuseProtocol } from './refuse-protocol.ts';

type Titles = Pick<PlanFields, 'title' | 'annexTitle'> & { readonly version: number };

export async function changePlanTitles(
  tx: Tx,
  planId: string,
  { title, annexTitle, version }: Titles,
  allow: Call['allow'],
): Promise<void> {
  const plan = await getManagedPlan(planId, { tx, allow });
  refuseProtocol(plan);
  const annex = annexTitle === '' ? null : annexTitle;
  const saved = await updatePlan(tx, planId, version, { title, annex_title: annex });
  if (!saved) throw new Refusal('changed-meanwhile');
}
