import './source-pane.css';
import { Text } from '@mantine/core';
import type { ReadSource } from '@opora/domain/plans/read-document.ts';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useRef } from 'react';
import { useTexts } from '../platform/language.tsx';
import { draftTexts } from './draft-catalog.ts';
import { isWithin, lineOf, type SourceLine } from './source-lines.ts';

type SourcePaneProps = {
  readonly lines: readonly SourceLine[];
  /** What the person is at came from here. */
  readonly marked: ReadSource | null;
  readonly onChoose: (line: SourceLine) => void;
};

/** The document as it stood in the file; only what is on the screen is drawn, so 200 pages scroll as one. */
export function SourcePane({ lines, marked, onChoose }: SourcePaneProps) {
  const texts = useTexts(draftTexts);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 56,
    overscan: 8,
  });
  const first = marked === null ? -1 : lineOf(lines, marked);
  useEffect(() => {
    if (first >= 0) virtual.scrollToIndex(first, { align: 'center' });
    // The virtualizer is the same object through the life of the pane.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [first]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
    <div className="source-pane" ref={scroller} tabIndex={0} role="region" aria-label={texts.source}>
      <div className="source-sheet" lang="ru" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const line = lines[item.index];
          if (line === undefined) return null;
          return (
            <div
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              className="source-place"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {line.startsPage !== null && (
                <Text size="xs" c="dimmed" className="source-page">
                  {texts.page(line.startsPage)}
                </Text>
              )}
              <SourceLineView
                line={line}
                isMarked={marked !== null && isWithin(line, marked)}
                onChoose={onChoose}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

type SourceLineProps = {
  readonly line: SourceLine;
  readonly isMarked: boolean;
  readonly onChoose: (line: SourceLine) => void;
};

const SourceLineView = memo(function SourceLineView({ line, isMarked, onChoose }: SourceLineProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the same is reached by keyboard from the field («Показать в документе»)
    <div className="source-line" data-marked={isMarked || undefined} onClick={() => onChoose(line)}>
      {line.kind === 'paragraph' ? (
        <p data-heading={line.isHeading || undefined} style={{ textAlign: line.alignment ?? 'left' }}>
          {line.label !== null && `${line.label} `}
          {line.text}
        </p>
      ) : (
        <div
          className="source-row"
          data-head={line.isHead || undefined}
          style={{ gridTemplateColumns: line.widths.map((width) => `minmax(0, ${width}fr)`).join(' ') }}
        >
          {line.cells.map((cell) => (
            <div
              key={cell.column}
              style={{ gridColumn: `${cell.column + 1} / span ${Math.max(cell.columnSpan, 1)}` }}
            >
              {cell.text}
            </div>
          ))}
        </div>
      )}
    </div>
  );
});
