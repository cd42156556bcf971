import { z } from 'zod';
import { contract } from '../basics/contract.ts';
import { Indicator, IndicatorCode } from './indicator.ts';

/** What an office enters of a definition; code and version are given by the system. */
export const IndicatorFields = Indicator.omit({ code: true, version: true });
export type IndicatorFields = z.infer<typeof IndicatorFields>;

/** A version of a definition with whose it is. */
export const ListedIndicator = Indicator.extend({
  /** Null for one that the product comes with. */
  unitName: z.string().nullable(),
  /** The path of the office it belongs to; null for one of the product. */
  scope: z.string().nullable(),
  /** No later version of the code is there. */
  isCurrent: z.boolean(),
});
export type ListedIndicator = z.infer<typeof ListedIndicator>;

const Saved = Indicator.pick({ code: true, version: true });

/** The catalogue of indicators. */
export const indicatorContract = contract({
  listIndicators: {
    method: 'GET',
    path: '/indicators',
    summary: 'Every version of every definition: those of the product, and of offices above and below',
    permission: { who: 'role', action: 'indicators.read' },
    output: z.array(ListedIndicator),
  },
  addIndicator: {
    method: 'POST',
    path: '/indicators',
    summary: 'Add a definition of the person’s own office; its code is the next one of offices (Z…)',
    permission: { who: 'role', action: 'indicators.manage' },
    body: IndicatorFields,
    output: Saved,
  },
  addIndicatorVersion: {
    method: 'POST',
    path: '/indicators/:indicatorCode/versions',
    summary:
      'Follow a definition of the person’s own office by its next version; values keep the one they were given under',
    permission: { who: 'role-on-thing', action: 'indicators.manage' },
    params: z.object({ indicatorCode: IndicatorCode }),
    // The version that was seen: somebody else may have followed it meanwhile.
    body: z.object({ version: z.number().int().min(1), fields: IndicatorFields }),
    output: Saved,
  },
});
