import { Button, Table, Text } from '@mantine/core';
import { deviceName } from '@opora/domain/accounts/device-name.ts';
import type { OwnSession } from '@opora/domain/accounts/accounts-contract.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { notify } from '../ui/notice.ts';
import { Refused } from '../ui/refused.tsx';
import { Section } from '../ui/section.tsx';
import { momentText } from '../ui/moment-text.ts';
import { accountTexts } from './account-catalog.ts';
import { useMySessions, useRevokeOthers, useRevokeSession } from './use-account.ts';

export function MySessions() {
  const texts = useTexts(accountTexts);
  const sessions = useMySessions();
  const others = useRevokeOthers();
  return (
    <Section title={texts.sessions} purpose={texts.sessionsPurpose}>
      <Loaded query={sessions}>
        {(list) => (
          <>
            <SessionTable sessions={list} />
            <Refused error={others.error} />
            {list.length > 1 && (
              <div>
                <Button
                  variant="default"
                  loading={others.isPending}
                  onClick={() =>
                    others.mutate(undefined, { onSuccess: ({ count }) => notify(texts.ended(count)) })
                  }
                >
                  {texts.endOthers}
                </Button>
              </div>
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}

function SessionTable({ sessions }: { readonly sessions: readonly OwnSession[] }) {
  const texts = useTexts(accountTexts);
  const { language } = useLanguage();
  const revoke = useRevokeSession();
  return (
    <Table.ScrollContainer minWidth={420} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Refused error={revoke.error} />
      <Table aria-label={texts.sessions}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{texts.device}</Table.Th>
            <Table.Th scope="col">{texts.lastSeen}</Table.Th>
            <Table.Th scope="col">{texts.address}</Table.Th>
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sessions.map((session) => (
            <Table.Tr key={session.id}>
              <Table.Th scope="row" fw={400}>
                {deviceName(session.userAgent) ?? texts.unknownDevice}
              </Table.Th>
              <Table.Td>{momentText(session.lastSeenAt, language)}</Table.Td>
              <Table.Td>{session.address}</Table.Td>
              <Table.Td>
                {session.isThis ? (
                  <Text size="sm">{texts.thisSession}</Text>
                ) : (
                  <Button size="compact-sm" variant="default" onClick={() => revoke.mutate(session.id)}>
                    {texts.end}
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
