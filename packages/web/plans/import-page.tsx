import { Stack } from '@mantine/core';
import { useTexts } from '../platform/language.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { importTexts } from './import-catalog.ts';
import { ImportDraftTable } from './import-draft-table.tsx';
import { ImportDropZone } from './import-drop-zone.tsx';
import { ImportPaste } from './import-paste.tsx';
import { usePlanDrafts } from './use-import.ts';

export function ImportPage() {
  const texts = useTexts(importTexts);
  const drafts = usePlanDrafts();
  return (
    <Page title={texts.title} purpose={texts.purpose}>
      <Stack gap="lg">
        <ImportDropZone />
        <ImportPaste />
        <Loaded query={drafts}>{(list) => <ImportDraftTable drafts={list} />}</Loaded>
      </Stack>
    </Page>
  );
}
