import './contribution-bar.css';
import { formatNumber } from '@opora/domain/basics/format.ts';
import { useLanguage } from '../platform/language.tsx';

/** Standard deviations at which the bar is full. */
const fullAt = 2.5;

/** A contribution as its number with a bar from the middle: to the right makes learning easier, to the left harder. */
export function ContributionBar({ value }: { readonly value: number }) {
  const { language } = useLanguage();
  const width = (Math.min(fullAt, Math.abs(value)) / fullAt) * 50;
  return (
    <span className="contribution">
      <span>{signed(value, language)}</span>
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden>
        <rect className="contribution-bar" x={value < 0 ? 50 - width : 50} y="1" width={width} height="6" />
        <line x1="50" x2="50" y1="0" y2="8" />
      </svg>
    </span>
  );
}

function signed(value: number, language: 'ru' | 'en'): string {
  const written = formatNumber(Math.abs(value), language);
  if (Number(Math.abs(value).toFixed(1)) === 0) return '0';
  return `${value > 0 ? '+' : '−'}${written}`;
}
