import { Checkbox, NativeSelect, SimpleGrid, Stack } from '@mantine/core';
import type { RegisterReview } from '@opora/domain/registry/register-import-contract.ts';
import { registerFields, type RegisterLayout } from '@opora/domain/registry/register-layout.ts';
import { useTexts } from '../platform/language.tsx';
import { registerImportTexts } from './register-import-catalog.ts';

type RegisterLayoutFormProps = {
  readonly review: RegisterReview;
  readonly onChange: (layout: RegisterLayout) => void;
};

/** How the file was understood; every choice is sent at once and the review follows it. */
export function RegisterLayoutForm({ review, onChange }: RegisterLayoutFormProps) {
  const texts = useTexts(registerImportTexts);
  const { layout, sheets, columns, firstRows } = review;
  const choices = columns.map(({ title, sample }, at) => {
    const name = title === '' ? texts.untitled(at + 1) : title;
    const example = sample.find((value) => value !== '');
    return { value: String(at), label: example === undefined ? name : `${name} (${example})` };
  });
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <NativeSelect
          label={texts.sheet}
          value={layout.sheet}
          data={sheets.map(({ name }, at) => ({
            value: String(at),
            label: name === '' ? texts.onlySheet : name,
          }))}
          onChange={(event) => onChange({ ...layout, sheet: Number(event.currentTarget.value) })}
        />
        <NativeSelect
          label={texts.headRow}
          value={layout.headRow}
          data={firstRows.map((words, at) => ({ value: String(at), label: `${at + 1}. ${words}` }))}
          onChange={(event) => onChange({ ...layout, headRow: Number(event.currentTarget.value) })}
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm" role="group" aria-label={texts.columns}>
        {registerFields.map((field) => (
          <NativeSelect
            key={field}
            label={texts.fields[field]}
            required={field === 'name'}
            error={field === 'name' && layout.columns.name === null && texts.nameNeeded}
            value={layout.columns[field] ?? ''}
            data={[{ value: '', label: texts.noColumn }, ...choices]}
            onChange={(event) => {
              const chosen = event.currentTarget.value;
              const column = chosen === '' ? null : Number(chosen);
              onChange({ ...layout, columns: { ...layout.columns, [field]: column } });
            }}
          />
        ))}
      </SimpleGrid>
      <Checkbox
        label={texts.addMunicipalities}
        checked={layout.addMunicipalities}
        onChange={(event) => onChange({ ...layout, addMunicipalities: event.currentTarget.checked })}
      />
    </Stack>
  );
}
