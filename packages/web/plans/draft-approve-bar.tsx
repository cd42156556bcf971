import { Anchor, Button, Text } from '@mantine/core';
import { approvalObstacles, missingFields, type Obstacle } from '@opora/domain/plans/plan-of-draft.ts';
import { summarise } from '@opora/domain/plans/draft-summary.ts';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTexts } from '../platform/language.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { draftTexts } from './draft-catalog.ts';
import { useDraftEditor } from './draft-context.ts';
import type { DraftSession } from './draft-session.ts';
import { useApproveDraft } from './use-import.ts';

/** What approval will make, and what it still waits for, each a way to the field. */
export function DraftApproveBar({ session }: { readonly session: DraftSession }) {
  const texts = useTexts(draftTexts);
  const { draftId, document, goTo } = useDraftEditor();
  const settled = useDeferredValue(document);
  const approval = useApproveDraft(draftId);
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const summary = useMemo(() => summarise(settled), [settled]);
  const [tooLong, setTooLong] = useState<readonly Obstacle[]>([]);
  const missing = missingFields(document);
  const obstacles = missing.length > 0 ? missing : tooLong;
  const ask = () => {
    const found = approvalObstacles(document);
    setTooLong(found);
    setAsking(found.length === 0);
  };
  const approve = async () => {
    await session.flush();
    const { planId } = await approval.mutateAsync(session.view().version);
    session.close();
    await navigate({ href: `/plans/${planId}` });
  };
  return (
    <div className="draft-approve">
      <Text size="sm">
        {texts.willBeMade(summary)}
        {obstacles.length > 0 && (
          <>
            {' '}
            <strong>{texts.missing}</strong>{' '}
            {obstacles.slice(0, 5).map((obstacle, index) => (
              <span key={obstacle.place}>
                {index > 0 && ', '}
                <Anchor component="button" type="button" size="sm" onClick={() => goTo(obstacle.place)}>
                  {texts.obstacles[obstacle.code]}
                </Anchor>
              </span>
            ))}
            {obstacles.length > 5 && ` … (${obstacles.length})`}
          </>
        )}
      </Text>
      <Button disabled={missing.length > 0} onClick={ask}>
        {texts.approve}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={texts.approveTitle}
          action={texts.approve}
          onConfirm={approve}
          onClose={() => setAsking(false)}
        >
          <Text>{texts.willBeMade(summary)}</Text>
          {summary.doubts > 0 && <Text>{texts.approveDoubts(summary.doubts)}</Text>}
          <Text c="dimmed">{texts.approveHint}</Text>
        </ConfirmDialog>
      )}
    </div>
  );
}
