import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ListedPerson } from '@opora/domain/accounts/people-contract.ts';
import { formatFullName } from '@opora/domain/basics/format.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { momentText } from '../ui/moment-text.ts';
import { notify } from '../ui/notice.ts';
import { SidePanel } from '../ui/side-panel.tsx';
import { AccessBadge } from './access-badge.tsx';
import { GiveRoleForm } from './give-role-form.tsx';
import { HandOverForm } from './hand-over-form.tsx';
import { HeldRoles } from './held-roles.tsx';
import { peopleTexts } from './people-catalog.ts';
import { PersonAccess } from './person-access.tsx';
import { PersonForm } from './person-form.tsx';
import { useChangePerson, usePerson } from './use-people.ts';

type PersonPanelProps = {
  readonly personId: string;
  readonly mayManage: boolean;
  readonly onClose: () => void;
};

/** Everything about one person: what she is, her roles, how she signs in. */
export function PersonPanel({ personId, mayManage, onClose }: PersonPanelProps) {
  const texts = useTexts(peopleTexts);
  const query = usePerson(personId);
  const title = query.data === undefined ? texts.name : formatFullName(query.data);
  return (
    <SidePanel title={title} onClose={onClose}>
      <Loaded query={query}>
        {(person) => (
          <Stack>
            <Facts person={person} />
            {mayManage && <PersonAccess person={person} />}
            <HeldRoles roles={person.roles} mayManage={mayManage} />
            {mayManage && <Deeds person={person} />}
          </Stack>
        )}
      </Loaded>
    </SidePanel>
  );
}

function Facts({ person }: { readonly person: ListedPerson }) {
  const texts = useTexts(peopleTexts);
  const { language } = useLanguage();
  const seen = person.lastSeenAt === null ? texts.never : momentText(person.lastSeenAt, language);
  return (
    <div>
      {person.post !== null && <Text>{person.post}</Text>}
      <Text>{person.orgUnitName}</Text>
      {person.email !== null && <Text>{person.email}</Text>}
      <AccessBadge access={person.access} />
      <Text size="sm" c="dimmed">
        {texts.lastSeen}: {seen}. {texts.factor}: {person.hasSecondFactor ? texts.factorOn : texts.factorOff}.
      </Text>
    </div>
  );
}

type Form = 'role' | 'handover' | 'change' | null;

/** One form at a time. */
function Deeds({ person }: { readonly person: ListedPerson }) {
  const texts = useTexts(peopleTexts);
  const [form, setForm] = useState<Form>(null);
  const close = () => setForm(null);
  const toggle = (next: Form) => () => setForm((open) => (open === next ? null : next));
  return (
    <>
      <Group gap="xs">
        <Button variant="default" onClick={toggle('role')} aria-expanded={form === 'role'}>
          {texts.giveRole}
        </Button>
        <Button variant="default" onClick={toggle('handover')} aria-expanded={form === 'handover'}>
          {texts.handOver}
        </Button>
        <Button variant="default" onClick={toggle('change')} aria-expanded={form === 'change'}>
          {texts.change}
        </Button>
      </Group>
      {form === 'role' && <GiveRoleForm person={person} onDone={close} />}
      {form === 'handover' && <HandOverForm personId={person.id} onDone={close} />}
      {form === 'change' && <ChangePerson person={person} onDone={close} />}
    </>
  );
}

function ChangePerson({ person, onDone }: { readonly person: ListedPerson; readonly onDone: () => void }) {
  const texts = useTexts(peopleTexts);
  const change = useChangePerson(person.id);
  return (
    <PersonForm
      known={person}
      action={texts.change}
      isBusy={change.isPending}
      error={change.error}
      onSubmit={(fields) =>
        change.mutate(
          { ...fields, version: person.version },
          {
            onSuccess: () => {
              notify(texts.saved);
              onDone();
            },
          },
        )
      }
    />
  );
}
