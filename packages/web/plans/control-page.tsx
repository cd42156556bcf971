import { Anchor, Group, Stack, Text } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { formatDate } from '@opora/domain/basics/format.ts';
import {
  type ControlCard,
  type ControlRow,
  controllerOf,
  executionOf,
} from '@opora/domain/plans/control-card.ts';
import { controlContract } from '@opora/domain/plans/control-contract.ts';
import { wordsOfEvidence } from '@opora/domain/plans/evidence-words.ts';
import { addressOf } from '../platform/call.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import type { GridGroup } from '../ui/grid/arrange-rows.ts';
import { DataGrid } from '../ui/grid/data-grid.tsx';
import type { GridColumn } from '../ui/grid/grid-column.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { actOf } from './act-of.ts';
import { ControlPanel } from './control-panel.tsx';
import { controlTexts } from './control-catalog.ts';
import { plansTexts } from './plans-catalog.ts';
import { useControlCard } from './use-control.ts';

const route = getRouteApi('/signed-in/plans/$planId/control');

export function ControlPage() {
  const { planId } = route.useParams();
  const card = useControlCard(planId);
  return <Loaded query={card}>{(loaded) => <OpenCard card={loaded} />}</Loaded>;
}

/** «Контрольная карточка»: each point of the act, what became of it, and whether it is still under control. */
function OpenCard({ card }: { readonly card: ControlCard }) {
  const texts = useTexts(controlTexts);
  const words = useTexts(plansTexts);
  const [openId, setOpen] = useState<string | null>(null);
  const columns = useColumns();
  const opened = card.rows.find(({ activityId }) => activityId === openId);
  const hasSections = card.rows.some(({ sectionTitle }) => sectionTitle !== null);
  return (
    <Page
      title={`${texts.card}: ${card.title}`}
      purpose={texts.purpose(actOf(card, words), controllerOf(card) ?? texts.nobody)}
      action={
        <Group>
          <Anchor size="sm" component={Link} to={`/plans/${card.planId}`}>
            {texts.toPlan}
          </Anchor>
          <Anchor
            size="sm"
            href={addressOf(controlContract.exportControlCard, { params: { planId: card.planId } })}
          >
            {texts.docx}
          </Anchor>
        </Group>
      }
    >
      <Text>{texts.sums(card.sums)}</Text>
      <DataGrid
        id="control"
        label={texts.card}
        rows={card.rows}
        columns={columns}
        idOf={idOf}
        openId={openId}
        onOpen={({ activityId }) => setOpen(activityId)}
        {...(hasSections ? { groupBy: sectionOf } : {})}
        empty={<Text>{texts.empty}</Text>}
      />
      {opened !== undefined && (
        <ControlPanel key={opened.activityId} card={card} row={opened} onClose={() => setOpen(null)} />
      )}
    </Page>
  );
}

const idOf = ({ activityId }: ControlRow): string => activityId;
const sectionOf = ({ sectionTitle }: ControlRow): GridGroup => ({
  id: sectionTitle ?? '',
  title: sectionTitle ?? '—',
});

function useColumns(): readonly GridColumn<ControlRow>[] {
  const texts = useTexts(controlTexts);
  const { language } = useLanguage();
  return useMemo(() => {
    const executed = (row: ControlRow): string => {
      const execution = executionOf(row);
      if (execution.kind !== 'share') return texts.execution[execution.kind];
      return texts.share(row.accepted, row.total, execution.waiting);
    };
    const done = (row: ControlRow): string[] => [
      executed(row),
      ...row.evidence.slice(0, shownMax).map(({ evidence: given }) => wordsOfEvidence(given, language)),
      ...(row.moreEvidence || row.evidence.length > shownMax ? [texts.more] : []),
    ];
    const moved = ({ moved: moves, moreMoved }: ControlRow): string[] => [
      ...moves.slice(0, shownMax).map(({ from, to }) => texts.movedFrom(formatDate(from), formatDate(to))),
      ...(moreMoved || moves.length > shownMax ? [texts.more] : []),
    ];
    return [
      {
        id: 'point',
        title: texts.point,
        kind: 'text',
        widthPx: 250,
        value: ({ no, title }) => [no, title].filter((part) => part !== '').join(' '),
      },
      { id: 'dueOn', title: texts.dueOn, kind: 'date', widthPx: 110, value: ({ dueOn }) => dueOn },
      {
        id: 'daysLate',
        title: texts.daysLate,
        kind: 'number',
        widthPx: 150,
        value: ({ daysLate }) => daysLate,
      },
      {
        id: 'control',
        title: texts.control,
        kind: 'choice',
        widthPx: 150,
        value: ({ isUnderControl }) => (isUnderControl ? texts.under : texts.off),
        render: ({ isUnderControl }) => (
          <StateBadge
            tone={isUnderControl ? 'current' : 'accepted'}
            word={isUnderControl ? texts.under : texts.off}
          />
        ),
      },
      {
        id: 'responsible',
        title: texts.responsible,
        kind: 'text',
        value: ({ responsible }) => responsible.join('; '),
      },
      {
        id: 'done',
        title: texts.done,
        kind: 'text',
        widthPx: 220,
        value: (row) => done(row).join('; '),
        render: (row) => <Lines lines={done(row)} />,
      },
      { id: 'deadline', title: texts.deadline, kind: 'text', value: ({ deadline }) => deadline },
      {
        id: 'moved',
        title: texts.moved,
        kind: 'text',
        value: (row) => moved(row).join('; '),
        render: (row) => <Lines lines={moved(row)} />,
      },
    ];
  }, [texts, language]);
}

/** Of a longer list the panel shows the rest. */
const shownMax = 2;

const Lines = ({ lines }: { readonly lines: readonly string[] }) => (
  <Stack gap={0}>
    {lines.length === 0 && '—'}
    {lines.map((line, at) => (
      <span key={`${at} ${line}`}>{line}</span>
    ))}
  </Stack>
);
