import './side-panel.css';
import { CloseButton, Group, Portal, Stack, Title } from '@mantine/core';
import { useCallback, useEffect, useId, useRef, type ReactNode } from 'react';
import { useTexts } from '../platform/language.tsx';
import { uiTexts } from './ui-catalog.ts';

type SidePanelProps = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/**
 * What is open beside the list. The list stays in place and in use: the panel takes the focus when it opens and gives it back when
 * it closes, but holds neither the focus nor the scrolling.
 */
export function SidePanel({ title, onClose, children }: SidePanelProps) {
  const texts = useTexts(uiTexts);
  const titleId = useId();
  const before = useRef<Element | null>(null);
  // The portal draws its children a moment later than this component: the heading says itself when it is there.
  const takeFocus = useCallback((heading: HTMLHeadingElement | null) => {
    if (heading === null) return;
    before.current = document.activeElement;
    heading.focus();
  }, []);
  useEffect(
    () => () => {
      if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
    },
    [],
  );
  return (
    <Portal>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes the panel from anywhere in it */}
      <aside
        className="side-panel"
        aria-labelledby={titleId}
        onKeyDown={(event) => {
          // Lists and calendars opened from the panel are drawn elsewhere and close by themselves.
          const isOwn = event.target instanceof Node && event.currentTarget.contains(event.target);
          if (event.key === 'Escape' && isOwn && !event.defaultPrevented) onClose();
        }}
      >
        <Stack>
          <Group justify="space-between" wrap="nowrap" align="flex-start">
            <Title order={2} size="h3" id={titleId} ref={takeFocus} tabIndex={-1}>
              {title}
            </Title>
            <CloseButton className="screen-only" aria-label={texts.close} onClick={onClose} />
          </Group>
          {children}
        </Stack>
      </aside>
    </Portal>
  );
}
