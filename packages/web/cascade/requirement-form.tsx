import {
  Button,
  Checkbox,
  Group,
  Modal,
  MultiSelect,
  NativeSelect,
  Select,
  Stack,
  Text,
  Textarea,
} from '@mantine/core';
import { useState } from 'react';
import { isWithin } from '@opora/domain/basics/actor.ts';
import type { OwnRequirement, PlanCascade } from '@opora/domain/cascade/cascade-contract.ts';
import { RequirementLevel, type RequirementWho } from '@opora/domain/cascade/requirement.ts';
import { isSchool } from '@opora/domain/registry/org-unit.ts';
import { categories } from '@opora/domain/registry/school-period.ts';
import { linesOf } from '../plans/typed-lines.ts';
import { useTexts } from '../platform/language.tsx';
import { registryTexts } from '../registry/registry-catalog.ts';
import { useOrgUnits } from '../registry/use-registry.ts';
import { DateField } from '../ui/date-field.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { cascadeTexts } from './cascade-catalog.ts';
import { useSaveRequirement } from './use-cascade.ts';

type RequirementFormProps = {
  readonly cascade: PlanCascade;
  /** The one to change; null: a new one. */
  readonly known: OwnRequirement | null;
  readonly activityId: string | null;
  readonly onClose: () => void;
};

/** What an activity asks of those below: of whom, until when, what. */
export function RequirementForm({ cascade, known, activityId: first, onClose }: RequirementFormProps) {
  const texts = useTexts(cascadeTexts);
  const ui = useTexts(uiTexts);
  const save = useSaveRequirement();
  const [activityId, setActivityId] = useState(known?.activityId ?? first);
  const [level, setLevel] = useState<RequirementLevel>(known?.level ?? 'municipality');
  const [who, setWho] = useState<Who>(whoOf(known?.who));
  const [dueOn, setDueOn] = useState(known?.dueOn ?? null);
  const [expected, setExpected] = useState(known?.expected.join('\n') ?? '');
  const [isCancelled, setCancelled] = useState(known?.isCancelled ?? false);
  const asked = askedOf(who, level);
  const submit = () => {
    if (activityId === null || asked === null) return;
    const fields = { level, who: asked, dueOn, expected: linesOf(expected), isCancelled };
    save.mutate(
      { activityId, known, fields },
      {
        onSuccess: () => {
          notify(texts.saved);
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={known === null ? texts.add : texts.changeOf(known.activityName)}
      closeButtonProps={{ 'aria-label': ui.close }}
    >
      <Stack>
        {known === null && (
          <Select
            label={texts.activity}
            required
            searchable
            limit={100}
            value={activityId}
            data={cascade.activities.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setActivityId}
          />
        )}
        <NativeSelect
          label={texts.level}
          value={level}
          data={RequirementLevel.options.map((value) => ({ value, label: texts.levels[value] }))}
          onChange={(event) => setLevel(RequirementLevel.parse(event.currentTarget.value))}
        />
        <WhoFields scope={cascade.scope} level={level} who={who} setWho={setWho} />
        <DateField label={texts.dueOn} description={texts.dueOnHint} value={dueOn} onChange={setDueOn} />
        <Textarea
          label={texts.expected}
          description={texts.expectedHint}
          autosize
          minRows={2}
          value={expected}
          onChange={(event) => setExpected(event.currentTarget.value)}
        />
        {known !== null && (
          <Checkbox
            label={texts.cancelled}
            checked={isCancelled}
            onChange={(event) => setCancelled(event.currentTarget.checked)}
          />
        )}
        {save.error !== null && (
          <Text c="var(--opora-late)" role="alert">
            {messageOf(save.error, ui.connectionLost)}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {ui.cancel}
          </Button>
          <Button loading={save.isPending} disabled={activityId === null || asked === null} onClick={submit}>
            {ui.save}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** What is typed: choices that are not taken keep their values. */
type Who = {
  readonly choice: RequirementWho['choice'];
  readonly unitIds: readonly string[];
  readonly category: (typeof categories)[number];
};

const whoOf = (who: RequirementWho | undefined): Who => ({
  choice: who?.choice ?? 'all',
  unitIds: who?.choice === 'chosen' ? who.unitIds : [],
  category: who?.choice === 'category' ? who.category : categories[0],
});

/** Null while nobody is chosen. */
function askedOf({ choice, unitIds, category }: Who, level: RequirementLevel): RequirementWho | null {
  if (choice === 'chosen') return unitIds.length === 0 ? null : { choice, unitIds: [...unitIds] };
  return choice === 'category' && level === 'school' ? { choice, category } : { choice: 'all' };
}

type WhoFieldsProps = {
  readonly scope: string;
  readonly level: RequirementLevel;
  readonly who: Who;
  readonly setWho: (who: Who) => void;
};

function WhoFields({ scope, level, who, setWho }: WhoFieldsProps) {
  const texts = useTexts(cascadeTexts);
  const registry = useTexts(registryTexts);
  const { data: units } = useOrgUnits();
  const choices =
    level === 'school' ? (['all', 'category', 'chosen'] as const) : (['all', 'chosen'] as const);
  const choice = choices.find((one) => one === who.choice) ?? 'all';
  const below = (units ?? []).filter(
    (unit) =>
      unit.scope !== scope &&
      isWithin(unit.scope, scope) &&
      (level === 'school' ? isSchool(unit) : unit.kind === 'municipality'),
  );
  const names = new Map((units ?? []).map(({ id, shortName }) => [id, shortName]));
  return (
    <>
      <NativeSelect
        label={texts.who}
        value={choice}
        data={choices.map((value) => ({ value, label: texts.choices[value] }))}
        onChange={(event) =>
          setWho({ ...who, choice: choices.find((one) => one === event.currentTarget.value) ?? 'all' })
        }
      />
      {choice === 'chosen' && (
        <MultiSelect
          label={texts.units}
          required
          searchable
          limit={100}
          value={[...who.unitIds]}
          data={below.map(({ id, shortName, parentId }) => ({
            value: id,
            label: level === 'school' ? `${shortName} (${names.get(parentId ?? '') ?? ''})` : shortName,
          }))}
          onChange={(unitIds) => setWho({ ...who, unitIds })}
        />
      )}
      {choice === 'category' && (
        <NativeSelect
          label={texts.category}
          value={who.category}
          data={categories.map((value) => ({ value, label: registry.categories[value] }))}
          onChange={(event) =>
            setWho({
              ...who,
              category: categories.find((one) => one === event.currentTarget.value) ?? who.category,
            })
          }
        />
      )}
    </>
  );
}
