import './changed-value.css';
import { VisuallyHidden } from '@mantine/core';
import { useTexts } from '../platform/language.tsx';
import { editionTexts } from './edition-catalog.ts';

type ChangedValueProps = {
  /** Null: there was none. */
  readonly from: string | null;
  readonly to: string | null;
};

/** The old and the new value in one place; the same value is shown once. */
export function ChangedValue({ from, to }: ChangedValueProps) {
  const texts = useTexts(editionTexts);
  if (from === to) return <span className="changed-value">{to}</span>;
  return (
    <span className="changed-value">
      {from !== null && from !== '' && (
        <del>
          <VisuallyHidden>{texts.was} </VisuallyHidden>
          {from}
        </del>
      )}
      {to !== null && to !== '' && (
        <ins>
          <VisuallyHidden>{texts.became} </VisuallyHidden>
          {to}
        </ins>
      )}
    </span>
  );
}
