import { Button, Table, Text } from '@mantine/core';
import type { ActivityDefinition, PlanDefinition } from '@opora/domain/plans/plan-definition.ts';
import type { PartyFields } from '@opora/domain/plans/plan.ts';
import { printDeadline } from '@opora/domain/plans/print-deadline.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { amendmentTexts } from './amendment-catalog.ts';
import type { AmendmentPartProps } from './amendment-page.tsx';
import { editionTexts } from './edition-catalog.ts';
import { SavedField } from './saved-field.tsx';
import { linesOf } from './typed-lines.ts';

type AmendmentRowFormProps = AmendmentPartProps & {
  readonly activity: ActivityDefinition;
  readonly onClose: () => void;
};

/** A row with fields in place of its cells; each saves itself. */
export function AmendmentRowForm({ activity, amendment, editing, onClose }: AmendmentRowFormProps) {
  const texts = useTexts(amendmentTexts);
  const { fields } = useTexts(editionTexts);
  const { language } = useLanguage();
  const { id } = activity;
  const { edit } = editing;
  return (
    <Table.Tr
      className="amendment-edited"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <Table.Td data-label={fields.no}>
        <SavedField
          version={amendment.version}
          label={fields.no}
          isInTable
          value={activity.no}
          onSave={(value, since) => edit({ kind: 'set-no', activity: id, value }, since)}
        />
      </Table.Td>
      <Table.Td data-label={fields.title}>
        <SavedField
          version={amendment.version}
          label={fields.title}
          isInTable
          isLong
          required
          value={activity.title}
          onSave={(value, since) => edit({ kind: 'set-activity-title', activity: id, value }, since)}
        />
      </Table.Td>
      <Table.Td data-label={fields.deadline}>
        <SavedField
          version={amendment.version}
          label={fields.deadline}
          isInTable
          isLong
          value={activity.deadline.raw}
          onSave={(phrase, since) => edit({ kind: 'set-deadline', activity: id, phrase }, since)}
        />
        <Text size="xs" c="dimmed" aria-live="polite">
          {texts.means}: {printDeadline(activity.deadline, language)}
        </Text>
      </Table.Td>
      <Table.Td data-label={fields.parties}>
        <SavedField
          version={amendment.version}
          label={fields.parties}
          isInTable
          isLong
          description={texts.linesHint}
          value={activity.parties.map(({ raw }) => raw).join('\n')}
          onSave={(typed, since) =>
            edit(
              { kind: 'set-parties', activity: id, value: partiesOf(typed, activity, amendment.before) },
              since,
            )
          }
        />
      </Table.Td>
      <Table.Td data-label={fields.expected}>
        <SavedField
          version={amendment.version}
          label={fields.expected}
          isInTable
          isLong
          description={texts.linesHint}
          value={activity.expected.join('\n')}
          onSave={(typed, since) =>
            edit({ kind: 'set-expected', activity: id, value: linesOf(typed) }, since)
          }
        />
      </Table.Td>
      <Table.Td />
      <Table.Td>
        <Button size="compact-sm" onClick={onClose}>
          {texts.done}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}

/** The first named answers, the others work with her. Who is named elsewhere in the plan in the same words is the same. */
function partiesOf(typed: string, activity: ActivityDefinition, plan: PlanDefinition): PartyFields[] {
  const known = [...activity.parties, ...plan.activities.flatMap(({ parties }) => parties)];
  return linesOf(typed).map((raw, at) => {
    const same = known.find((party) => party.raw === raw && (party.orgUnitId ?? party.personId) !== null);
    return {
      raw,
      role: at === 0 ? 'lead' : 'co-executor',
      orgUnitId: same?.orgUnitId ?? null,
      personId: same?.personId ?? null,
    };
  });
}
