/**
 * A cell that was not understood or does not fit its neighbours, by its place from 1. What stands in it is never part of this: it could be
 * a name.
 */
export type ReportFault = {
  readonly row: number;
  readonly column: number;
  readonly code: ReportFaultCode;
};

export const reportFaultCodes = [
  'not-a-number',
  'no-school',
  'do-not-sum',
  'share-not-whole',
  'more-than-participants',
  'more-than-compared',
  'participants-differ',
  'sum-differs',
  'mark-unknown',
  'participants-unknown',
  'points-max-unknown',
  'unit-without-rows',
  'not-a-value',
  'row-torn',
  'row-repeated',
] as const;
export type ReportFaultCode = (typeof reportFaultCodes)[number];
