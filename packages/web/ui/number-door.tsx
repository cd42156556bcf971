import { Popover, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatNumber, formatShare } from '@opora/domain/basics/format.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { uiTexts } from './ui-catalog.ts';

type NumberDoorProps = {
  /** What the number counts, for the reader of the screen: «Подтверждено мероприятий». */
  readonly about: string;
  /** Null: not known. Zero is a number like any other. */
  readonly part: number | null;
  /** Present when the number is a share. */
  readonly whole?: number;
  /** Below this whole a share says nothing and is not written. */
  readonly wholeMin?: number;
  /** What the number is made of: n and N, period, source, who entered it, the method. */
  readonly children: ReactNode;
};

/** A figure that opens to what it is made of. A share never stands without its counts. */
export function NumberDoor({ about, part, whole, wholeMin = 0, children }: NumberDoorProps) {
  const texts = useTexts(uiTexts);
  const { language } = useLanguage();
  const written = (() => {
    if (part === null) return texts.noData;
    if (whole === undefined) return formatNumber(part, language);
    return whole < wholeMin ? texts.tooFew : formatShare(part, whole, language);
  })();
  return (
    <Popover position="bottom" withinPortal trapFocus returnFocus shadow="md" width={320}>
      <Popover.Target>
        <UnstyledButton className="number-door" aria-label={`${about}: ${written}`}>
          {written}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>{children}</Popover.Dropdown>
    </Popover>
  );
}
