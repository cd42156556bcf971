import { Alert, Button, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { type ListedPerson, peopleListMax } from '@opora/domain/accounts/people-contract.ts';
import { roleNames } from '@opora/domain/accounts/role-catalog.ts';
import { type Role, roles } from '@opora/domain/basics/actor.ts';
import { canSomewhere } from '@opora/domain/basics/can.ts';
import { useTexts } from '../platform/language.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { AddPersonForm } from './add-person-form.tsx';
import { peopleTexts } from './people-catalog.ts';
import { PeopleTable } from './people-table.tsx';
import { PersonPanel } from './person-panel.tsx';
import { SignInRulesForm } from './sign-in-rules-form.tsx';
import { useMe } from './use-me.ts';
import { usePeople } from './use-people.ts';

const route = getRouteApi('/signed-in/people');

/** What is open beside the list: a person by her id, or a form. */
type Open = { readonly personId: string } | 'adding' | null;

export function PeoplePage() {
  const texts = useTexts(peopleTexts);
  const me = useMe().data;
  const { person } = route.useSearch();
  const navigate = route.useNavigate();
  const [isAdding, setAdding] = useState(false);
  const open: Open = isAdding ? 'adding' : person === undefined ? null : { personId: person };
  const setOpen = (next: Open) => {
    setAdding(next === 'adding');
    void navigate({ search: next === null || next === 'adding' ? {} : { person: next.personId } });
  };
  const mayManage = me !== undefined && canSomewhere(me, 'people.manage');
  return (
    <Page
      title={texts.title}
      purpose={texts.purpose}
      action={mayManage ? <Button onClick={() => setOpen('adding')}>{texts.add}</Button> : undefined}
    >
      <People open={open} onOpen={(person) => setOpen({ personId: person.id })} />
      {me !== undefined && canSomewhere(me, 'security.manage') && (
        <Section title={texts.rules} purpose={texts.rulesPurpose}>
          <SignInRulesForm />
        </Section>
      )}
      {open === 'adding' && (
        <SidePanel title={texts.add} onClose={() => setOpen(null)}>
          <AddPersonForm onAdded={(personId) => setOpen({ personId })} />
        </SidePanel>
      )}
      {open !== null && open !== 'adding' && (
        <PersonPanel
          key={open.personId}
          personId={open.personId}
          mayManage={mayManage}
          onClose={() => setOpen(null)}
        />
      )}
    </Page>
  );
}

type PeopleProps = { readonly open: Open; readonly onOpen: (person: ListedPerson) => void };

function People({ open, onOpen }: PeopleProps) {
  const texts = useTexts(peopleTexts);
  const names = useTexts(roleNames);
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  const [role, setRole] = useState<Role | null>(null);
  const people = usePeople({ ...(search === '' ? {} : { search }), ...(role === null ? {} : { role }) });
  const byRole = (
    <Select
      aria-label={texts.role}
      placeholder={texts.anyRole}
      clearable
      value={role}
      onChange={(value) => setRole(roles.find((one) => one === value) ?? null)}
      data={roles.map((one) => ({ value: one, label: names[one] }))}
    />
  );
  return (
    <Loaded query={people}>
      {(list) => (
        <>
          {list.isCut && <Alert>{texts.cut(peopleListMax)}</Alert>}
          <PeopleTable
            people={list.people}
            openId={open === null || open === 'adding' ? null : open.personId}
            onOpen={onOpen}
            search={{ label: texts.search, text: typed, ask: setTyped }}
            besideSearch={byRole}
          />
        </>
      )}
    </Loaded>
  );
}
