import { Fieldset, Select, SimpleGrid, Stack } from '@mantine/core';
import { can } from '@opora/domain/basics/can.ts';
import type { RequisiteDate, RequisiteText } from '@opora/domain/plans/draft-edit.ts';
import { territoryOf } from '@opora/domain/plans/territory.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { useMe } from '../accounts/use-me.ts';
import { useTexts } from '../platform/language.tsx';
import { useOrgUnits } from '../registry/use-registry.ts';
import { DateField } from '../ui/date-field.tsx';
import { DoubtNotes } from './doubt-notes.tsx';
import { draftTexts } from './draft-catalog.ts';
import { useDraftEditor } from './draft-context.ts';
import { DraftLines, DraftText } from './draft-field.tsx';

/** The act: what kind, its number and date, who approved and signed it, and whose plan it is. */
export function DraftRequisites() {
  const texts = useTexts(draftTexts);
  const { document, edit } = useDraftEditor();
  const { requisites } = document;
  const text = (field: RequisiteText, label: string, isLong = false) => (
    <DraftText
      label={label}
      place={field}
      isLong={isLong}
      value={requisites[field] ?? ''}
      onChange={(value) => edit({ kind: 'set-requisite', field, value })}
    />
  );
  const date = (field: RequisiteDate, label: string) => (
    <div data-place={field}>
      <DateField
        label={label}
        value={requisites[field]}
        onChange={(value) => edit({ kind: 'set-date', field, value })}
      />
      <DoubtNotes place={field} />
    </div>
  );
  const signatory = requisites.signatory ?? { name: null, post: null };
  return (
    <Fieldset legend={texts.requisites}>
      <Stack gap="sm">
        <OwnerField />
        {text('title', texts.actTitle, true)}
        {text('annexTitle', texts.annexTitle, true)}
        <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
          {text('type', texts.type)}
          {text('number', texts.number)}
          {date('date', texts.date)}
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          {date('periodStart', texts.periodStart)}
          {date('periodEnd', texts.periodEnd)}
        </SimpleGrid>
        {text('authority', texts.authority, true)}
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <DraftText
            label={texts.signatoryPost}
            place="signatory"
            isLong
            value={signatory.post ?? ''}
            onChange={(post) => edit({ kind: 'set-signatory', ...signatory, post })}
          />
          <DraftText
            label={texts.signatoryName}
            place="signatory/name"
            value={signatory.name ?? ''}
            onChange={(name) => edit({ kind: 'set-signatory', ...signatory, name })}
          />
          {text('controller', texts.controller, true)}
          {text('place', texts.place)}
          {text('region', texts.region)}
          {text('municipality', texts.municipality)}
        </SimpleGrid>
        <DraftLines
          label={texts.basis}
          description={texts.onePerLine}
          place="basis"
          value={requisites.basis}
          onChange={(value) => edit({ kind: 'set-list', field: 'basis', value: [...value] })}
        />
      </Stack>
    </Fieldset>
  );
}

/** Only organisations whose plans the person may manage. */
function OwnerField() {
  const texts = useTexts(draftTexts);
  const { document, edit } = useDraftEditor();
  const owners = useOwners();
  return (
    <Select
      label={texts.owner}
      description={texts.ownerHint}
      required
      searchable
      data-place="owner"
      data={owners.map((unit) => ({ value: unit.id, label: unit.name }))}
      value={document.ownerUnitId}
      onChange={(id) => {
        if (id !== null) edit({ kind: 'choose-owner', orgUnitId: id });
      }}
      limit={100}
    />
  );
}

export function useOwners(): readonly OrgUnit[] {
  const me = useMe().data;
  const units = useOrgUnits().data ?? [];
  if (me === undefined) return [];
  return units.filter((unit) => can(me, 'plans.manage', { scope: territoryOf(unit) }));
}
