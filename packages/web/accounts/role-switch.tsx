import { Menu, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import type { Grant, Me } from '@opora/domain/accounts/accounts-contract.ts';
import { roleNames } from '@opora/domain/accounts/role-catalog.ts';
import { useTexts } from '../platform/language.tsx';
import { signedInTexts } from './signed-in-catalog.ts';
import { useChooseRole } from './use-me.ts';

/** Where I am and as whom; a menu when I hold several roles. */
export function RoleSwitch({ me }: { readonly me: Me }) {
  const texts = useTexts(signedInTexts);
  const titleOf = useRoleTitle();
  const [only, ...others] = me.grants;
  const place = placeOf(me);
  if (me.held.length < 2) {
    return (
      <Text c="dimmed" truncate>
        {place}
      </Text>
    );
  }
  const title = only !== undefined && others.length === 0 ? titleOf(only) : `${place} · ${texts.allRoles}`;
  return (
    <Menu position="bottom-start" shadow="md">
      <Menu.Target>
        <UnstyledButton aria-label={texts.workAs(title)} display="block" maw="100%">
          <Text size="sm" truncate component="span" display="block">
            {title} <IconChevronDown size={14} aria-hidden />
          </Text>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <RoleItems me={me} />
      </Menu.Dropdown>
    </Menu>
  );
}

/** Lines of a menu: each of my roles, and all of them at once. */
export function RoleItems({ me }: { readonly me: Me }) {
  const texts = useTexts(signedInTexts);
  const titleOf = useRoleTitle();
  const choose = useChooseRole();
  const isAll = me.grants.length === me.held.length;
  const item = (id: string | null, label: string, isChosen: boolean) => (
    <Menu.Item
      key={id}
      leftSection={<IconCheck size={16} aria-hidden visibility={isChosen ? 'visible' : 'hidden'} />}
      onClick={() => choose.mutate(id)}
    >
      {label}
      {isChosen && <VisuallyHidden> ({texts.chosen})</VisuallyHidden>}
    </Menu.Item>
  );
  return (
    <>
      <Menu.Label>{texts.workAsLabel}</Menu.Label>
      {item(null, texts.allRolesAtOnce, isAll)}
      {me.held.map((grant) => item(grant.id, titleOf(grant), !isAll && me.grants[0]?.id === grant.id))}
    </>
  );
}

/** «Куратор (и. о.) — Луговской район». */
export function useRoleTitle(): (grant: Grant) => string {
  const texts = useTexts(signedInTexts);
  const names = useTexts(roleNames);
  return ({ role, acting, orgUnitName }) =>
    `${names[role]}${acting ? ` (${texts.acting})` : ''} — ${orgUnitName}`;
}

/** Where the person works with the widest view: the node of her highest role. */
function placeOf(me: Me): string {
  const [highest] = me.grants.toSorted((a, b) => a.scope.split('.').length - b.scope.split('.').length);
  return highest?.orgUnitName ?? me.orgUnitName;
}
