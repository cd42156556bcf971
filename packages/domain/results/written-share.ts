/** A share in the digits of its writer: «0,38» and «38» with what one whole is, 1 or 100. */
export type WrittenShare = { readonly digits: string; readonly of: 1 | 100 };

/** What the share may have been before it was written: rounded, or cut off after its last digit («85 %» of 6 from 7). */
export function shareRange({ digits, of }: WrittenShare): { readonly from: number; readonly until: number } {
  const places = digits.split('.')[1]?.length ?? 0;
  const unit = 1 / 10 ** places / of;
  const share = Number(digits) / of;
  // A hair for binary fractions.
  return { from: share - unit / 2 - 1e-9, until: share + unit - 1e-9 };
}

/** Whether so many of so many may be written as this share. */
export function isWrittenShareOf(written: WrittenShare, part: number, whole: number): boolean {
  const { from, until } = shareRange(written);
  return whole > 0 && part / whole >= from && part / whole < until;
}

/** The whole number that is this share of the whole; null where none is. */
export function partOfShare(written: WrittenShare, whole: number): number | null {
  const part = Math.round((Number(written.digits) / written.of) * whole);
  return isWrittenShareOf(written, part, whole) ? part : null;
}

/** Of how many `part` may be this share; null where of nothing, or where any number large enough would do. */
export function wholesOfShare(
  written: WrittenShare,
  part: number,
): { readonly from: number; readonly to: number } | null {
  const { from, until } = shareRange(written);
  if (part <= 0 || from <= 0) return null;
  const first = Math.max(part, Math.floor(part / until) + 1);
  const last = Math.floor(part / from);
  return first <= last ? { from: first, to: last } : null;
}
