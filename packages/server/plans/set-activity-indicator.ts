import { Refusal } from '@opora/domain/basics/refusal.ts';
import { currentIndicators } from '@opora/domain/indicators/shipped-indicators.ts';
import type { Call } from '../platform/mount.ts';
import type { Tx } from '../platform/database.ts';
import { listDefinitions } from '../indicators/list-definitions.ts';
import { findActivity, updateActivity } from './activity-change-queries.ts';

type Setting = {
  readonly activityId: string;
  readonly indicator: string | null;
  readonly version: number;
};

/** Marks the activity for counting; no part of the act, so that it stays through amendments of the plan. */
export async function setActivityIndicator(
  tx: Tx,
  { activityId, indicator, version }: Setting,
  allow: Call['allow'],
): Promise<void> {
  const activity = await findActivity(tx, activityId);
  if (activity === undefined || activity.removedOn !== null) throw new Refusal('not-found');
  allow('plans.manage', activity);
  if (indicator !== null) await requireIndicator(tx, indicator);
  if (!(await updateActivity(tx, activityId, version, { indicator_code: indicator })))
    throw new Refusal('changed-meanwhile');
}

async function requireIndicator(tx: Tx, code: string): Promise<void> {
  const known = currentIndicators(await listDefinitions(tx));
  if (!known.some((one) => one.code === code)) throw new Refusal('campaign-indicator-unknown', { code });
}
