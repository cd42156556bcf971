import { Anchor, Autocomplete, Button, Group, List, Stack, Table, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDate } from '@opora/domain/basics/format.ts';
import {
  type AmendmentAct,
  type AmendmentObstacle,
  amendmentObstacles,
} from '@opora/domain/plans/amendment.ts';
import type { AmendmentEffect } from '@opora/domain/plans/editions-contract.ts';
import { useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { notify } from '../ui/notice.ts';
import { Section } from '../ui/section.tsx';
import { amendmentTexts } from './amendment-catalog.ts';
import type { AmendmentPartProps } from './amendment-page.tsx';
import type { AmendmentTab } from './amendment-search.ts';
import { titleOf } from './plan-table.tsx';
import { SavedField } from './saved-field.tsx';
import { useAmendmentEffect, useApproveAmendment } from './use-amendment.ts';
import { WaitsAlert } from '../ui/waits-alert.tsx';

type ApprovalProps = AmendmentPartProps & { readonly show: (tab: AmendmentTab) => void };

/** The act that makes the amendment law, what it will do to instances, and what is still in the way. */
export function AmendmentApproval(props: ApprovalProps) {
  const { amendment } = props;
  const texts = useTexts(amendmentTexts);
  const [isAsking, setAsking] = useState(false);
  const obstacles = amendmentObstacles(amendment.content, {
    before: amendment.before,
    lastInForceOn: amendment.edition.inForceOn,
  });
  return (
    <Stack gap="lg">
      <ActFields {...props} />
      <Effect {...props} />
      {obstacles.length > 0 && <Obstacles obstacles={obstacles} show={props.show} />}
      <Group>
        <Button
          disabled={obstacles.length > 0 || props.editing.isSaving || props.editing.clashes.length > 0}
          onClick={() => setAsking(true)}
        >
          {texts.approve}
        </Button>
      </Group>
      {isAsking && <ApproveDialog {...props} onClose={() => setAsking(false)} />}
    </Stack>
  );
}

const fieldId = (field: string): string => `amendment-${field}`;

const actTypes = ['приказ', 'распоряжение', 'постановление'];

function ActFields({ amendment, editing }: AmendmentPartProps) {
  const texts = useTexts(amendmentTexts);
  const { act } = amendment.content;
  const text = (field: 'actNumber' | 'actAuthority' | 'reasons', isLong = false) => (
    <SavedField
      id={fieldId(field)}
      label={texts.act[field]}
      value={act[field] ?? ''}
      version={amendment.version}
      isLong={isLong}
      onSave={(value, since) => editing.edit({ kind: 'set-act', field, value }, since)}
    />
  );
  const date = (field: 'actOn' | 'inForceOn') => (
    <div id={fieldId(field)}>
      <DateField
        label={texts.act[field]}
        value={act[field]}
        onChange={(value) => value !== act[field] && editing.edit({ kind: 'set-act-date', field, value })}
      />
    </div>
  );
  return (
    <Section title={texts.actTitle}>
      <div className="amendment-act">
        <Autocomplete
          id={fieldId('actType')}
          label={texts.act.actType}
          data={actTypes}
          defaultValue={act.actType ?? ''}
          onBlur={(event) => {
            const value = event.currentTarget.value.trim() || null;
            if (value !== act.actType) editing.edit({ kind: 'set-act', field: 'actType', value });
          }}
        />
        {text('actNumber')}
        {date('actOn')}
        {date('inForceOn')}
        {text('actAuthority')}
      </div>
      {text('reasons', true)}
    </Section>
  );
}

function Effect({ amendment }: AmendmentPartProps) {
  const texts = useTexts(amendmentTexts);
  const effect = useAmendmentEffect(amendment.id, amendment.version);
  return (
    <Section title={texts.effectTitle} purpose={texts.effectHint}>
      <Loaded query={effect}>{(loaded) => <EffectTable effect={loaded} amendment={amendment} />}</Loaded>
    </Section>
  );
}

const counts = ['added', 'moved', 'removed', 'cancelled'] as const;

function EffectTable({
  effect,
  amendment,
}: {
  readonly effect: AmendmentEffect;
  readonly amendment: AmendmentPartProps['amendment'];
}) {
  const texts = useTexts(amendmentTexts);
  const { total, activities } = effect;
  if (activities.length === 0) return <Text>{texts.noEffect}</Text>;
  const rows = [...amendment.before.activities, ...amendment.content.definition.activities];
  const titles = new Map(rows.map((activity) => [activity.id, titleOf(activity)]));
  return (
    <>
      <Text fw={600}>{texts.effect(total.added, total.moved, total.removed, total.cancelled)}</Text>
      <Table className="amendment-table" aria-label={texts.effectTitle}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{texts.effectRow}</Table.Th>
            {counts.map((count) => (
              <Table.Th key={count} className="amendment-count" w="12%">
                {texts[count]}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {activities.map((activity) => (
            <Table.Tr key={activity.activityId}>
              <Table.Td data-label={texts.effectRow}>{titles.get(activity.activityId)}</Table.Td>
              {counts.map((count) => (
                <Table.Td key={count} className="amendment-count" data-label={texts[count]}>
                  {activity[count]}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}

type ObstaclesProps = {
  readonly obstacles: readonly AmendmentObstacle[];
  readonly show: (tab: AmendmentTab) => void;
};

/** Each leads to where it is mended. */
function Obstacles({ obstacles, show }: ObstaclesProps) {
  const texts = useTexts(amendmentTexts);
  return (
    <WaitsAlert title={texts.obstacles}>
      <List size="sm">
        {obstacles.map((obstacle) => (
          <List.Item key={obstacle}>
            <Anchor component="button" type="button" size="sm" onClick={() => goTo(obstacle, show)}>
              {texts.obstaclesOf[obstacle]}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </WaitsAlert>
  );
}

function goTo(obstacle: AmendmentObstacle, show: (tab: AmendmentTab) => void): void {
  if (obstacle === 'nothing-changed') return show('rows');
  if (obstacle === 'period-reversed') return show('plan');
  const field = fieldOf(obstacle);
  const place = document.getElementById(fieldId(field));
  const input = place?.matches('input, textarea') ? place : place?.querySelector('input');
  if (input instanceof HTMLElement) input.focus();
  return undefined;
}

function fieldOf(obstacle: AmendmentObstacle): keyof AmendmentAct | 'inForceOn' {
  const name = obstacle.replace(/-missing$/, '');
  const fields: readonly (keyof AmendmentAct)[] = [
    'reasons',
    'actType',
    'actNumber',
    'actOn',
    'actAuthority',
  ];
  return fields.find((field) => field === name) ?? 'inForceOn';
}

type Approved = Awaited<ReturnType<ReturnType<typeof useApproveAmendment>['mutateAsync']>>;

function ApproveDialog({ amendment, onClose }: ApprovalProps & { readonly onClose: () => void }) {
  const texts = useTexts(amendmentTexts);
  const navigate = useNavigate();
  const approve = useApproveAmendment(amendment);
  const { inForceOn } = amendment.content.act;
  const isLater = inForceOn !== null && inForceOn > today();
  const leave = async ({ planId, edition, isInForce, inForceOn: day }: Approved) => {
    notify(isInForce ? texts.approved(edition) : texts.waits(formatDate(day)));
    await navigate({ to: '/plans/$planId/editions', params: { planId }, search: {} });
  };
  return (
    <ConfirmDialog
      title={texts.approveQuestion(amendment.edition.number + 1)}
      action={texts.approve}
      onConfirm={() => approve.mutateAsync().then(leave)}
      onClose={onClose}
    >
      <Text>{isLater ? texts.approveLaterHint(formatDate(inForceOn)) : texts.approveHint}</Text>
    </ConfirmDialog>
  );
}
