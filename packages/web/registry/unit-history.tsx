import { List, Stack, Text } from '@mantine/core';
import { isCalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { formatDate } from '@opora/domain/basics/format.ts';
import type { UnitHistoryEntry } from '@opora/domain/registry/registry-contract.ts';
import { schoolTypeTexts } from '@opora/domain/registry/school-type-catalog.ts';
import { categories } from '@opora/domain/registry/school-period.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { registryTexts } from './registry-catalog.ts';
import { useOrgUnitHistory } from './use-registry.ts';
import { momentText } from '../ui/moment-text.ts';

/** Who changed what about a unit, from what to what. */
export function UnitHistory({ orgUnitId }: { readonly orgUnitId: string }) {
  const texts = useTexts(registryTexts);
  const history = useOrgUnitHistory(orgUnitId);
  return (
    <Loaded query={history}>
      {(entries) =>
        entries.length === 0 ? (
          <Text c="dimmed">{texts.noHistory}</Text>
        ) : (
          <Stack gap="sm">
            {entries.map((entry, at) => (
              <Entry key={`${entry.at} ${at}`} entry={entry} />
            ))}
          </Stack>
        )
      }
    </Loaded>
  );
}

function Entry({ entry }: { readonly entry: UnitHistoryEntry }) {
  const texts = useTexts(registryTexts);
  const { language } = useLanguage();
  const words = useFieldWords();
  const at = momentText(entry.at, language);
  return (
    <div>
      <Text size="sm" fw={600}>
        {`${texts.historySubjects[entry.subject]}: ${texts.changes[entry.change]}`}
        <Text span c="dimmed" fw={400}>
          {` · ${at} · ${entry.by ?? texts.bySystem}`}
        </Text>
      </Text>
      <List size="sm">
        {entry.fields.map(({ name, before, after }) => (
          <List.Item key={name}>
            {`${words.nameOf(name)}: `}
            {entry.change === 'update' && `${words.valueOf(before)} → `}
            {words.valueOf(entry.change === 'delete' ? before : after)}
          </List.Item>
        ))}
      </List>
    </div>
  );
}

/** Names and values of fields as a person reads them. */
function useFieldWords() {
  const texts = useTexts(registryTexts);
  const types = useTexts(schoolTypeTexts);
  const names: Readonly<Record<string, string>> = {
    name: texts.name,
    shortName: texts.shortName,
    kind: texts.kind,
    settlement: texts.settlement,
    inn: texts.inn,
    ogrn: texts.ogrn,
    code: texts.code,
    openedOn: texts.openedOn,
    closedOn: texts.closedOn,
    schoolType: texts.schoolType,
    category: texts.category,
    actNumber: texts.actNumber,
    actOn: texts.actOn,
    project: texts.project,
    fromOn: texts.fromOn,
    untilOn: texts.untilOn,
  };
  const kinds: Readonly<Record<string, string>> = { ...texts.kinds, ...types.one };
  return {
    nameOf: (field: string) => names[field] ?? field,
    valueOf: (value: string | null) => {
      if (value === null) return texts.emptyValue;
      if (isCalendarDate(value)) return formatDate(value);
      const category = categories.find((each) => each === value);
      return category === undefined ? (kinds[value] ?? value) : texts.categories[category];
    },
  };
}
