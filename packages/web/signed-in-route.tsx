import { createRootRoute, createRoute } from '@tanstack/react-router';
import { SignedInFrame } from './accounts/signed-in-frame.tsx';
import { SearchButton } from './overview/search-button.tsx';
import { ReminderBell } from './reminders/reminder-bell.tsx';

export const root = createRootRoute();

/** Everything but the pages of links that come by mail. */
export const signedIn = createRoute({ getParentRoute: () => root, id: 'signed-in', component: SignedIn });

function SignedIn() {
  return (
    <SignedInFrame
      search={
        <>
          <SearchButton />
          <ReminderBell />
        </>
      }
    />
  );
}
