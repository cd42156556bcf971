import './plain-list.css';
import { Alert, Anchor, Button, Group, NativeSelect, NumberInput, Stack, Text } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { canSomewhere } from '@opora/domain/basics/can.ts';
import type { IdentificationRun } from '@opora/domain/results/identification-run.ts';
import { useMe } from '../accounts/use-me.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { useOrgUnits } from '../registry/use-registry.ts';
import { Loaded } from '../ui/loaded.tsx';
import { messageOf } from '../ui/message-of.ts';
import { Page } from '../ui/page.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { uiTexts } from '../ui/ui-catalog.ts';
import { methodologyTexts } from './methodology-catalog.ts';
import { runTexts } from './run-catalog.ts';
import { countsOf, standingOf } from './run-words.ts';
import { useMakeRun, useMethodologies, useRuns } from './use-identification.ts';
import { useTerritories } from './use-territories.ts';

/** Lists of schools by year: drafts for who makes them, approved ones for everybody they are about. */
export function RunsPage() {
  const texts = useTexts(runTexts);
  const me = useMe().data;
  const runs = useRuns();
  const [isMaking, setMaking] = useState(false);
  const mayMake = me !== undefined && canSomewhere(me, 'identification.manage');
  return (
    <Page
      title={texts.lists}
      purpose={texts.purpose}
      action={mayMake && <Button onClick={() => setMaking(true)}>{texts.make}</Button>}
    >
      <Loaded query={runs}>
        {(list) =>
          list.length === 0 ? (
            <Text>{mayMake ? texts.empty : texts.emptyForMe}</Text>
          ) : (
            <ul className="plain-list">
              {list.map((run) => (
                <li key={run.id}>
                  <RunLine run={run} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {isMaking && (
        <SidePanel title={texts.make} onClose={() => setMaking(false)}>
          <MakeRunForm onClose={() => setMaking(false)} />
        </SidePanel>
      )}
    </Page>
  );
}

function RunLine({ run }: { readonly run: IdentificationRun }) {
  const texts = useTexts(runTexts);
  const { language } = useLanguage();
  const place = useOrgUnits().data?.find(({ id }) => id === run.orgUnitId)?.shortName ?? '';
  return (
    <>
      <Group justify="space-between" gap="xs">
        <Anchor component={Link} to={`/results/runs/${run.id}`}>
          {texts.title(run.year, place)}
        </Anchor>
        <Text size="sm">{standingOf(run, language)}</Text>
      </Group>
      <Text size="sm" c="dimmed">
        {[run.methodology.title, countsOf(run.counts, language)].join(' · ')}
      </Text>
    </>
  );
}

/** Results of a year are known by its July. */
function lastYear(): number {
  return Number(today().slice(0, 4)) - (today().slice(5) < '07-01' ? 1 : 0);
}

function MakeRunForm({ onClose }: { readonly onClose: () => void }) {
  const texts = useTexts(runTexts);
  const names = useTexts(methodologyTexts);
  const words = useTexts(uiTexts);
  const navigate = useNavigate();
  const territories = useTerritories();
  const offered = useMethodologies().data ?? [];
  const make = useMakeRun();
  const [year, setYear] = useState(lastYear);
  const [chosenUnit, setUnit] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const chosen = offered[at];
  const orgUnitId = chosenUnit ?? territories[0]?.id ?? '';
  const submit = () => {
    if (chosen === undefined) return;
    const { id, methodology } = chosen;
    const value =
      id === null
        ? ({ kind: 'shipped', code: methodology.code } as const)
        : ({ kind: 'own', methodologyId: id } as const);
    make.mutate(
      { orgUnitId, year, methodology: value },
      { onSuccess: ({ runId }) => void navigate({ to: `/results/runs/${runId}` }) },
    );
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="sm">
        <NativeSelect
          label={texts.territory}
          value={orgUnitId}
          data={territories.map(({ id, shortName }) => ({ value: id, label: shortName }))}
          onChange={(event) => setUnit(event.currentTarget.value)}
        />
        <NumberInput
          label={texts.year}
          min={2000}
          max={2100}
          allowDecimal={false}
          value={year}
          onChange={(value) => typeof value === 'number' && setYear(value)}
        />
        <NativeSelect
          label={texts.methodology}
          value={String(at)}
          data={offered.map(({ methodology }, place) => ({
            value: String(place),
            label: `${methodology.title}, ${names.version(methodology.version)}`,
          }))}
          onChange={(event) => setAt(Number(event.currentTarget.value))}
        />
        {chosen !== undefined && (
          <Text size="sm" c="dimmed">
            {chosen.methodology.standing}
          </Text>
        )}
        {make.error !== null && (
          <Alert color="red" role="alert">
            {messageOf(make.error, words.connectionLost)}
          </Alert>
        )}
        <Group>
          <Button type="submit" loading={make.isPending} disabled={chosen === undefined}>
            {texts.make}
          </Button>
          <Button variant="default" onClick={onClose}>
            {texts.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
