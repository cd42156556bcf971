import { Button, Text } from '@mantine/core';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '../platform/language.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { notify } from '../ui/notice.ts';
import { registryTexts } from './registry-catalog.ts';
import { useRemoveOrgUnit } from './use-registry.ts';

/** Removes what was entered by mistake; the server refuses what is in use and says what to do instead. */
export function RemoveUnit({ unit }: { readonly unit: OrgUnit }) {
  const texts = useTexts(registryTexts);
  const navigate = useNavigate();
  const remove = useRemoveOrgUnit();
  const [isAsked, setAsked] = useState(false);
  if (unit.parentId === null) return null;
  return (
    <>
      <Button variant="default" onClick={() => setAsked(true)}>
        {texts.remove}
      </Button>
      {isAsked && (
        <ConfirmDialog
          title={texts.removeUnit(unit.shortName)}
          action={texts.remove}
          isDangerous
          onConfirm={async () => {
            await remove.mutateAsync(unit.id);
            notify(texts.removed);
            await navigate({ to: '/organisations', search: {} });
          }}
          onClose={() => setAsked(false)}
        >
          <Text>{texts.removeUnitHint}</Text>
        </ConfirmDialog>
      )}
    </>
  );
}
