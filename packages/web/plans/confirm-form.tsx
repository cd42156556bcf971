import { Anchor, Button, Group, List, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { z } from 'zod';
import { missingEvidence, provenBy } from '@opora/domain/plans/evidence.ts';
import type { InstanceDetail } from '@opora/domain/plans/instance.ts';
import type { ExpectedResult } from '@opora/domain/plans/plan.ts';
import { splitExpected } from '@opora/domain/plans/read-expected.ts';
import { useTexts } from '../platform/language.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { emptyDraft, EvidenceDraft, evidenceOf } from './evidence-draft.ts';
import { EvidenceItems } from './evidence-list.tsx';
import { instanceTexts } from './instance-catalog.ts';
import { ProofFields } from './proof-fields.tsx';
import { useGiveEvidence, useMove } from './use-instances.ts';
import { WaitsAlert } from '../ui/waits-alert.tsx';
import { useKept } from '../ui/use-kept.ts';

const Drafts = z.object({ message: z.string(), byResult: z.record(z.string(), EvidenceDraft) });
const nothingTyped = (): z.infer<typeof Drafts> => ({ message: '', byResult: {} });

/** Evidence that stands beside the expected results. */
const beside = 'beside';

/** Asks for exactly the evidence that the plan expects; what is complete is given together with the submission. */
export function ConfirmForm({ instance }: { readonly instance: InstanceDetail }) {
  const texts = useTexts(instanceTexts);
  const { connectionLost } = useTexts(uiTexts);
  const [drafts, setDrafts, clear] = useKept(`opora.confirm.${instance.id}`, Drafts, nothingTyped);
  const [isTold, setTold] = useState(false);
  const give = useGiveEvidence(instance.id);
  const move = useMove(instance.id);
  const draftOf = (result: ExpectedResult) => drafts.byResult[result.id] ?? firstDraft(result);
  const missing = missingEvidence(instance.expected, instance.evidence).filter(({ expectedResultId: id }) => {
    const draft = drafts.byResult[id];
    return draft === undefined || evidenceOf(draft, id) === null;
  });
  const setDraft = (id: string, draft: EvidenceDraft) =>
    setDrafts({ ...drafts, byResult: { ...drafts.byResult, [id]: draft } });

  const giveAll = async (): Promise<InstanceDetail> => {
    let latest = instance;
    for (const [id, draft] of Object.entries(drafts.byResult)) {
      const fields = evidenceOf(draft, id === beside ? null : id);
      // One after another: each answer is the instance as it then stands.
      // oxlint-disable-next-line no-await-in-loop
      if (fields !== null) latest = await give.mutateAsync(fields);
    }
    return latest;
  };
  const submit = async () => {
    setTold(true);
    if (missing.length > 0) return;
    const { version } = await giveAll();
    setDrafts({ ...drafts, byResult: {} });
    const note = drafts.message.trim() === '' ? null : drafts.message.trim();
    await move.mutateAsync({ move: 'submit', version, note, dueOn: null });
    clear();
    notify(texts.done.submit);
  };
  const error = give.error ?? move.error;
  return (
    <Stack gap="sm" component="section" aria-label={texts.confirm}>
      <div>
        <Title order={4} size="sm">
          {texts.confirm}
        </Title>
        <Text size="xs" c="dimmed">
          {texts.confirmHint}
        </Text>
      </div>
      {instance.expected.map((result) => {
        const given = instance.evidence.filter((item) => item.expectedResultId === result.id);
        const fields = (
          <ProofFields
            instanceId={instance.id}
            expectedResultId={result.id}
            kinds={provenBy[result.kind]}
            draft={draftOf(result)}
            isWrong={isTold && missing.some(({ expectedResultId }) => expectedResultId === result.id)}
            onChange={(draft) => setDraft(result.id, draft)}
          />
        );
        return (
          <fieldset key={result.id} id={`proof-${result.id}`} className="proof" tabIndex={-1}>
            <legend>{result.raw}</legend>
            <EvidenceItems items={given} result={result} isOpen />
            {given.length === 0 ? fields : <MoreProof>{fields}</MoreProof>}
          </fieldset>
        );
      })}
      <fieldset className="proof">
        <legend>{instance.expected.length === 0 ? texts.evidence : texts.beside}</legend>
        <EvidenceItems
          items={instance.evidence.filter((item) => item.expectedResultId === null)}
          result={null}
          isOpen
        />
        <MoreProof>
          <ProofFields
            instanceId={instance.id}
            expectedResultId={null}
            kinds={provenBy.statement}
            draft={drafts.byResult[beside] ?? emptyDraft('note', '')}
            isWrong={false}
            onChange={(draft) => setDraft(beside, draft)}
          />
        </MoreProof>
      </fieldset>
      <Textarea
        label={texts.message}
        autosize
        minRows={2}
        value={drafts.message}
        onChange={(event) => setDrafts({ ...drafts, message: event.currentTarget.value })}
      />
      {isTold && missing.length > 0 && (
        <WaitsAlert role="alert" title={texts.notSubmitted(missing.length)}>
          <List size="sm">
            {missing.map(({ expectedResultId, raw }) => (
              <List.Item key={expectedResultId}>
                <Anchor
                  component="button"
                  type="button"
                  size="sm"
                  ta="start"
                  onClick={() => focusOn(expectedResultId)}
                >
                  {raw}
                </Anchor>
              </List.Item>
            ))}
          </List>
        </WaitsAlert>
      )}
      {error !== null && (
        <Text c="var(--opora-late)" role="alert">
          {messageOf(error, connectionLost)}
        </Text>
      )}
      {instance.moves.includes('submit') && (
        <Group>
          <Button
            loading={give.isPending || move.isPending}
            onClick={() => void submit().catch(() => undefined)}
          >
            {texts.moves.submit}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

/** What is proved already needs no more fields before the eyes. */
function MoreProof({ children }: { readonly children: ReactNode }) {
  const texts = useTexts(instanceTexts);
  return (
    <details>
      <summary>{texts.giveMore}</summary>
      {children}
    </details>
  );
}

/** The kind of document is taken from the words of the plan: «Приказ» asks for an order. */
function firstDraft(result: ExpectedResult): EvidenceDraft {
  const [named] = splitExpected(result.raw);
  const [kind = 'note'] = provenBy[result.kind];
  return emptyDraft(kind, named?.kind === 'document' ? named.document.type : '');
}

function focusOn(expectedResultId: string): void {
  const place = document.getElementById(`proof-${expectedResultId}`);
  (place?.querySelector<HTMLElement>('input, textarea') ?? place)?.focus();
  place?.scrollIntoView({ block: 'nearest' });
}
