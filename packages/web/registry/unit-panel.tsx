import { Button, Divider, Group, Stack, Title } from '@mantine/core';
import { can } from '@opora/domain/basics/can.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { useState } from 'react';
import { useMe } from '../accounts/use-me.ts';
import { useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { Loaded } from '../ui/loaded.tsx';
import { notify } from '../ui/notice.ts';
import { AliasList } from './alias-list.tsx';
import { OrgUnitEditForm } from './org-unit-form.tsx';
import { registryTexts } from './registry-catalog.ts';
import { RemoveUnit } from './remove-unit.tsx';
import { Requisites } from './requisites.tsx';
import { UnitHistory } from './unit-history.tsx';
import { unitState, UnitStateBadge } from './unit-state.tsx';
import { useChangeOrgUnit, useOrgUnitDetails } from './use-registry.ts';

/** One organisation beside the tree: what is known of it, to read and to change. */
export function UnitPanel({ orgUnitId }: { readonly orgUnitId: string }) {
  const texts = useTexts(registryTexts);
  const { data: me } = useMe();
  const details = useOrgUnitDetails(orgUnitId);
  const [isEdited, setEdited] = useState(false);
  return (
    <Loaded query={details}>
      {({ unit, aliases }) => {
        const mayManage = me !== undefined && can(me, 'registry.manage', unit);
        if (isEdited) return <OrgUnitEditForm unit={unit} onDone={() => setEdited(false)} />;
        return (
          <Stack>
            <Group>
              <UnitStateBadge unit={unit} />
            </Group>
            <Requisites unit={unit} />
            {mayManage && (
              <Group>
                <Button variant="default" onClick={() => setEdited(true)}>
                  {texts.edit}
                </Button>
                <Reopen unit={unit} />
                <RemoveUnit unit={unit} />
              </Group>
            )}
            <Divider />
            <Title order={3} size="h5">
              {texts.aliases}
            </Title>
            <AliasList orgUnitId={unit.id} aliases={aliases} mayManage={mayManage} />
            {me !== undefined && can(me, 'audit.read', unit) && (
              <>
                <Divider />
                <Title order={3} size="h5">
                  {texts.history}
                </Title>
                <UnitHistory orgUnitId={unit.id} />
              </>
            )}
          </Stack>
        );
      }}
    </Loaded>
  );
}

function Reopen({ unit }: { readonly unit: OrgUnit }) {
  const texts = useTexts(registryTexts);
  const change = useChangeOrgUnit(unit.id);
  if (unitState(unit, today()) !== 'isClosed') return null;
  const { id: _id, parentId: _parent, scope: _scope, kind: _kind, ...fields } = unit;
  return (
    <Button
      variant="default"
      loading={change.isPending}
      onClick={() =>
        change.mutate(
          { ...fields, closedOn: null },
          {
            onSuccess: (opened) =>
              notify(texts.saved, () =>
                change.mutateAsync({ ...fields, closedOn: unit.closedOn, version: opened.version }),
              ),
          },
        )
      }
    >
      {texts.reopen}
    </Button>
  );
}
