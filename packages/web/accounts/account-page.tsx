import { List, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Me } from '@opora/domain/accounts/accounts-contract.ts';
import { formatFullName } from '@opora/domain/basics/format.ts';
import { roleNames } from '@opora/domain/accounts/role-catalog.ts';
import { formatDate } from '@opora/domain/basics/format.ts';
import { useTexts } from '../platform/language.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { accountTexts } from './account-catalog.ts';
import { ChangePasswordForm } from './change-password-form.tsx';
import { MySessions } from './my-sessions.tsx';
import { SecondFactorSection } from './second-factor-section.tsx';
import { useMe, useSetLanguage } from './use-me.ts';

type AccountPageProps = {
  /** How the person is reminded: a later feature’s. */
  readonly children?: ReactNode;
};

export function AccountPage({ children }: AccountPageProps) {
  const texts = useTexts(accountTexts);
  return (
    <Page title={texts.title} purpose={texts.purpose}>
      <Loaded query={useMe()}>
        {(me) => (
          <Stack gap="xl" maw={720}>
            <AboutMe me={me} />
            <Roles me={me} />
            {children}
            <Section title={texts.password}>
              {me.hasPassword ? <ChangePasswordForm /> : <Text>{texts.noPassword}</Text>}
            </Section>
            <SecondFactorSection hasSecondFactor={me.hasSecondFactor} />
            <MySessions />
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

function AboutMe({ me }: { readonly me: Me }) {
  const texts = useTexts(accountTexts);
  const setLanguage = useSetLanguage();
  return (
    <Section title={texts.person}>
      <div>
        <Text fw={600}>{formatFullName(me)}</Text>
        <Text>
          {texts.organisation}: {me.orgUnitName}
        </Text>
        <Text>
          {texts.email}: {me.email ?? texts.noEmail}
        </Text>
        <Text size="sm" c="dimmed">
          {texts.changeHint}
        </Text>
      </div>
      <div>
        <LanguageSwitch onChoose={(language) => setLanguage.mutate(language)} />
      </div>
    </Section>
  );
}

function Roles({ me }: { readonly me: Me }) {
  const texts = useTexts(accountTexts);
  const names = useTexts(roleNames);
  return (
    <Section title={texts.roles}>
      {me.grants.length === 0 && <Text>{texts.noRoles}</Text>}
      <List>
        {me.grants.map((grant) => (
          <List.Item key={`${grant.role} ${grant.scope}`}>
            {names[grant.role]}
            {grant.acting ? ` (${texts.acting})` : ''} — {grant.orgUnitName}
            {grant.untilOn === null ? '' : `, ${texts.until(formatDate(grant.untilOn))}`}
          </List.Item>
        ))}
      </List>
    </Section>
  );
}
