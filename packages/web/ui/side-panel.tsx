import './side-panel.css';
import { CloseButton, Group, Portal, Stack, Title } from '@mantine/core';
import { useEffect, useId, useRef, type ReactNode } from 'react';
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
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  useEffect(() => {
    const before = document.activeElement;
    heading.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
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
            <Title order={2} size="h3" id={titleId} ref={heading} tabIndex={-1}>
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
