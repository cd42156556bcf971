import { AccountPage } from '../accounts/account-page.tsx';
import { ReminderSettingsSection } from './reminder-settings-section.tsx';

/** The account with how its owner is reminded. */
export function OwnAccountPage() {
  return (
    <AccountPage>
      <ReminderSettingsSection />
    </AccountPage>
  );
}
