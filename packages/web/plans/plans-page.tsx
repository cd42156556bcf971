import { Anchor, Text } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { formatDate, formatShare } from '@opora/domain/basics/format.ts';
import type { PlanSummary } from '@opora/domain/plans/plan.ts';
import { progressOf } from '@opora/domain/plans/progress.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { DataGrid } from '../ui/grid/data-grid.tsx';
import type { GridColumn } from '../ui/grid/grid-column.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { actOf } from './act-of.ts';
import { plansTexts } from './plans-catalog.ts';
import { useLiveChanges } from './use-live-changes.ts';
import { usePlans } from './use-plans.ts';

export function PlansPage() {
  const texts = useTexts(plansTexts);
  useLiveChanges(null);
  const plans = usePlans();
  return (
    <Page
      title={texts.plans}
      purpose={texts.plansPurpose}
      action={
        <Anchor size="sm" component={Link} to="/requirements">
          {texts.requirementsAbove}
        </Anchor>
      }
    >
      <Loaded query={plans}>{(list) => <PlansTable plans={list} />}</Loaded>
    </Page>
  );
}

function PlansTable({ plans }: { readonly plans: readonly PlanSummary[] }) {
  const texts = useTexts(plansTexts);
  const navigate = useNavigate();
  return (
    <DataGrid
      id="plans"
      label={texts.plans}
      rows={plans}
      columns={usePlanColumns()}
      idOf={idOf}
      onOpen={(plan) => void navigate({ to: '/plans/$planId', params: { planId: plan.id } })}
      empty={<Text>{texts.plansEmpty}</Text>}
    />
  );
}

const idOf = (plan: PlanSummary): string => plan.id;

function usePlanColumns(): readonly GridColumn<PlanSummary>[] {
  const texts = useTexts(plansTexts);
  const { language } = useLanguage();
  return useMemo(
    () => [
      {
        id: 'title',
        title: texts.title,
        kind: 'text',
        value: (plan) => plan.title,
        render: (plan) => (
          <Anchor
            renderRoot={(props) => <Link to="/plans/$planId" params={{ planId: plan.id }} {...props} />}
            tabIndex={-1}
          >
            {plan.title}
          </Anchor>
        ),
      },
      { id: 'act', title: texts.act, kind: 'text', value: (plan) => actOf(plan, texts), widthPx: 220 },
      { id: 'owner', title: texts.owner, kind: 'choice', value: (plan) => plan.ownerName, widthPx: 220 },
      {
        id: 'ends',
        title: texts.period,
        kind: 'date',
        value: (plan) => plan.periodEndsOn,
        render: periodOf,
        widthPx: 190,
      },
      {
        id: 'activities',
        title: texts.activities,
        kind: 'number',
        value: (plan) => plan.activityCount,
        widthPx: 120,
      },
      {
        id: 'progress',
        title: texts.progress,
        kind: 'number',
        value: shareDone,
        render: (plan) => {
          const { done, total } = progressOf(plan.counts);
          return formatShare(done, total, language);
        },
        widthPx: 160,
      },
      {
        id: 'late',
        title: texts.late,
        kind: 'number',
        value: (plan) => plan.lateCount,
        render: ({ lateCount }) =>
          lateCount === 0 ? (
            '0'
          ) : (
            <Text span inherit c="var(--opora-late)" fw={600}>
              {lateCount}
            </Text>
          ),
        widthPx: 120,
      },
    ],
    [texts, language],
  );
}

function shareDone(plan: PlanSummary): number | null {
  const { done, total } = progressOf(plan.counts);
  return total === 0 ? null : done / total;
}

const periodOf = ({ periodStartsOn, periodEndsOn }: PlanSummary): string =>
  [periodStartsOn, periodEndsOn].map((date) => (date === null ? '…' : formatDate(date))).join(' – ');
