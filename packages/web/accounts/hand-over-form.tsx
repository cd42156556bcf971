import { Button, Checkbox, Select, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type FormEvent, useState } from 'react';
import { formatFullName } from '@opora/domain/basics/format.ts';
import { useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { DateField } from '../ui/date-field.tsx';
import { notify } from '../ui/notice.ts';
import { Refused } from '../ui/refused.tsx';
import { peopleTexts } from './people-catalog.ts';
import { useHandOver, usePeople } from './use-people.ts';

type HandOverFormProps = { readonly personId: string; readonly onDone: () => void };

export function HandOverForm({ personId, onDone }: HandOverFormProps) {
  const texts = useTexts(peopleTexts);
  const handOver = useHandOver(personId);
  const [toPersonId, setToPersonId] = useState<string | null>(null);
  const [fromOn, setFromOn] = useState<string | null>(today());
  const [isActing, setActing] = useState(false);
  const [untilOn, setUntilOn] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (toPersonId === null || fromOn === null || (isActing && untilOn === null)) return;
    const order = { toPersonId, fromOn, actingUntilOn: isActing ? untilOn : null };
    handOver.mutate(order, {
      onSuccess: ({ count }) => {
        notify(texts.handedOver(count));
        onDone();
      },
    });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text>{texts.handOverNote}</Text>
        <Refused error={handOver.error} />
        <PersonSelect except={personId} value={toPersonId} onChange={setToPersonId} />
        <DateField label={texts.handOverFrom} value={fromOn} onChange={setFromOn} required />
        <Checkbox
          label={texts.handOverActing}
          checked={isActing}
          onChange={(event) => setActing(event.currentTarget.checked)}
        />
        {isActing && <DateField label={texts.handOverUntil} value={untilOn} onChange={setUntilOn} required />}
        <div>
          <Button type="submit" loading={handOver.isPending}>
            {texts.handOver}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

type PersonSelectProps = {
  readonly except: string;
  readonly value: string | null;
  readonly onChange: (personId: string | null) => void;
};

/** The server searches, because a region has more people than a list shows. */
function PersonSelect({ except, value, onChange }: PersonSelectProps) {
  const texts = useTexts(peopleTexts);
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 250);
  const people = usePeople(value !== null || search === '' ? {} : { search });
  const offered = (people.data?.people ?? []).filter((person) => person.id !== except);
  return (
    <Select
      label={texts.handOverTo}
      required
      searchable
      value={value}
      onChange={onChange}
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      data={offered.map((person) => ({
        value: person.id,
        label: `${formatFullName(person)} (${person.orgUnitName})`,
      }))}
    />
  );
}
