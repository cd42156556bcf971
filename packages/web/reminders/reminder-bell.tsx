import './reminder-bell.css';
import { ActionIcon } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../platform/language.tsx';
import { bellTexts } from './bell-catalog.ts';
import { useUnread } from './use-unread.ts';

/** More is «99+»: how much exactly is on the page. */
const shownMax = 99;

/** The way to the reminders, with how much of today's is not read. */
export function ReminderBell() {
  const texts = useTexts(bellTexts);
  const count = useUnread().data?.count ?? 0;
  const label = count === 0 ? texts.open : texts.unread(count);
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      className="reminder-bell"
      aria-label={label}
      title={label}
      renderRoot={(props) => <Link to="/reminders" {...props} />}
    >
      <IconBell size={20} aria-hidden />
      {count > 0 && (
        <span className="reminder-bell-count" aria-hidden>
          {count > shownMax ? `${shownMax}+` : count}
        </span>
      )}
    </ActionIcon>
  );
}
