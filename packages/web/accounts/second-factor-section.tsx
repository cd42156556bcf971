import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../platform/language.tsx';
import { notify } from '../ui/notice.ts';
import { Refused } from '../ui/refused.tsx';
import { Section } from '../ui/section.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { accountTexts } from './account-catalog.ts';
import { EnrolForm } from './enrol-form.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { useRemoveSecondFactor, useRenewRecoveryCodes } from './use-account.ts';

export function SecondFactorSection({ hasSecondFactor }: { readonly hasSecondFactor: boolean }) {
  const texts = useTexts(accountTexts);
  const client = useQueryClient();
  const [isEnrolling, setEnrolling] = useState(false);
  const finish = () => {
    setEnrolling(false);
    notify(texts.factorDone);
    void client.invalidateQueries({ queryKey: ['me'] });
  };
  return (
    <Section title={texts.secondFactor} purpose={texts.factorPurpose}>
      <div>
        <StateBadge
          tone={hasSecondFactor ? 'accepted' : 'plain'}
          word={hasSecondFactor ? texts.factorOn : texts.factorOff}
        />
      </div>
      {hasSecondFactor && !isEnrolling && <ManageSecondFactor />}
      {!hasSecondFactor && !isEnrolling && (
        <div>
          <Button variant="default" onClick={() => setEnrolling(true)}>
            {texts.factorSetUp}
          </Button>
        </div>
      )}
      {isEnrolling && (
        <Stack maw={420}>
          <EnrolForm onDone={finish} />
        </Stack>
      )}
    </Section>
  );
}

/** Both deeds want a code: whoever finds the browser open has none. */
function ManageSecondFactor() {
  const texts = useTexts(accountTexts);
  const renew = useRenewRecoveryCodes();
  const remove = useRemoveSecondFactor();
  const [code, setCode] = useState('');
  if (renew.data !== undefined) {
    return <RecoveryCodes codes={renew.data.recoveryCodes} onDone={() => renew.reset()} />;
  }
  return (
    <Stack maw={420}>
      <Refused error={renew.error ?? remove.error} />
      <TextInput
        label={texts.codeNow}
        autoComplete="one-time-code"
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Group>
        <Button
          variant="default"
          disabled={code.length < 6}
          loading={renew.isPending}
          onClick={() => renew.mutate(code, { onSettled: () => setCode('') })}
        >
          {texts.renewCodes}
        </Button>
        <Button
          variant="default"
          disabled={code.length < 6}
          loading={remove.isPending}
          onClick={() => remove.mutate(code, { onSuccess: () => notify(texts.removed) })}
        >
          {texts.remove}
        </Button>
      </Group>
    </Stack>
  );
}
