import { CloseButton, Group, List, Select, Stack } from '@mantine/core';
import { isWithin } from '@opora/domain/basics/actor.ts';
import { isSchool } from '@opora/domain/registry/org-unit.ts';
import { useTexts } from '../platform/language.tsx';
import { useOrgUnits } from '../registry/use-registry.ts';
import { DateField } from '../ui/date-field.tsx';
import { Section } from '../ui/section.tsx';
import { amendmentTexts } from './amendment-catalog.ts';
import type { AmendmentPartProps } from './amendment-page.tsx';
import { editionTexts } from './edition-catalog.ts';
import { SavedField } from './saved-field.tsx';
import { linesOf } from './typed-lines.ts';

/** What the plan says of itself, and who takes part. */
export function AmendmentFields(props: AmendmentPartProps) {
  const { amendment, editing } = props;
  const texts = useTexts(amendmentTexts);
  const { fields, planFields } = useTexts(editionTexts);
  const { definition } = amendment.content;
  const { edit } = editing;
  const list = (field: 'tasks' | 'expectedResults') => (
    <SavedField
      version={amendment.version}
      label={fields[field]}
      description={texts.linesHint}
      value={definition[field].join('\n')}
      isLong
      onSave={(typed, since) => edit({ kind: 'set-list', field, value: linesOf(typed) }, since)}
    />
  );
  const period = (field: 'periodStartsOn' | 'periodEndsOn') => (
    <DateField
      label={fields[field]}
      value={definition[field]}
      onChange={(value) => value !== definition[field] && edit({ kind: 'set-period', field, value })}
    />
  );
  return (
    <Stack gap="lg" maw={860}>
      <Section title={planFields}>
        <SavedField
          version={amendment.version}
          label={fields.title}
          value={definition.title}
          isLong
          required
          onSave={(value, since) => edit({ kind: 'set-title', value }, since)}
        />
        <SavedField
          version={amendment.version}
          label={fields.goal}
          value={definition.goal ?? ''}
          isLong
          onSave={(value, since) => edit({ kind: 'set-goal', value }, since)}
        />
        {list('tasks')}
        {list('expectedResults')}
        <Group align="flex-start">
          {period('periodStartsOn')}
          {period('periodEndsOn')}
        </Group>
        <SavedField
          version={amendment.version}
          label={fields.controller}
          value={definition.controller ?? ''}
          onSave={(value, since) =>
            edit({ kind: 'set-controller', value, personId: definition.controllerId }, since)
          }
        />
      </Section>
      <Participants {...props} />
    </Stack>
  );
}

function Participants({ amendment, editing }: AmendmentPartProps) {
  const texts = useTexts(amendmentTexts);
  const units = useOrgUnits().data ?? [];
  const { schools } = amendment.content.definition;
  const taken = new Set(schools.map(({ id }) => id));
  const offered = units.filter(
    (unit) => isSchool(unit) && !taken.has(unit.id) && isWithin(unit.scope, amendment.scope),
  );
  const add = (id: string | null) => {
    const unit = offered.find((each) => each.id === id);
    if (unit !== undefined) editing.edit({ kind: 'add-school', school: unit.id, name: unit.shortName });
  };
  return (
    <Section title={texts.participants}>
      <List listStyleType="none" spacing={4}>
        {schools.map(({ id, name }) => (
          <List.Item key={id}>
            <Group gap="xs" wrap="nowrap">
              <CloseButton
                size="sm"
                aria-label={texts.removeSchool(name)}
                onClick={() => editing.edit({ kind: 'remove-school', school: id })}
              />
              {name}
            </Group>
          </List.Item>
        ))}
      </List>
      <Select
        label={texts.addSchool}
        searchable
        value={null}
        limit={50}
        data={offered.map(({ id, shortName }) => ({ value: id, label: shortName }))}
        onChange={add}
        maw={480}
      />
    </Section>
  );
}
