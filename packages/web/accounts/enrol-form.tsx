import { Button, Code, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { renderSVG } from 'uqr';
import { useTexts } from '../platform/language.tsx';
import { Refused } from '../ui/refused.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { signInTexts } from './sign-in-catalog.ts';
import { useBeginSecondFactor, useConfirmSecondFactor } from './use-sign-in.ts';

/** Sets up the authenticator app: picture and key, a code that proves it, then the recovery codes. */
export function EnrolForm({ onDone }: { readonly onDone: () => void }) {
  const texts = useTexts(signInTexts);
  const { mutate: begin, ...begun } = useBeginSecondFactor();
  const confirm = useConfirmSecondFactor();
  const [code, setCode] = useState('');
  useEffect(() => begin(), [begin]);
  if (confirm.data !== undefined) {
    return <RecoveryCodes codes={confirm.data.recoveryCodes} onDone={onDone} />;
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate(code);
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text>{texts.enrolScan}</Text>
        <Refused error={begun.error ?? confirm.error} />
        {begun.data !== undefined && <Secret {...begun.data} />}
        <TextInput
          label={texts.enrolCode}
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" loading={confirm.isPending} disabled={begun.data === undefined}>
          {texts.enrolConfirm}
        </Button>
      </Stack>
    </form>
  );
}

function Secret({ secret, uri }: { readonly secret: string; readonly uri: string }) {
  const texts = useTexts(signInTexts);
  const picture = `data:image/svg+xml,${encodeURIComponent(renderSVG(uri, { border: 2 }))}`;
  return (
    <>
      <img src={picture} alt={texts.qrLabel} width={200} height={200} />
      <Text size="sm">
        {texts.enrolKey}: <Code>{secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</Code>
      </Text>
    </>
  );
}
