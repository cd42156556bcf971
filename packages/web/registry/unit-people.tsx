import { List, Text } from '@mantine/core';
import { roleNames } from '@opora/domain/accounts/role-catalog.ts';
import { formatFullName } from '@opora/domain/basics/format.ts';
import { useTexts } from '../platform/language.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { registryTexts } from './registry-catalog.ts';
import { usePeopleOfUnit } from './use-registry.ts';

/** People who work at the unit, with their posts and roles. */
export function UnitPeople({ orgUnitId }: { readonly orgUnitId: string }) {
  const texts = useTexts(registryTexts);
  const roles = useTexts(roleNames);
  const people = usePeopleOfUnit(orgUnitId);
  return (
    <Loaded query={people}>
      {(found) =>
        found.people.length === 0 ? (
          <Text c="dimmed">{texts.noPeople}</Text>
        ) : (
          <List>
            {found.people.map((person) => (
              <List.Item key={person.id}>
                {formatFullName(person)}
                <Text span c="dimmed">
                  {[person.post, ...person.roles.map(({ role }) => roles[role])]
                    .filter((word) => word !== null)
                    .map((word) => ` · ${word}`)}
                </Text>
              </List.Item>
            ))}
          </List>
        )
      }
    </Loaded>
  );
}
