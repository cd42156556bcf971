import '../ui/due-list.css';
import { Anchor, Button, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { canSomewhere } from '@opora/domain/basics/can.ts';
import { formatDate, formatShare } from '@opora/domain/basics/format.ts';
import type { SchoolCycle, SchoolPlan } from '@opora/domain/plans/school-cycle.ts';
import { progressParts } from '@opora/domain/plans/progress-parts.ts';
import { useMe } from '../accounts/use-me.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { plansTexts } from '../plans/plans-catalog.ts';
import { actOf } from '../plans/act-of.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Section } from '../ui/section.tsx';
import { overviewTexts } from './overview-catalog.ts';
import { schoolCycleTexts } from '../plans/school-cycle-catalog.ts';
import { SchoolDocuments } from '../plans/school-documents.tsx';
import { SchoolEvents } from '../plans/school-events.tsx';
import { SchoolInstances } from '../plans/school-instances.tsx';
import { useSchoolCycle } from '../plans/use-school-cycle.ts';

/** What the school has to do, in which plans it stands and what it gave. */
export function SchoolCycleParts({ orgUnitId }: { readonly orgUnitId: string }) {
  const cycle = useSchoolCycle(orgUnitId);
  return (
    <Loaded query={cycle}>
      {(known) => (known.plans.length === 0 ? <NoPlans /> : <Parts orgUnitId={orgUnitId} cycle={known} />)}
    </Loaded>
  );
}

function NoPlans() {
  const texts = useTexts(schoolCycleTexts);
  const { toImport } = useTexts(overviewTexts);
  const { data: me } = useMe();
  return (
    <Section title={texts.activities}>
      <Text c="dimmed">{texts.nothing}</Text>
      {me !== undefined && canSomewhere(me, 'plans.manage') && (
        <div className="screen-only">
          <Button variant="default" component={Link} to="/plans/import">
            {toImport}
          </Button>
        </div>
      )}
    </Section>
  );
}

function Parts({ orgUnitId, cycle }: { readonly orgUnitId: string; readonly cycle: SchoolCycle }) {
  const texts = useTexts(schoolCycleTexts);
  const parts = progressParts(cycle.counts, cycle.late);
  return (
    <>
      <Section title={texts.activities}>
        <SchoolInstances orgUnitId={orgUnitId} parts={parts} />
      </Section>
      <Section title={texts.plans}>
        <ul className="due-list">
          {cycle.plans.map((plan) => (
            <li key={plan.id}>
              <PlanLine plan={plan} />
            </li>
          ))}
        </ul>
      </Section>
      <SchoolEvents orgUnitId={orgUnitId} />
      <Section title={texts.documents}>
        <SchoolDocuments orgUnitId={orgUnitId} />
      </Section>
    </>
  );
}

function PlanLine({ plan }: { readonly plan: SchoolPlan }) {
  const texts = useTexts(schoolCycleTexts);
  const words = useTexts(plansTexts);
  const { late } = useTexts(overviewTexts);
  const { language } = useLanguage();
  const parts = progressParts(plan.counts, plan.late);
  const period = [
    plan.fromOn === null ? null : texts.from(formatDate(plan.fromOn)),
    plan.untilOn === null ? null : texts.until(formatDate(plan.untilOn)),
  ].filter((word) => word !== null);
  const notes = [
    actOf(plan, words),
    plan.ownerName,
    period.length === 0 ? null : texts.takesPart(period.join(' ')),
    plan.state === 'closed' ? texts.closedPlan : null,
    parts.total === 0 ? null : `${texts.done} ${formatShare(parts.accepted, parts.total, language)}`,
  ];
  return (
    <Stack gap={0}>
      <Anchor component={Link} to={`/plans/${plan.id}`}>
        {plan.title}
      </Anchor>
      <Text size="sm" c="dimmed">
        {notes.filter((note) => note !== null).join(' · ')}
        {parts.late > 0 && <strong className="due-late">{` · ${late.toLowerCase()}: ${parts.late}`}</strong>}
      </Text>
    </Stack>
  );
}
