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
                  {wordsOf(
                    person.post,
                    person.roles.map(({ role }) => roles[role]),
                  ).map((word) => ` · ${word}`)}
                </Text>
              </List.Item>
            ))}
          </List>
        )
      }
    </Loaded>
  );
}

/** The post and the roles, each once: a head's post is often named as the role is. */
function wordsOf(post: string | null, roles: readonly string[]): readonly string[] {
  const others = roles.filter((role) => role.toLowerCase() !== post?.toLowerCase());
  return [...(post === null ? [] : [post]), ...new Set(others)];
}
