import { Alert, Button, Group, NativeSelect, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import {
  OrgUnitKind,
  mayStandBelow,
  type OrgUnit,
  type OrgUnitFields,
} from '@opora/domain/registry/org-unit.ts';
import { isInnOfOrganisation, isOgrn } from '@opora/domain/registry/taxpayer-number.ts';
import { useState, type ReactNode } from 'react';
import { ServerRefusal } from '../platform/call.ts';
import { useTexts } from '../platform/language.tsx';
import { DateField } from '../ui/date-field.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { ClosingUses } from './closing-uses.tsx';
import { registryTexts } from './registry-catalog.ts';
import { useAddOrgUnit, useChangeOrgUnit } from './use-registry.ts';

type FormProps = { readonly onDone: () => void };

/** A new organisation below another. */
export function NewOrgUnitForm({ parent, onDone }: FormProps & { readonly parent: OrgUnit }) {
  const add = useAddOrgUnit(parent.id);
  const kinds = OrgUnitKind.options.filter((kind) => mayStandBelow(kind, parent.kind));
  const [kind = 'school'] = parent.kind === 'municipality' ? ['school' as const] : kinds;
  const fresh: OrgUnitFields = {
    kind,
    name: '',
    shortName: '',
    settlement: null,
    inn: null,
    ogrn: null,
    code: null,
    openedOn: null,
    closedOn: null,
  };
  return (
    <OrgUnitForm
      first={fresh}
      kinds={kinds}
      error={add.error}
      isBusy={add.isPending}
      onSave={(fields) => add.mutateAsync(fields)}
      onDone={onDone}
    />
  );
}

/** What is known of an organisation; its kind and its place stay. */
export function OrgUnitEditForm({ unit, onDone }: FormProps & { readonly unit: OrgUnit }) {
  const change = useChangeOrgUnit(unit.id);
  const refused = change.variables;
  const isInUse = change.error instanceof ServerRefusal && change.error.code === 'registry-closing-used';
  return (
    <OrgUnitForm
      first={unit}
      kinds={[]}
      error={isInUse ? null : change.error}
      isBusy={change.isPending}
      onSave={({ kind: _kept, ...fields }) => change.mutateAsync({ ...fields, version: unit.version })}
      onDone={onDone}
    >
      {isInUse && refused !== undefined && refused.closedOn !== null && (
        <ClosingUses
          orgUnitId={unit.id}
          closedOn={refused.closedOn}
          isBusy={change.isPending}
          onClose={() => change.mutate({ ...refused, despiteUse: true }, { onSuccess: onDone })}
        />
      )}
    </OrgUnitForm>
  );
}

type OrgUnitFormProps = FormProps & {
  readonly first: OrgUnitFields;
  /** To choose from; empty when the kind stays. */
  readonly kinds: readonly OrgUnitKind[];
  readonly error: Error | null;
  readonly isBusy: boolean;
  readonly onSave: (fields: OrgUnitFields) => Promise<unknown>;
  /** What is asked before it is saved, in the place of the refusal. */
  readonly children?: ReactNode;
};

function OrgUnitForm({ first, kinds, error, isBusy, onSave, onDone, children }: OrgUnitFormProps) {
  const texts = useTexts(registryTexts);
  const words = useTexts(uiTexts);
  const [fields, setFields] = useState<OrgUnitFields>(() => fieldsOf(first));
  const [isTried, setTried] = useState(false);
  const set = (change: Partial<OrgUnitFields>) => setFields((known) => ({ ...known, ...change }));
  const missing = (value: string) => isTried && value.trim() === '' && texts.required;
  const isInnWrong = fields.inn !== null && !isInnOfOrganisation(fields.inn);
  const isOgrnWrong = fields.ogrn !== null && !isOgrn(fields.ogrn);
  const save = async () => {
    setTried(true);
    if (fields.name.trim() === '' || fields.shortName.trim() === '' || isInnWrong || isOgrnWrong) return;
    try {
      await onSave(fields);
    } catch {
      // The mutation holds the refusal, and the form shows it; what was typed stays.
      return;
    }
    notify(texts.saved);
    onDone();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="sm">
        {kinds.length > 0 && (
          <NativeSelect
            label={texts.kind}
            value={fields.kind}
            data={kinds.map((kind) => ({ value: kind, label: texts.kinds[kind] }))}
            onChange={(event) => set({ kind: OrgUnitKind.parse(event.currentTarget.value) })}
          />
        )}
        <Textarea
          label={texts.name}
          autosize
          required
          value={fields.name}
          error={missing(fields.name)}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <TextInput
          label={texts.shortName}
          required
          value={fields.shortName}
          error={missing(fields.shortName)}
          onChange={(event) => set({ shortName: event.currentTarget.value })}
        />
        <TextInput
          label={texts.settlement}
          value={fields.settlement ?? ''}
          onChange={(event) => set({ settlement: orNull(event.currentTarget.value) })}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <TextInput
            label={texts.inn}
            description={texts.innHint}
            inputMode="numeric"
            maxLength={10}
            value={fields.inn ?? ''}
            error={isInnWrong && (isTried || fields.inn?.length === 10) && texts.innWrong}
            onChange={(event) => set({ inn: orNull(event.currentTarget.value) })}
          />
          <TextInput
            label={texts.ogrn}
            description={texts.ogrnHint}
            inputMode="numeric"
            maxLength={13}
            value={fields.ogrn ?? ''}
            error={isOgrnWrong && (isTried || fields.ogrn?.length === 13) && texts.ogrnWrong}
            onChange={(event) => set({ ogrn: orNull(event.currentTarget.value) })}
          />
          <DateField
            label={texts.openedOn}
            value={fields.openedOn}
            onChange={(openedOn) => set({ openedOn })}
          />
          <DateField
            label={texts.closedOn}
            value={fields.closedOn}
            onChange={(closedOn) => set({ closedOn })}
          />
        </SimpleGrid>
        <TextInput
          label={texts.code}
          value={fields.code ?? ''}
          onChange={(event) => set({ code: orNull(event.currentTarget.value) })}
        />
        {error !== null && (
          <Alert color="red" role="alert">
            {messageOf(error, words.connectionLost)}
          </Alert>
        )}
        {children}
        <Group>
          <Button type="submit" loading={isBusy}>
            {texts.save}
          </Button>
          <Button variant="default" onClick={onDone}>
            {texts.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const orNull = (text: string): string | null => (text === '' ? null : text);

function fieldsOf(unit: OrgUnitFields): OrgUnitFields {
  const { kind, name, shortName, settlement, inn, ogrn, code, openedOn, closedOn } = unit;
  return { kind, name, shortName, settlement, inn, ogrn, code, openedOn, closedOn };
}
