import './wide-table.css';
import { Table, Text } from '@mantine/core';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useTexts } from '../platform/language.tsx';
import { wideTableTexts } from './wide-table-catalog.ts';

type WideTableProps = { readonly minWidth: number; readonly children: ReactNode };

/** A table that scrolls inside where it is wider than its place: its first column stays, and it is said while there is more to the right. */
export function WideTable({ minWidth, children }: WideTableProps) {
  const texts = useTexts(wideTableTexts);
  const viewport = useRef<HTMLDivElement>(null);
  const [{ isWide, hasMore }, setSight] = useState({ isWide: false, hasMore: false });
  const look = useCallback(() => {
    if (viewport.current === null) return;
    const { scrollLeft, clientWidth, scrollWidth } = viewport.current;
    // Widths are rounded.
    setSight({ isWide: scrollWidth > clientWidth + 1, hasMore: scrollLeft + clientWidth + 1 < scrollWidth });
  }, []);
  useEffect(() => {
    if (viewport.current === null) return undefined;
    const observer = new ResizeObserver(look);
    for (const each of [viewport.current, ...viewport.current.children]) observer.observe(each);
    return () => observer.disconnect();
  }, [look]);
  return (
    <div className="wide-table" data-more={hasMore || undefined}>
      {isWide && (
        // Keeps its line when the end is reached: nothing jumps.
        <Text size="sm" c="dimmed" className="screen-only" style={hasMore ? {} : { visibility: 'hidden' }}>
          {texts.more}
        </Text>
      )}
      <Table.ScrollContainer
        minWidth={minWidth}
        scrollAreaProps={{
          type: 'auto',
          viewportRef: viewport,
          viewportProps: { tabIndex: 0 },
          onScrollPositionChange: look,
        }}
      >
        {children}
      </Table.ScrollContainer>
    </div>
  );
}
