import { Alert, Button, Group, NativeSelect, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import {
  OrgUnitKind,
  mayStandBelow,
  type OrgUnit,
  type OrgUnitFields,
} from '@opora/domain/registry/org-unit.ts';
import { isInnOfOrganisation, isOgrn } from '@opora/domain/registry/taxpayer-number.ts';
import { useState, type ReactNode } from 'react';
import { z, type ZodType } from 'zod';
import { ServerRefusal } from '../platform/call.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { DateField } from '../ui/date-field.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { mergeTexts } from '../ui/merge-catalog.ts';
import { MergeNotes } from '../ui/merge-notes.tsx';
import { momentText } from '../ui/moment-text.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { useKept } from '../ui/use-kept.ts';
import { useMergedForm, type Version } from '../ui/use-merged-form.ts';
import { ClosingUses } from './closing-uses.tsx';
import { registryTexts } from './registry-catalog.ts';
import { useAddOrgUnit, useChangeOrgUnit, useFetchOrgUnit, useOrgUnitHistory } from './use-registry.ts';

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
  const [fields, keep, clear] = useKept<OrgUnitFields>(`opora.new-unit.${parent.id}`, Typed, () => fresh);
  const leave = () => {
    clear();
    onDone();
  };
  return (
    <OrgUnitForm
      fields={fields}
      set={(changes) => keep({ ...fields, ...changes })}
      kinds={kinds}
      error={add.error}
      isBusy={add.isPending}
      onSave={() => add.mutateAsync(fields).then(() => true)}
      onDone={leave}
    />
  );
}

/** What is known of an organisation; its kind and its place stay. What somebody else saves meanwhile is joined with it field by field. */
export function OrgUnitEditForm({ unit, onDone }: FormProps & { readonly unit: OrgUnit }) {
  const texts = useTexts(registryTexts);
  const change = useChangeOrgUnit(unit.id);
  const fetchUnit = useFetchOrgUnit(unit.id);
  const form = useMergedForm<OrgUnitFields>({
    key: `opora.unit.${unit.id}`,
    shape: Typed,
    latest: versionOf(unit),
    refetch: async () => versionOf(await fetchUnit()),
  });
  const isChanged = form.taken.length + form.clashes.length > 0;
  const leave = () => {
    form.reset();
    onDone();
  };
  const send = ({ kind: _kept, ...fields }: OrgUnitFields, version: number) =>
    change.mutateAsync({ ...fields, version });
  const refused = change.variables;
  const isInUse = change.error instanceof ServerRefusal && change.error.code === 'registry-closing-used';
  return (
    <OrgUnitForm
      fields={form.typed}
      set={form.set}
      kinds={[]}
      error={isInUse || form.clashes.length > 0 ? null : change.error}
      isBusy={change.isPending}
      onSave={() => form.save(send)}
      onDone={leave}
    >
      <MergeNotes
        form={form}
        labelOf={(field) => texts[field]}
        print={(_field, value) => value ?? ''}
        who={isChanged ? <LastChange unit={unit} /> : undefined}
      />
      {isInUse && refused !== undefined && refused.closedOn !== null && (
        <ClosingUses
          orgUnitId={unit.id}
          closedOn={refused.closedOn}
          isBusy={change.isPending}
          onClose={() => change.mutate({ ...refused, despiteUse: true }, { onSuccess: leave })}
        />
      )}
    </OrgUnitForm>
  );
}

function LastChange({ unit }: { readonly unit: OrgUnit }) {
  const texts = useTexts(mergeTexts);
  const { language } = useLanguage();
  const { data: history = [] } = useOrgUnitHistory(unit.id, unit.version);
  const last = history.find(({ subject }) => subject === 'unit');
  return last === undefined ? null : <>{texts.lastChange(last.by ?? '—', momentText(last.at, language))}</>;
}

type OrgUnitFormProps = FormProps & {
  readonly fields: OrgUnitFields;
  readonly set: (changes: Partial<OrgUnitFields>) => void;
  /** To choose from; empty when the kind stays. */
  readonly kinds: readonly OrgUnitKind[];
  readonly error: Error | null;
  readonly isBusy: boolean;
  /** False: something is to be chosen first. */
  readonly onSave: () => Promise<boolean>;
  /** What is asked before it is saved, in the place of the refusal. */
  readonly children?: ReactNode;
};

function OrgUnitForm({ fields, set, kinds, error, isBusy, onSave, onDone, children }: OrgUnitFormProps) {
  const texts = useTexts(registryTexts);
  const words = useTexts(uiTexts);
  const { chooseFirst } = useTexts(mergeTexts);
  const [isTried, setTried] = useState(false);
  const missing = (value: string) => isTried && value.trim() === '' && texts.required;
  const isInnWrong = fields.inn !== null && !isInnOfOrganisation(fields.inn);
  const isOgrnWrong = fields.ogrn !== null && !isOgrn(fields.ogrn);
  const save = async () => {
    setTried(true);
    if (fields.name.trim() === '' || fields.shortName.trim() === '' || isInnWrong || isOgrnWrong) return;
    try {
      if (!(await onSave())) return notify(chooseFirst);
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

/** As typed: also what cannot be saved yet. */
const Typed: ZodType<OrgUnitFields> = z.object({
  kind: OrgUnitKind,
  name: z.string(),
  shortName: z.string(),
  settlement: z.string().nullable(),
  inn: z.string().nullable(),
  ogrn: z.string().nullable(),
  code: z.string().nullable(),
  openedOn: z.string().nullable(),
  closedOn: z.string().nullable(),
});

const versionOf = (unit: OrgUnit): Version<OrgUnitFields> => ({
  fields: fieldsOf(unit),
  version: unit.version,
});

function fieldsOf(unit: OrgUnitFields): OrgUnitFields {
  const { kind, name, shortName, settlement, inn, ogrn, code, openedOn, closedOn } = unit;
  return { kind, name, shortName, settlement, inn, ogrn, code, openedOn, closedOn };
}
