import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { formatDate } from '@opora/domain/basics/format.ts';
import { categories, type SchoolCategory } from '@opora/domain/registry/school-period.ts';
import { useState } from 'react';
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
      noteOf={({ actNumber, actOn }) =>
        actNumber === null || actOn === null ? actNumber : texts.actOf(actNumber, formatDate(actOn))
      }
      onRemove={({ id, orgUnitId: _unit, version: _version, ...fields }) =>
        remove.mutate(id, {
          onSuccess: () => notify(texts.removed, () => save.mutateAsync({ known: null, fields })),
        })
      }
      form={(known, onDone) => <CategoryForm orgUnitId={orgUnitId} known={known} onDone={onDone} />}
    />
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
