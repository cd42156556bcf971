import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { can } from '@opora/domain/basics/can.ts';
import type { UnitCascade } from '@opora/domain/cascade/cascade-contract.ts';
import { isSchool, type OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { useMe } from '../accounts/use-me.ts';
import { useTexts } from '../platform/language.tsx';
import { useOrgUnits } from '../registry/use-registry.ts';
import { Loaded } from '../ui/loaded.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { Page } from '../ui/page.tsx';
import { uiTexts } from '../ui/ui-catalog.ts';
import { cascadeTexts } from './cascade-catalog.ts';
import { isUnanswered, RequirementAboveCard } from './requirement-above-card.tsx';
import { useDraftAnswers, useUnitCascade } from './use-cascade.ts';

const route = getRouteApi('/signed-in/requirements');

/** «Требования сверху»: what plans above ask of a municipality or a school, and what answers it. */
export function UnitCascadePage() {
  const texts = useTexts(cascadeTexts);
  const units = useOrgUnits();
  const { data: me } = useMe();
  const { unit: unitId } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Page title={texts.above} purpose={texts.abovePurpose}>
      <Loaded query={units}>
        {(list) => {
          const mine = list
            .filter((unit) => isAsked(unit) && me !== undefined && can(me, 'plans.execute', unit))
            // Municipalities before their schools; the list is alphabetical already.
            .toSorted((left, right) => Number(isSchool(left)) - Number(isSchool(right)));
          const unit = mine.find(({ id }) => id === unitId) ?? mine[0];
          if (unit === undefined) return <Text>{texts.noneAbove}</Text>;
          return (
            <>
              {mine.length > 1 && (
                <NativeSelect
                  label={texts.unit}
                  maw={420}
                  value={unit.id}
                  data={mine.map(({ id, name }) => ({ value: id, label: name }))}
                  onChange={(event) => void navigate({ search: { unit: event.currentTarget.value } })}
                />
              )}
              <UnitRequirements key={unit.id} orgUnitId={unit.id} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

const isAsked = (unit: OrgUnit): boolean => unit.kind === 'municipality' || isSchool(unit);

function UnitRequirements({ orgUnitId }: { readonly orgUnitId: string }) {
  const texts = useTexts(cascadeTexts);
  const cascade = useUnitCascade(orgUnitId);
  return (
    <Loaded query={cascade}>
      {(loaded) =>
        loaded.requirements.length === 0 ? <Text>{texts.noneAbove}</Text> : <Requirements cascade={loaded} />
      }
    </Loaded>
  );
}

function Requirements({ cascade }: { readonly cascade: UnitCascade }) {
  const texts = useTexts(cascadeTexts);
  const { connectionLost } = useTexts(uiTexts);
  const navigate = useNavigate();
  const { data: me } = useMe();
  const draft = useDraftAnswers(cascade.unitId);
  /** Into which plan rows are drafted; empty: a new one. */
  const [planId, setPlanId] = useState(cascade.plans[0]?.id ?? '');
  const { requirements } = cascade;
  const mayManage = me !== undefined && can(me, 'plans.manage', cascade);
  const gaps = requirements.filter(isUnanswered).map(({ id }) => id);
  const changed = requirements.filter(({ answers }) => answers.some(({ seen }) => seen !== null));
  const make = (requirementIds: string[]) =>
    draft.mutate(
      { requirementIds, planId: planId === '' ? null : planId },
      {
        onSuccess: ({ draftId, amendmentId }) => {
          if (draftId !== null) void navigate({ to: '/plans/drafts/$draftId', params: { draftId } });
          if (amendmentId !== null)
            void navigate({ to: '/amendments/$amendmentId', params: { amendmentId } });
        },
        onError: (error) => notify(messageOf(error, connectionLost)),
      },
    );
  return (
    <Stack maw={960}>
      <Text fw={600}>{texts.summary(requirements.length, gaps.length, changed.length)}</Text>
      {mayManage && gaps.length > 0 && (
        <Group align="flex-end" className="screen-only">
          <TargetPlan plans={cascade.plans} planId={planId} onChoose={setPlanId} />
          <Button loading={draft.isPending} onClick={() => make(gaps)}>
            {planId === '' ? texts.draftNew(gaps.length) : texts.draftInto(gaps.length)}
          </Button>
        </Group>
      )}
      {requirements.map((requirement) => (
        <RequirementAboveCard
          key={requirement.id}
          cascade={cascade}
          requirement={requirement}
          mayManage={mayManage}
          onDraft={() => make([requirement.id])}
        />
      ))}
    </Stack>
  );
}

type TargetPlanProps = {
  readonly plans: UnitCascade['plans'];
  readonly planId: string;
  readonly onChoose: (planId: string) => void;
};

function TargetPlan({ plans, planId, onChoose }: TargetPlanProps) {
  const texts = useTexts(cascadeTexts);
  if (plans.length === 0) return null;
  return (
    <NativeSelect
      label={texts.intoPlan}
      maw={420}
      value={planId}
      data={[
        ...plans.map(({ id, title }) => ({ value: id, label: title })),
        { value: '', label: texts.newPlan },
      ]}
      onChange={(event) => onChoose(event.currentTarget.value)}
    />
  );
}
