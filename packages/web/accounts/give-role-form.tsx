import { Button, Checkbox, Select, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { ListedPerson } from '@opora/domain/accounts/people-contract.ts';
import { mayGive } from '@opora/domain/accounts/role-power.ts';
import { roleNames } from '@opora/domain/accounts/role-catalog.ts';
import { roles } from '@opora/domain/basics/actor.ts';
import { useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { DateField } from '../ui/date-field.tsx';
import { notify } from '../ui/notice.ts';
import { Refused } from '../ui/refused.tsx';
import { peopleTexts } from './people-catalog.ts';
import { PlaceSelect } from './place-select.tsx';
import { useMe } from './use-me.ts';
import { useGiveRole, usePlaces } from './use-people.ts';

type GiveRoleFormProps = { readonly person: ListedPerson; readonly onDone: () => void };

/** Offers only the roles that the actor may give on the chosen node. */
export function GiveRoleForm({ person, onDone }: GiveRoleFormProps) {
  const texts = useTexts(peopleTexts);
  const names = useTexts(roleNames);
  const me = useMe().data;
  const places = usePlaces(true);
  const give = useGiveRole(person.id);
  const [orgUnitId, setOrgUnitId] = useState<string | null>(person.orgUnitId);
  const [role, setRole] = useState<string | null>(null);
  const [fromOn, setFromOn] = useState<string | null>(today());
  const [untilOn, setUntilOn] = useState<string | null>(null);
  const [acting, setActing] = useState(false);
  const scope = places.data?.find((place) => place.id === orgUnitId)?.scope;
  const offered = roles.filter(
    (one) => me !== undefined && scope !== undefined && mayGive(me, { role: one, scope }),
  );
  const chosen = offered.find((one) => one === role);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen === undefined || orgUnitId === null || fromOn === null) return;
    const onSuccess = () => {
      notify(texts.given);
      onDone();
    };
    give.mutate({ role: chosen, orgUnitId, fromOn, untilOn, acting }, { onSuccess });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Refused error={give.error} />
        <PlaceSelect label={texts.on} value={orgUnitId} onChange={setOrgUnitId} />
        <Select
          label={texts.role}
          required
          value={chosen ?? null}
          onChange={setRole}
          data={offered.map((one) => ({ value: one, label: names[one] }))}
        />
        <DateField label={texts.fromOn} value={fromOn} onChange={setFromOn} required />
        <DateField label={texts.untilOn} value={untilOn} onChange={setUntilOn} />
        <Checkbox
          label={texts.actingLabel}
          checked={acting}
          onChange={(event) => setActing(event.currentTarget.checked)}
        />
        <div>
          <Button type="submit" loading={give.isPending}>
            {texts.giveRole}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
