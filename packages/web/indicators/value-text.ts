import { formatNumber, formatPercent, formatShare } from '@opora/domain/basics/format.ts';
import type { Language, Texts } from '@opora/domain/basics/catalog.ts';
import type { Indicator } from '@opora/domain/indicators/indicator.ts';
import type { FormOffer, FormValue } from '@opora/domain/indicators/school-form.ts';
import { decimalText } from '@opora/domain/indicators/write-value.ts';
import type { formTexts } from './form-catalog.ts';
import type { PutLine } from './use-form.ts';

type FormWords = typeof formTexts extends Texts<infer W> ? W : never;
type Said = Pick<FormValue, 'state' | 'amount' | 'total' | 'typed'> & { readonly isHidden?: boolean };

/** «42 из 200 · 21 %», «3,5», «да», «не применимо»: a value as it is read. */
export function valueText(
  unit: Indicator['unit'],
  value: Said | null,
  { texts, language }: { readonly texts: FormWords; readonly language: Language },
): string {
  if (value === null) return texts.notGiven;
  if (value.isHidden === true) return texts.hidden;
  if (value.state === 'not-applicable') return texts.notApplicable;
  if (value.state === 'unreadable' || value.amount === null) return value.typed ?? '';
  if (unit === 'yes-no') return value.amount === 0 ? texts.no : texts.yes;
  if (value.total === null || unit === 'count') return formatNumber(value.amount, language, 2);
  if (unit === 'share') return formatShare(value.amount, value.total, language);
  if (unit === 'ratio' && value.total > 0) return formatNumber(value.amount / value.total, language, 2);
  return `${formatNumber(value.amount, language, 2)} (${formatNumber(value.total, language)})`;
}

/** «21 %», «2,77»: what the two fields make together. */
export function measureText(unit: Indicator['unit'], value: Said | null, language: Language): string {
  if (value?.state !== 'given' || value.amount === null || value.total === null) return '';
  if (unit === 'share') return formatPercent(value.amount, value.total) ?? '';
  return unit === 'ratio' && value.total > 0 ? formatNumber(value.amount / value.total, language, 2) : '';
}

/** What an offered value puts into the two fields. */
export function offerTexts({ indicator, amount, total }: FormOffer): PutLine {
  return {
    code: indicator,
    amount: decimalText(amount),
    total: total === null ? '' : decimalText(total),
  };
}
