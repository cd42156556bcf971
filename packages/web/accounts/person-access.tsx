import { Alert, Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ListedPerson } from '@opora/domain/accounts/people-contract.ts';
import { formatSurnameFirst } from '@opora/domain/basics/format.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { momentText } from '../ui/moment-text.ts';
import { notify } from '../ui/notice.ts';
import { Refused } from '../ui/refused.tsx';
import { peopleTexts } from './people-catalog.ts';
import { useMakeLink, useRemovePersonSecondFactor, useRevokePersonSessions } from './use-people.ts';

/** How the person gets in: a link to pass on, and what an administrator can take away. */
export function PersonAccess({ person }: { readonly person: ListedPerson }) {
  const texts = useTexts(peopleTexts);
  const makeLink = useMakeLink(person.id);
  const [asked, setAsked] = useState<'revoke' | 'factor' | null>(null);
  return (
    <Stack gap="xs">
      <Refused error={makeLink.error} />
      {makeLink.data !== undefined && <Link {...makeLink.data} email={person.email ?? ''} />}
      {person.email === null && <Text size="sm">{texts.needEmail}</Text>}
      <Group gap="xs">
        <Button
          disabled={person.email === null}
          variant={person.access === 'active' ? 'default' : 'filled'}
          loading={makeLink.isPending}
          onClick={() => makeLink.mutate(undefined)}
        >
          {person.access === 'active' ? texts.reset : texts.invite}
        </Button>
        {person.access === 'active' && (
          <Button variant="default" onClick={() => setAsked('revoke')}>
            {texts.revoke}
          </Button>
        )}
        {person.hasSecondFactor && (
          <Button variant="default" onClick={() => setAsked('factor')}>
            {texts.removeFactor}
          </Button>
        )}
      </Group>
      {asked === 'revoke' && <RevokeDialog person={person} onClose={() => setAsked(null)} />}
      {asked === 'factor' && <RemoveFactorDialog person={person} onClose={() => setAsked(null)} />}
    </Stack>
  );
}

type LinkProps = {
  readonly address: string;
  readonly expiresAt: string;
  readonly mailed: boolean;
  readonly email: string;
};

function Link({ address, expiresAt, mailed, email }: LinkProps) {
  const texts = useTexts(peopleTexts);
  const { language } = useLanguage();
  return (
    <Alert title={texts.linkTitle} role="status">
      <Stack gap="xs">
        <Text>{mailed ? texts.linkMailed(email) : texts.linkNotMailed}</Text>
        <Text>{texts.linkOnce(momentText(expiresAt, language))}</Text>
        <Code block style={{ whiteSpace: 'pre-wrap', wordBreak: 'break-all' }}>
          {address}
        </Code>
        <CopyButton value={address}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? texts.copied : texts.copy}
            </Button>
          )}
        </CopyButton>
      </Stack>
    </Alert>
  );
}

type DialogProps = { readonly person: ListedPerson; readonly onClose: () => void };

function RevokeDialog({ person, onClose }: DialogProps) {
  const texts = useTexts(peopleTexts);
  const revoke = useRevokePersonSessions(person.id);
  return (
    <ConfirmDialog
      title={texts.revokeTitle(formatSurnameFirst(person))}
      action={texts.revoke}
      onClose={onClose}
      onConfirm={async () => notify(texts.revoked((await revoke.mutateAsync(undefined)).count))}
    >
      <Text>{texts.revokeNote}</Text>
    </ConfirmDialog>
  );
}

function RemoveFactorDialog({ person, onClose }: DialogProps) {
  const texts = useTexts(peopleTexts);
  const remove = useRemovePersonSecondFactor(person.id);
  return (
    <ConfirmDialog
      title={texts.removeFactorTitle(formatSurnameFirst(person))}
      action={texts.removeFactor}
      isDangerous
      onClose={onClose}
      onConfirm={async () => {
        await remove.mutateAsync(undefined);
        notify(texts.factorRemoved);
      }}
    >
      <Text>{texts.removeFactorNote}</Text>
    </ConfirmDialog>
  );
}
