import { Anchor, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { canSomewhere } from '@opora/domain/basics/can.ts';
import { formatDate } from '@opora/domain/basics/format.ts';
import { categories, type SchoolCategory } from '@opora/domain/registry/school-period.ts';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe } from '../accounts/use-me.ts';
import { useTexts } from '../platform/language.tsx';
import { DateField } from '../ui/date-field.tsx';
import { notify } from '../ui/notice.ts';
import { PeriodForm } from './period-form.tsx';
import { PeriodSection } from './period-section.tsx';
import { registryTexts } from './registry-catalog.ts';
import { useCategoryChanges } from './use-registry.ts';

type SchoolCategoriesProps = {
  readonly orgUnitId: string;
  readonly categories: readonly SchoolCategory[];
  readonly mayManage: boolean;
};

/** Categories of a school with the acts that gave them. */
export function SchoolCategories({ orgUnitId, categories: periods, mayManage }: SchoolCategoriesProps) {
  const texts = useTexts(registryTexts);
  const { remove, save } = useCategoryChanges(orgUnitId);
  return (
    <PeriodSection
      title={texts.category}
      empty={texts.noCategory}
      add={texts.addCategory}
      periods={periods}
      mayManage={mayManage}
      nameOf={(period) => texts.categoryNames[period.category]}
      noteOf={(period) => (isSilent(period) ? null : <ActNote period={period} />)}
      mayRemove={({ identificationRunId }) => identificationRunId === null}
      onRemove={({ id, orgUnitId: _unit, version: _version, identificationRunId: _run, ...fields }) =>
        remove.mutate(id, {
          onSuccess: () => notify(texts.removed, () => save.mutateAsync({ known: null, fields })),
        })
      }
      form={(known, onDone) => <CategoryForm orgUnitId={orgUnitId} known={known} onDone={onDone} />}
    />
  );
}

const isSilent = ({ actNumber, identificationRunId }: SchoolCategory): boolean =>
  actNumber === null && identificationRunId === null;

/** The act that gave the category; where it approved a list, the way to the list. */
function ActNote({ period }: { readonly period: SchoolCategory }) {
  const texts = useTexts(registryTexts);
  const { data: me } = useMe();
  const { actNumber, actOn, identificationRunId } = period;
  const words = actNumber === null || actOn === null ? actNumber : texts.actOf(actNumber, formatDate(actOn));
  if (identificationRunId === null || me === undefined || !canSomewhere(me, 'identification.read'))
    return words;
  return (
    <Anchor component={Link} to={`/results/runs/${identificationRunId}`}>
      {texts.listBy(words ?? '')}
    </Anchor>
  );
}

type CategoryFormProps = {
  readonly orgUnitId: string;
  readonly known: SchoolCategory | null;
  readonly onDone: () => void;
};

function CategoryForm({ orgUnitId, known, onDone }: CategoryFormProps) {
  const texts = useTexts(registryTexts);
  const { save } = useCategoryChanges(orgUnitId);
  const [category, setCategory] = useState(known?.category ?? categories[0]);
  const [actNumber, setActNumber] = useState(known?.actNumber ?? '');
  const [actOn, setActOn] = useState(known?.actOn ?? null);
  return (
    <PeriodForm
      first={known}
      error={save.error}
      isBusy={save.isPending}
      isComplete
      onSave={(period) =>
        save.mutateAsync({ known, fields: { ...period, category, actNumber: actNumber || null, actOn } })
      }
      onDone={onDone}
    >
      <NativeSelect
        label={texts.historySubjects.category}
        value={category}
        data={categories.map((each) => ({ value: each, label: texts.categoryNames[each] }))}
        onChange={(event) =>
          setCategory(categories.find((each) => each === event.currentTarget.value) ?? category)
        }
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          label={texts.actNumber}
          value={actNumber}
          onChange={(event) => setActNumber(event.currentTarget.value)}
        />
        <DateField label={texts.actOn} value={actOn} onChange={setActOn} />
      </SimpleGrid>
    </PeriodForm>
  );
}
