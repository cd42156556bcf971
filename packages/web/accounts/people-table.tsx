import { Text } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import type { ListedPerson } from '@opora/domain/accounts/people-contract.ts';
import { roleNames } from '@opora/domain/accounts/role-catalog.ts';
import { formatFullName } from '@opora/domain/basics/format.ts';
import { useTexts } from '../platform/language.tsx';
import { DataGrid } from '../ui/grid/data-grid.tsx';
import type { GridColumn } from '../ui/grid/grid-column.ts';
import type { ServerSearch } from '../ui/grid/use-grid.ts';
import { AccessBadge, useAccessWord } from './access-badge.tsx';
import { peopleTexts } from './people-catalog.ts';

type PeopleTableProps = {
  readonly people: readonly ListedPerson[];
  readonly openId: string | null;
  readonly onOpen: (person: ListedPerson) => void;
  readonly search: ServerSearch;
  readonly besideSearch: ReactNode;
};

export function PeopleTable({ people, openId, onOpen, search, besideSearch }: PeopleTableProps) {
  const texts = useTexts(peopleTexts);
  const names = useTexts(roleNames);
  const accessWord = useAccessWord();
  const columns = useMemo(
    (): GridColumn<ListedPerson>[] => [
      { id: 'name', title: texts.name, kind: 'text', value: formatFullName, widthPx: 260 },
      { id: 'post', title: texts.post, kind: 'text', value: (person) => person.post },
      { id: 'unit', title: texts.organisation, kind: 'choice', value: (person) => person.orgUnitName },
      {
        id: 'roles',
        title: texts.roles,
        kind: 'text',
        value: (person) =>
          person.roles
            .map(
              (held) => `${names[held.role]}${held.acting ? ` (${texts.acting})` : ''} — ${held.orgUnitName}`,
            )
            .join('; '),
      },
      {
        id: 'access',
        title: texts.access,
        kind: 'choice',
        value: (person) => accessWord(person.access),
        render: (person) => <AccessBadge access={person.access} />,
        widthPx: 160,
      },
      { id: 'email', title: texts.email, kind: 'text', value: (person) => person.email, hiddenAtFirst: true },
    ],
    [texts, names, accessWord],
  );
  return (
    <DataGrid
      id="people"
      label={texts.title}
      rows={people}
      columns={columns}
      idOf={(person) => person.id}
      onOpen={onOpen}
      openId={openId}
      serverSearch={search}
      besideSearch={besideSearch}
      empty={<Text>{texts.empty}</Text>}
    />
  );
}
