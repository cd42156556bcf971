import type { Indicator, IndicatorVersion } from '@opora/domain/indicators/indicator.ts';
import {
  currentIndicators,
  findIndicator,
  shippedIndicators,
} from '@opora/domain/indicators/shipped-indicators.ts';
import type { Db } from '../platform/database.ts';
import { listOwnDefinitions } from './indicator-queries.ts';

export type FormDefinitions = {
  /** Of what is asked, in its order. */
  readonly asked: readonly Indicator[];
  /** Totals that shares of the form are of and the form does not ask. */
  readonly totals: readonly Indicator[];
};

/** Definitions of a form: those of the product, and of offices where the form asks for such. */
export async function getFormDefinitions(
  db: Db,
  versions: readonly IndicatorVersion[],
): Promise<FormDefinitions> {
  const isOwn = versions.some((one) => findIndicator(one) === null);
  const all = isOwn
    ? [...shippedIndicators, ...(await listOwnDefinitions(db)).map(({ indicator }) => indicator)]
    : shippedIndicators;
  const asked = versions.flatMap((one) => findIndicator(one, all) ?? []);
  const codes = new Set(asked.map(({ code }) => code));
  const wanted = new Set(asked.flatMap(({ totalCode }) => totalCode ?? []));
  const totals = currentIndicators(all).filter(({ code }) => wanted.has(code) && !codes.has(code));
  return { asked, totals };
}
