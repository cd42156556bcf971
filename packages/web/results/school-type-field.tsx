import { NativeSelect, Text } from '@mantine/core';
import { can } from '@opora/domain/basics/can.ts';
import { SchoolType } from '@opora/domain/registry/school-type.ts';
import { schoolTypeTexts } from '@opora/domain/registry/school-type-catalog.ts';
import { useMe } from '../accounts/use-me.ts';
import { useTexts } from '../platform/language.tsx';
import { useOrgUnits } from '../registry/use-registry.ts';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { Section } from '../ui/section.tsx';
import { uiTexts } from '../ui/ui-catalog.ts';
import { runTexts } from './run-catalog.ts';
import { useSchoolType, useSetSchoolType } from './use-identification.ts';

/** Of which type the school is: what methodologies leave schools out by. */
export function SchoolTypeField({ orgUnitId }: { readonly orgUnitId: string }) {
  const texts = useTexts(runTexts);
  const types = useTexts(schoolTypeTexts);
  const words = useTexts(uiTexts);
  const me = useMe().data;
  const unit = useOrgUnits().data?.find(({ id }) => id === orgUnitId);
  const { data } = useSchoolType(orgUnitId);
  const set = useSetSchoolType(orgUnitId);
  if (data === undefined || unit === undefined || me === undefined) return null;
  const { schoolType } = data;
  return (
    <Section title={texts.schoolType}>
      {can(me, 'registry.manage', unit) ? (
        <NativeSelect
          aria-label={texts.schoolType}
          description={texts.schoolTypeHint}
          maw={420}
          value={schoolType ?? ''}
          disabled={set.isPending}
          error={set.error !== null && messageOf(set.error, words.connectionLost)}
          data={[
            { value: '', label: texts.typeUnknown },
            ...SchoolType.options.map((value) => ({ value, label: types.one[value] })),
          ]}
          onChange={(event) => {
            const chosen = SchoolType.safeParse(event.currentTarget.value);
            set.mutate(
              { schoolType: chosen.success ? chosen.data : null },
              { onSuccess: () => notify(texts.typeSaved) },
            );
          }}
        />
      ) : (
        <Text>{schoolType === null ? texts.typeUnknown : types.one[schoolType]}</Text>
      )}
    </Section>
  );
}
