import './notices.css';
import { Button, CloseButton } from '@mantine/core';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { ServerRefusal } from '../platform/call.ts';
import { useTexts } from '../platform/language.tsx';
import { currentNotices, dropNotice, notify, onNotices, type Notice } from './notice.ts';
import { uiTexts } from './ui-catalog.ts';

const shownMs = 7_000;
/** Longer when there is something to decide. */
const shownWithUndoMs = 15_000;

/** Where notices appear; read out by screen readers without taking the focus. */
export function Notices() {
  const notices = useSyncExternalStore(onNotices, currentNotices);
  return (
    <div className="notices screen-only" role="status" aria-live="polite">
      {notices.map((notice) => (
        <NoticeLine key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

function NoticeLine({ notice }: { readonly notice: Notice }) {
  const texts = useTexts(uiTexts);
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => dropNotice(notice.id), notice.undo === null ? shownMs : shownWithUndoMs);
    return () => clearTimeout(timer);
  }, [isHeld, notice]);
  const undo = async () => {
    dropNotice(notice.id);
    try {
      await notice.undo?.();
      notify(texts.undone);
    } catch (error) {
      notify(error instanceof ServerRefusal ? error.message : texts.connectionLost);
    }
  };
  return (
    <div
      className="notice"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{notice.text}</span>
      {notice.undo !== null && (
        <Button size="compact-sm" variant="white" color="dark" onClick={() => void undo()}>
          {texts.undo}
        </Button>
      )}
      <CloseButton
        variant="transparent"
        c="white"
        aria-label={texts.close}
        onClick={() => dropNotice(notice.id)}
      />
    </div>
  );
}
