import { SimpleGrid, Stack, TextInput } from '@mantine/core';
import type { ReadIndicator } from '@opora/domain/plans/read-document.ts';
import { useTexts } from '../platform/language.tsx';
import { draftTexts } from './draft-catalog.ts';
import { useDraftEditor } from './draft-context.ts';
import { DraftText } from './draft-field.tsx';

/** An indicator with its values by column, as printed. */
export function DraftIndicator({
  indicator,
  at,
}: {
  readonly indicator: ReadIndicator;
  readonly at: number;
}) {
  const texts = useTexts(draftTexts);
  const { edit } = useDraftEditor();
  return (
    <div className="draft-card" data-place={`indicators/${at}`}>
      <Stack gap="xs">
        <DraftText
          label={`${texts.indicatorName} ${indicator.no}`}
          place={`indicators/${at}/name`}
          isLong
          value={indicator.name}
          onChange={(value) => edit({ kind: 'set-indicator', row: at, field: 'name', value })}
        />
        <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="xs">
          {indicator.values.map((value) => (
            <TextInput
              key={value.column}
              size="xs"
              label={value.column}
              value={value.raw}
              onChange={(event) =>
                edit({
                  kind: 'set-indicator-value',
                  row: at,
                  column: value.column,
                  value: event.currentTarget.value,
                })
              }
            />
          ))}
        </SimpleGrid>
      </Stack>
    </div>
  );
}
