import { useMemo } from 'react';
import { comparePlans } from '@opora/domain/plans/compare-plans.ts';
import type { Amendment } from '@opora/domain/plans/editions-contract.ts';
import { ComparisonView } from './comparison-view.tsx';

/** The draft beside the edition in force. */
export function AmendmentComparison({ amendment }: { readonly amendment: Amendment }) {
  const { before, content } = amendment;
  const comparison = useMemo(() => comparePlans(before, content.definition), [before, content.definition]);
  return <ComparisonView comparison={comparison} progress={null} />;
}
