import { Menu, Text, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Me } from '@opora/domain/accounts/accounts-contract.ts';
import { formatSurnameFirst } from '@opora/domain/basics/format.ts';
import { useTexts } from '../platform/language.tsx';
import { RoleItems, useRoleTitle } from './role-switch.tsx';
import { signedInTexts } from './signed-in-catalog.ts';
import { useSignOut } from './use-me.ts';

/** Who I am, my roles, and the way out. */
export function AccountMenu({ me }: { readonly me: Me }) {
  const texts = useTexts(signedInTexts);
  const titleOf = useRoleTitle();
  const signOut = useSignOut();
  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <UnstyledButton>
          <Text size="sm" fw={500} component="span">
            {formatSurnameFirst(me)} <IconChevronDown size={14} aria-hidden />
          </Text>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown maw="calc(100vw - 16px)">
        {me.held.length > 1 ? (
          <RoleItems me={me} />
        ) : (
          me.held.map((grant) => <Menu.Label key={grant.id}>{titleOf(grant)}</Menu.Label>)
        )}
        <Menu.Divider />
        <Menu.Item component={Link} to="/account" leftSection={<IconUserCircle size={16} aria-hidden />}>
          {texts.account}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => signOut.mutate()}>
          {texts.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
