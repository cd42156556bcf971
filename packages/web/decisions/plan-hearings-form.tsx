import { Button, Group, Modal, MultiSelect, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { can } from '@opora/domain/basics/can.ts';
import { timesOfDay } from '@opora/domain/decisions/times-of-day.ts';
import { TimeOfDay, usualHearingTitle } from '@opora/domain/decisions/hearing.ts';
import { isSchool } from '@opora/domain/registry/org-unit.ts';
import { useMe } from '../accounts/use-me.ts';
import { useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { useOrgUnits } from '../registry/use-registry.ts';
import { DateField } from '../ui/date-field.tsx';
import { messageOf } from '../ui/message-of.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { hearingTexts } from './hearing-catalog.ts';
import { usePlanHearings } from './use-hearings.ts';

/** One school, or several of one day one after another. */
export function PlanHearingsForm({ onClose }: { readonly onClose: () => void }) {
  const texts = useTexts(hearingTexts);
  const words = useTexts(uiTexts);
  const me = useMe().data;
  const units = useOrgUnits().data ?? [];
  const plan = usePlanHearings();
  const navigate = useNavigate();
  const [onDate, setOnDate] = useState<string | null>(today());
  const [startsAt, setStartsAt] = useState('10:00');
  const [minutes, setMinutes] = useState(40);
  const [place, setPlace] = useState('');
  const [title, setTitle] = useState(usualHearingTitle);
  const [schoolIds, setSchoolIds] = useState<string[]>([]);
  const offered = units.filter(
    (unit) =>
      isSchool(unit) && unit.closedOn === null && me !== undefined && can(me, 'hearings.manage', unit),
  );
  const nameOf = new Map(units.map(({ id, shortName }) => [id, shortName]));
  const isTime = startsAt === '' || TimeOfDay.safeParse(startsAt).success;
  const submit = () => {
    if (onDate === null || title.trim() === '') return;
    const times = timesOfDay(startsAt === '' ? null : startsAt, minutes, schoolIds.length);
    const schools = schoolIds.map((orgUnitId, at) => ({ orgUnitId, startsAt: times[at] ?? null }));
    plan.mutate(
      { title, onDate, place: place.trim() === '' ? null : place.trim(), schools },
      {
        onSuccess: ({ hearingIds: [first, ...more] }) => {
          onClose();
          if (first !== undefined && more.length === 0) void navigate({ to: `/hearings/${first}` });
        },
      },
    );
  };
  return (
    <Modal opened onClose={onClose} title={texts.planTitle} closeButtonProps={{ 'aria-label': words.close }}>
      <Stack>
        <TextInput
          label={texts.hearingTitle}
          required
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <DateField label={texts.onDate} value={onDate} onChange={setOnDate} required />
        <Group align="flex-start" grow>
          <TextInput
            label={texts.startsAt}
            placeholder={texts.timeFormat}
            value={startsAt}
            error={isTime ? undefined : texts.timeWrong}
            onChange={(event) => setStartsAt(event.currentTarget.value)}
          />
          <NumberInput
            label={texts.everyMinutes}
            min={5}
            max={240}
            hideControls
            value={minutes}
            onChange={(value) => setMinutes(Number(value) || 0)}
          />
        </Group>
        <TextInput
          label={texts.place}
          value={place}
          onChange={(event) => setPlace(event.currentTarget.value)}
        />
        <MultiSelect
          label={texts.schools}
          description={texts.schoolsHint}
          searchable
          required
          limit={50}
          maxValues={100}
          data={offered.map(({ id, shortName, parentId }) => ({
            value: id,
            label: [shortName, nameOf.get(parentId ?? '')].filter((part) => part !== undefined).join(', '),
          }))}
          value={schoolIds}
          onChange={setSchoolIds}
        />
        {plan.error !== null && (
          <Text c="var(--opora-late)" role="alert">
            {messageOf(plan.error, words.connectionLost)}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button
            loading={plan.isPending}
            disabled={onDate === null || schoolIds.length === 0 || !isTime}
            onClick={submit}
          >
            {texts.planHearing}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
