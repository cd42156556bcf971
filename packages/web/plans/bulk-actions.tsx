import { Button, Group } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { type Action, canSomewhere } from '@opora/domain/basics/can.ts';
import { BulkKind } from '@opora/domain/plans/bulk-act.ts';
import { moveRules } from '@opora/domain/plans/instance-state.ts';
import { useMe } from '../accounts/use-me.ts';
import { useTexts } from '../platform/language.tsx';
import { bulkTexts } from './bulk-catalog.ts';
import type { Marked } from './bulk-dialog.tsx';

const BulkDialog = lazy(async () => ({ default: (await import('./bulk-dialog.tsx')).BulkDialog }));

type BulkActionsProps = {
  readonly marked: Marked;
  /** Takes the marks away when the action is done. */
  readonly clear: () => void;
};

/** What can be done to everything that is marked, as far as the person's roles go. */
export function BulkActions({ marked, clear }: BulkActionsProps) {
  const texts = useTexts(bulkTexts);
  const { data: me } = useMe();
  const [asking, setAsking] = useState<{ readonly kind: BulkKind; readonly marked: Marked } | null>(null);
  const kinds = BulkKind.options.filter((kind) => me !== undefined && canSomewhere(me, actionOf(kind)));
  return (
    <>
      <Group gap="xs" role="group" aria-label={texts.withMany}>
        {kinds.map((kind) => (
          <Button key={kind} size="compact-sm" variant="default" onClick={() => setAsking({ kind, marked })}>
            {texts.buttons[kind]}
          </Button>
        ))}
      </Group>
      {asking !== null && (
        <Suspense>
          <BulkDialog {...asking} onDone={clear} onClose={() => setAsking(null)} />
        </Suspense>
      )}
    </>
  );
}

function actionOf(kind: BulkKind): Action {
  return kind === 'assign' ? 'plans.execute' : moveRules[kind].action;
}
