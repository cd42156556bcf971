import './amendment-page.css';
import { Alert, Anchor, Button, Group, Loader, Tabs, Text } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { formatDate } from '@opora/domain/basics/format.ts';
import { type Amendment, editionsContract } from '@opora/domain/plans/editions-contract.ts';
import { addressOf } from '../platform/call.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Refused } from '../ui/refused.tsx';
import { Page } from '../ui/page.tsx';
import { amendmentTexts } from './amendment-catalog.ts';
import { AmendmentClashes } from './amendment-clashes.tsx';
import { AmendmentFields } from './amendment-fields.tsx';
import { AmendmentTable } from './amendment-table.tsx';
import { type AmendmentTab, amendmentTabs } from './amendment-search.ts';
import { editionTexts } from './edition-catalog.ts';
import {
  type AmendmentEditing,
  useAmendment,
  useAmendmentEditing,
  useDiscardAmendment,
  useRecallAmendment,
} from './use-amendment.ts';
import { WaitsAlert } from '../ui/waits-alert.tsx';

const AmendmentComparison = lazy(async () => ({
  default: (await import('./amendment-comparison.tsx')).AmendmentComparison,
}));
const AmendmentApproval = lazy(async () => ({
  default: (await import('./amendment-approval.tsx')).AmendmentApproval,
}));

const route = getRouteApi('/signed-in/amendments/$amendmentId');

export function AmendmentPage() {
  const { amendmentId } = route.useParams();
  const amendment = useAmendment(amendmentId);
  return (
    <Loaded query={amendment}>
      {(loaded) =>
        loaded.state === 'draft' ? <OpenAmendment amendment={loaded} /> : <Closed amendment={loaded} />
      }
    </Loaded>
  );
}

/** What every part of the page is given. */
export type AmendmentPartProps = { readonly amendment: Amendment; readonly editing: AmendmentEditing };

function Closed({ amendment }: { readonly amendment: Amendment }) {
  const { state, planId, before, inForceOn } = amendment;
  const recall = useRecallAmendment(amendment);
  const texts = useTexts(amendmentTexts);
  const { toEditions } = useTexts(editionTexts);
  return (
    <Page title={texts.titleOf(before.title)}>
      {state === 'waiting' && inForceOn !== null ? (
        <>
          <Text>{texts.waits(formatDate(inForceOn))}</Text>
          <Group>
            <Button variant="default" loading={recall.isPending} onClick={() => recall.mutate()}>
              {texts.recall}
            </Button>
          </Group>
          <Refused error={recall.error} />
        </>
      ) : (
        <Text>{state === 'approved' ? texts.closed.approved : texts.closed.discarded}</Text>
      )}
      <Anchor component={Link} to={`/plans/${planId}/editions`}>
        {toEditions}
      </Anchor>
    </Page>
  );
}

function OpenAmendment({ amendment }: { readonly amendment: Amendment }) {
  const texts = useTexts(amendmentTexts);
  const editing = useAmendmentEditing(amendment);
  const { tab = 'rows' } = route.useSearch();
  const navigate = route.useNavigate();
  const show = (chosen: AmendmentTab) => void navigate({ search: { tab: chosen }, replace: true });
  const parts = { amendment, editing };
  return (
    <Page
      title={texts.titleOf(amendment.before.title)}
      purpose={texts.purpose(amendment.edition.number)}
      action={<AmendmentActions {...parts} />}
    >
      <AmendmentClashes {...parts} />
      {amendment.lostEdits > 0 && <WaitsAlert title={texts.lost(amendment.lostEdits)}>{null}</WaitsAlert>}
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(value) => show(amendmentTabs.find((each) => each === value) ?? 'rows')}
      >
        <Tabs.List aria-label={texts.tabsLabel} mb="sm" className="screen-only">
          {amendmentTabs.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {texts.tabs[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Suspense fallback={<Loader />}>
          <Tabs.Panel value="rows">
            <AmendmentTable {...parts} />
          </Tabs.Panel>
          <Tabs.Panel value="plan">
            <AmendmentFields {...parts} />
          </Tabs.Panel>
          <Tabs.Panel value="compare">
            <AmendmentComparison amendment={amendment} />
          </Tabs.Panel>
          <Tabs.Panel value="approve">
            <AmendmentApproval {...parts} show={show} />
          </Tabs.Panel>
        </Suspense>
      </Tabs>
    </Page>
  );
}

function AmendmentActions({ amendment, editing }: AmendmentPartProps) {
  const texts = useTexts(amendmentTexts);
  const { toPlan } = useTexts(editionTexts);
  const [isDiscarding, setDiscarding] = useState(false);
  const { id, planId } = amendment;
  return (
    <Group gap="md">
      <Saved amendment={amendment} editing={editing} />
      <Button variant="default" disabled={!amendment.mayUndo || editing.isSaving} onClick={editing.undo}>
        {texts.undo}
      </Button>
      <Anchor href={addressOf(editionsContract.exportAmendmentChanges, { params: { amendmentId: id } })}>
        {texts.sheet}
      </Anchor>
      <Anchor component={Link} to={`/plans/${planId}`}>
        {toPlan}
      </Anchor>
      <Anchor component="button" type="button" onClick={() => setDiscarding(true)}>
        {texts.discard}
      </Anchor>
      {isDiscarding && <DiscardDialog amendment={amendment} onClose={() => setDiscarding(false)} />}
    </Group>
  );
}

function Saved({ amendment, editing }: AmendmentPartProps) {
  const texts = useTexts(amendmentTexts);
  const { language } = useLanguage();
  const time = new Date(amendment.changedAt).toLocaleTimeString(language, { timeStyle: 'short' });
  return (
    <Text size="sm" c="dimmed" role="status">
      {editing.isSaving ? texts.saving : texts.saved(time)}
    </Text>
  );
}

type DiscardDialogProps = { readonly amendment: Amendment; readonly onClose: () => void };

function DiscardDialog({ amendment, onClose }: DiscardDialogProps) {
  const texts = useTexts(amendmentTexts);
  const navigate = useNavigate();
  const discard = useDiscardAmendment(amendment);
  const leave = ({ planId }: { planId: string }) =>
    navigate({ to: '/plans/$planId/editions', params: { planId }, search: {} });
  return (
    <ConfirmDialog
      title={texts.discardQuestion}
      action={texts.discard}
      isDangerous
      onConfirm={() => discard.mutateAsync().then(leave)}
      onClose={onClose}
    >
      <Alert color="gray">{texts.discardHint}</Alert>
    </ConfirmDialog>
  );
}
