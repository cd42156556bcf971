import './doubt-notes.css';
import { Button, Text } from '@mantine/core';
import type { Doubt } from '@opora/domain/plans/draft-doubts.ts';
import { readWarningTexts } from '@opora/domain/plans/read-warning-catalog.ts';
import { warningReason } from '@opora/domain/plans/read-warning-reason.ts';
import { IconAlertCircle } from '@tabler/icons-react';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { draftTexts } from './draft-catalog.ts';
import { useDraftEditor } from './draft-context.ts';

/** What is doubtful about a field, why, and how to settle it. */
export function DoubtNotes({ place }: { readonly place: string }) {
  const { doubtsOf } = useDraftEditor();
  return (
    <>
      {doubtsOf(place).map((doubt) => (
        <DoubtNote key={doubt.id} doubt={doubt} />
      ))}
    </>
  );
}

function DoubtNote({ doubt }: { readonly doubt: Doubt }) {
  const texts = useTexts(draftTexts);
  const { language } = useLanguage();
  const { doubts, confirm } = useDraftEditor();
  const alike = doubts.filter((other) => other.code === doubt.code);
  return (
    <div className="doubt-note">
      <DoubtMark doubt={doubt} />
      <Text size="sm">{warningReason(doubt, language)}</Text>
      <Button size="compact-sm" variant="default" onClick={() => confirm([doubt])}>
        {texts.confirm}
      </Button>
      {alike.length > 1 && (
        <Button size="compact-sm" variant="default" onClick={() => confirm(alike)}>
          {texts.confirmAlike(alike.length)}
        </Button>
      )}
    </div>
  );
}

/** Word, shape and colour beside a field that is not open. */
export function DoubtMark({ doubt }: { readonly doubt: Doubt }) {
  const { language } = useLanguage();
  return (
    <span className="doubt-mark">
      <IconAlertCircle size={14} aria-hidden />
      {readWarningTexts[language][doubt.code].mark}
    </span>
  );
}
