import { Button, List, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { HeldRole } from '@opora/domain/accounts/people-contract.ts';
import { mayGive } from '@opora/domain/accounts/role-power.ts';
import { roleNames } from '@opora/domain/accounts/role-catalog.ts';
import { formatDate } from '@opora/domain/basics/format.ts';
import { useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { DateField } from '../ui/date-field.tsx';
import { peopleTexts } from './people-catalog.ts';
import { useMe } from './use-me.ts';
import { useEndRole } from './use-people.ts';

type HeldRolesProps = { readonly roles: readonly HeldRole[]; readonly mayManage: boolean };

export function HeldRoles({ roles, mayManage }: HeldRolesProps) {
  const texts = useTexts(peopleTexts);
  const names = useTexts(roleNames);
  const me = useMe().data;
  const termText = ({ fromOn, untilOn }: HeldRole) =>
    `${texts.from(formatDate(fromOn))}${untilOn === null ? '' : ` ${texts.until(formatDate(untilOn))}`}`;
  const [ending, setEnding] = useState<HeldRole | null>(null);
  if (roles.length === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {texts.roles}
      </Title>
      <List>
        {roles.map((held) => (
          <List.Item key={held.id}>
            <Text span {...(isOver(held) ? { c: 'dimmed' } : {})}>
              {names[held.role]}
              {held.acting ? ` (${texts.acting})` : ''} — {held.orgUnitName}, {termText(held)}
            </Text>{' '}
            {mayManage && me !== undefined && !isOver(held) && mayGive(me, held) && (
              <Button size="compact-sm" variant="default" onClick={() => setEnding(held)}>
                {texts.endRole}
              </Button>
            )}
          </List.Item>
        ))}
      </List>
      {ending !== null && <EndRoleDialog held={ending} onClose={() => setEnding(null)} />}
    </Stack>
  );
}

function isOver({ untilOn }: HeldRole): boolean {
  return untilOn !== null && untilOn < today();
}

function EndRoleDialog({ held, onClose }: { readonly held: HeldRole; readonly onClose: () => void }) {
  const texts = useTexts(peopleTexts);
  const names = useTexts(roleNames);
  const end = useEndRole();
  const [untilOn, setUntilOn] = useState<string | null>(today());
  return (
    <ConfirmDialog
      title={texts.endRoleTitle(names[held.role], held.orgUnitName)}
      action={texts.endRole}
      onClose={onClose}
      onConfirm={() => end.mutateAsync({ assignmentId: held.id, untilOn: untilOn ?? today() })}
    >
      <Text>{texts.endRoleNote}</Text>
      <DateField label={texts.lastDay} value={untilOn} onChange={setUntilOn} required />
    </ConfirmDialog>
  );
}
