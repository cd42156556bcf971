import { Button, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { PersonFields } from '@opora/domain/accounts/person.ts';
import { useTexts } from '../platform/language.tsx';
import { Refused } from '../ui/refused.tsx';
import { peopleTexts } from './people-catalog.ts';
import { PlaceSelect } from './place-select.tsx';

type PersonFormProps = {
  readonly known: PersonFields | null;
  readonly action: string;
  readonly isBusy: boolean;
  readonly error: Error | null;
  readonly onSubmit: (fields: PersonFields) => void;
};

const texted = ['surname', 'givenName', 'patronymic', 'post', 'email'] as const;
type Texted = (typeof texted)[number];

/** Adds or changes a person; an emptied field is sent as «none». */
export function PersonForm({ known, action, isBusy, error, onSubmit }: PersonFormProps) {
  const texts = useTexts(peopleTexts);
  const [orgUnitId, setOrgUnitId] = useState(known?.orgUnitId ?? null);
  const [fields, setFields] = useState<Record<Texted, string>>({
    surname: known?.surname ?? '',
    givenName: known?.givenName ?? '',
    patronymic: known?.patronymic ?? '',
    post: known?.post ?? '',
    email: known?.email ?? '',
  });
  const input = (field: Texted) => ({
    value: fields[field],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      const { value } = event.currentTarget;
      setFields((before) => ({ ...before, [field]: value }));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (orgUnitId === null) return;
    onSubmit({ ...fields, orgUnitId, email: fields.email.trim() === '' ? null : fields.email });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Refused error={error} />
        <TextInput label={texts.surname} required {...input('surname')} />
        <TextInput label={texts.givenName} required {...input('givenName')} />
        <TextInput label={texts.patronymic} {...input('patronymic')} />
        <TextInput label={texts.post} {...input('post')} />
        <TextInput label={texts.email} description={texts.emailHint} type="email" {...input('email')} />
        <PlaceSelect label={texts.organisation} value={orgUnitId} onChange={setOrgUnitId} />
        <div>
          <Button type="submit" loading={isBusy}>
            {action}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
