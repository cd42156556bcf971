import { Badge, Button, Group, Loader, Tabs, Text } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { can } from '@opora/domain/basics/can.ts';
import type { IdentificationRun, RunVerdict, ShownPrior } from '@opora/domain/results/identification-run.ts';
import { useMe } from '../accounts/use-me.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { useOrgUnits } from '../registry/use-registry.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { momentText } from '../ui/moment-text.ts';
import { notify } from '../ui/notice.ts';
import { Page } from '../ui/page.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { ApproveRunForm, WithdrawRunForm } from './approve-run-form.tsx';
import { methodologyTexts } from './methodology-catalog.ts';
import { runTexts } from './run-catalog.ts';
import { RunRule } from './run-rule.tsx';
import { RunVerdicts } from './run-verdicts.tsx';
import { countsOf, standingOf } from './run-words.ts';
import { useRemoveRun, useRun } from './use-identification.ts';

const TryRule = lazy(async () => ({ default: (await import('./try-rule.tsx')).TryRule }));
const CompareRun = lazy(async () => ({ default: (await import('./compare-run.tsx')).CompareRun }));
const RecheckRun = lazy(async () => ({ default: (await import('./recheck-run.tsx')).RecheckRun }));

type Known = {
  readonly run: IdentificationRun;
  readonly priors: readonly ShownPrior[];
  readonly verdicts: readonly RunVerdict[];
};

/** One list: its schools with their reasons, other rules tried on it, other lists beside it, the way to an act. */
export function RunPage() {
  const { runId } = useParams({ strict: false });
  const query = useRun(runId ?? '');
  return (
    <Loaded query={query} key={runId}>
      {(known) => <Run known={known} />}
    </Loaded>
  );
}

function Run({ known }: { readonly known: Known }) {
  const texts = useTexts(runTexts);
  const names = useTexts(methodologyTexts);
  const { language } = useLanguage();
  const { run, priors, verdicts } = known;
  const me = useMe().data;
  const place = useOrgUnits().data?.find(({ id }) => id === run.orgUnitId)?.shortName ?? '';
  const mayManage = me !== undefined && can(me, 'identification.manage', run);
  return (
    <Page
      title={texts.title(run.year, place)}
      purpose={`${run.methodology.title}, ${names.version(run.methodology.version)}`}
      action={mayManage && <RunActions run={run} />}
    >
      <div>
        <Group gap="xs">
          <Badge variant="outline" color="gray" tt="none">
            {texts.states[run.state]}
          </Badge>
          <Text>{standingOf(run, language).split(' · ').slice(1).join(' · ')}</Text>
        </Group>
        <Text>{countsOf(run.counts, language)}</Text>
        {run.madeBy !== null && (
          <Text size="sm" c="dimmed">
            {texts.madeBy(run.madeBy, momentText(run.madeAt, language))}
          </Text>
        )}
      </div>
      <Tabs defaultValue="list" keepMounted={false}>
        <Tabs.List aria-label={texts.tabs} mb="sm" className="screen-only">
          <Tabs.Tab value="list">{texts.tabList}</Tabs.Tab>
          {mayManage && <Tabs.Tab value="try">{texts.tabTry}</Tabs.Tab>}
          <Tabs.Tab value="compare">{texts.tabCompare}</Tabs.Tab>
          {mayManage && <Tabs.Tab value="check">{texts.tabCheck}</Tabs.Tab>}
          <Tabs.Tab value="rule">{texts.tabRule}</Tabs.Tab>
        </Tabs.List>
        <Suspense fallback={<Loader />}>
          <Tabs.Panel value="list">
            <RunVerdicts run={run} verdicts={verdicts} />
            {mayManage && (
              <Text size="sm" c="dimmed" mt="xs">
                {texts.exportRule}
              </Text>
            )}
          </Tabs.Panel>
          <Tabs.Panel value="try">
            <TryRule run={run} />
          </Tabs.Panel>
          <Tabs.Panel value="compare">
            <CompareRun run={run} />
          </Tabs.Panel>
          <Tabs.Panel value="check">
            <RecheckRun run={run} />
          </Tabs.Panel>
          <Tabs.Panel value="rule">
            <RunRule run={run} priors={priors} />
          </Tabs.Panel>
        </Suspense>
      </Tabs>
    </Page>
  );
}

function RunActions({ run }: { readonly run: IdentificationRun }) {
  const texts = useTexts(runTexts);
  const navigate = useNavigate();
  const remove = useRemoveRun();
  const [open, setOpen] = useState<'approve' | 'withdraw' | 'remove' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Group gap="xs">
        <Button component="a" variant="default" href={`/api/identification-runs/${run.id}/list.xlsx`}>
          {texts.exportXlsx}
        </Button>
        {run.state === 'draft' && (
          <>
            <Button variant="default" onClick={() => setOpen('remove')}>
              {texts.remove}
            </Button>
            <Button onClick={() => setOpen('approve')}>{texts.approve}</Button>
          </>
        )}
        {run.state === 'approved' && (
          <Button variant="default" onClick={() => setOpen('withdraw')}>
            {texts.withdraw}
          </Button>
        )}
      </Group>
      {open === 'approve' && (
        <SidePanel title={texts.approve} onClose={close}>
          <ApproveRunForm run={run} onDone={close} />
        </SidePanel>
      )}
      {open === 'withdraw' && (
        <SidePanel title={texts.withdraw} onClose={close}>
          <WithdrawRunForm run={run} onDone={close} />
        </SidePanel>
      )}
      {open === 'remove' && (
        <ConfirmDialog
          title={texts.remove}
          action={texts.remove}
          isDangerous
          onClose={close}
          onConfirm={async () => {
            await remove.mutateAsync(run.id);
            notify(texts.removed);
            await navigate({ to: '/results/runs' });
          }}
        >
          <Text>{run.methodology.title}</Text>
        </ConfirmDialog>
      )}
    </>
  );
}
