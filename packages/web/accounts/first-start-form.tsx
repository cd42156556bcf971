import { Button, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { SessionStage } from '@opora/domain/basics/actor.ts';
import { useTexts } from '../platform/language.tsx';
import { Refused } from '../ui/refused.tsx';
import { NewPasswordInput } from './new-password-input.tsx';
import { signInTexts } from './sign-in-catalog.ts';
import { useAddFirstAdministrator } from './use-sign-in.ts';

const nothing = { regionName: '', surname: '', givenName: '', patronymic: '', post: '', email: '' };
type Field = keyof typeof nothing;

export function FirstStartForm({ onStep }: { readonly onStep: (step: SessionStage) => void }) {
  const texts = useTexts(signInTexts);
  const add = useAddFirstAdministrator();
  const [fields, setFields] = useState(nothing);
  const [password, setPassword] = useState('');
  const input = (field: Field) => ({
    value: fields[field],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      const { value } = event.currentTarget;
      setFields((known) => ({ ...known, [field]: value }));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ ...fields, password }, { onSuccess: ({ step }) => onStep(step) });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Refused error={add.error} />
        <TextInput label={texts.region} description={texts.regionHint} required {...input('regionName')} />
        <TextInput label={texts.surname} autoComplete="family-name" required {...input('surname')} />
        <TextInput label={texts.givenName} autoComplete="given-name" required {...input('givenName')} />
        <TextInput label={texts.patronymic} {...input('patronymic')} />
        <TextInput label={texts.post} {...input('post')} />
        <TextInput label={texts.email} type="email" autoComplete="username" required {...input('email')} />
        <NewPasswordInput value={password} onChange={setPassword} />
        <Button type="submit" loading={add.isPending}>
          {texts.create}
        </Button>
      </Stack>
    </form>
  );
}
