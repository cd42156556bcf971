import { Button, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ReminderRules } from '@opora/domain/reminders/reminder-settings.ts';
import type { OfficeRules } from '@opora/domain/reminders/reminders-contract.ts';
import { PlaceSelect } from '../accounts/place-select.tsx';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { momentText } from '../ui/moment-text.ts';
import { notify } from '../ui/notice.ts';
import { Page } from '../ui/page.tsx';
import { Refused } from '../ui/refused.tsx';
import { uiTexts } from '../ui/ui-catalog.ts';
import { reminderSettingsTexts } from './reminder-settings-catalog.ts';
import { parseTypedDays } from './typed-days.ts';
import { useReminderRules, useSetReminderRules } from './use-reminders.ts';

/** When an office's people are reminded, and who is told of what is very late. */
export function ReminderRulesPage() {
  const texts = useTexts(reminderSettingsTexts);
  const [orgUnitId, setOrgUnitId] = useState<string | null>(null);
  return (
    <Page title={texts.rulesTitle} purpose={texts.rulesPurpose}>
      <Stack maw={520}>
        <PlaceSelect label={texts.organisation} value={orgUnitId} onChange={setOrgUnitId} />
        {orgUnitId !== null && <Rules key={orgUnitId} orgUnitId={orgUnitId} />}
      </Stack>
    </Page>
  );
}

function Rules({ orgUnitId }: { readonly orgUnitId: string }) {
  return (
    <Loaded query={useReminderRules(orgUnitId)}>
      {(rules) => <RulesForm key={rules.version} orgUnitId={orgUnitId} rules={rules} />}
    </Loaded>
  );
}

const undatedOptions = ReminderRules.shape.undatedEvery.options;
const daysBeforeMax = 90;
const daysLateMax = 365;

function RulesForm({ orgUnitId, rules }: { readonly orgUnitId: string; readonly rules: OfficeRules }) {
  const texts = useTexts(reminderSettingsTexts);
  const { save } = useTexts(uiTexts);
  const { language } = useLanguage();
  const set = useSetReminderRules(orgUnitId);
  const [before, setBefore] = useState(rules.daysBefore.join(', '));
  const [escalate, setEscalate] = useState(rules.escalateAfterDays.join(', '));
  const [stalledAfterDays, setStalled] = useState(rules.stalledAfterDays);
  const [undatedEvery, setUndatedEvery] = useState(rules.undatedEvery);
  const daysBefore = parseTypedDays(before, daysBeforeMax);
  const escalateAfterDays = parseTypedDays(escalate, daysLateMax);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (daysBefore === null || escalateAfterDays === null) return;
    const body = { daysBefore, stalledAfterDays, escalateAfterDays, undatedEvery, version: rules.version };
    set.mutate(body, { onSuccess: () => notify(texts.rulesSaved) });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Refused error={set.error} />
        <TextInput
          label={`${texts.daysBefore}, ${texts.beforeDays}`}
          description={texts.numbers}
          value={before}
          onChange={(event) => setBefore(event.currentTarget.value)}
          error={daysBefore === null && texts.numbersWrong}
        />
        <NumberInput
          label={texts.stalled}
          min={1}
          max={daysBeforeMax}
          clampBehavior="strict"
          allowDecimal={false}
          value={stalledAfterDays}
          onChange={(days) => setStalled(Number(days) || 1)}
        />
        <TextInput
          label={texts.escalate}
          description={`${texts.escalateHint} ${texts.numbers}.`}
          value={escalate}
          onChange={(event) => setEscalate(event.currentTarget.value)}
          error={escalateAfterDays === null && texts.numbersWrong}
        />
        <Select
          label={texts.undatedEvery}
          description={texts.undatedHint}
          allowDeselect={false}
          value={undatedEvery}
          data={undatedOptions.map((value) => ({ value, label: texts.every[value] }))}
          onChange={(value) => setUndatedEvery(undatedOptions.find((each) => each === value) ?? undatedEvery)}
        />
        <Text size="sm" c="dimmed">
          {rules.changedBy === null || rules.changedAt === null
            ? texts.inherited
            : texts.changedBy(rules.changedBy, momentText(rules.changedAt, language))}
        </Text>
        <div>
          <Button type="submit" loading={set.isPending}>
            {save}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
