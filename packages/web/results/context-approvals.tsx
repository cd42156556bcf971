import {
  Alert,
  Button,
  Checkbox,
  Group,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { formatDate } from '@opora/domain/basics/format.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { isInForce } from '@opora/domain/registry/school-period.ts';
import type { ContextAnswer, ContextQuestion } from '@opora/domain/results/context-contract.ts';
import { useState } from 'react';
import { useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { useSchoolCategories } from '../registry/use-registry.ts';
import { DateField } from '../ui/date-field.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { Section } from '../ui/section.tsx';
import { uiTexts } from '../ui/ui-catalog.ts';
import { contextTexts } from './context-catalog.ts';
import { useApprovalChanges, useContextApprovals } from './use-context.ts';

type ContextApprovalsProps = {
  readonly answer: ContextAnswer;
  readonly question: ContextQuestion;
  readonly units: readonly OrgUnit[];
  readonly onChange: (change: Partial<ContextQuestion>) => void;
};

/** Schools of the hardest contexts are proposed by rank; a person chooses, an act gives the category. */
export function ContextApprovals({ answer, question, units, onChange }: ContextApprovalsProps) {
  const texts = useTexts(contextTexts);
  const percent = Math.round(question.hardestShare * 100);
  return (
    <Section title={texts.approval} purpose={texts.approvalPurpose}>
      {answer.indexed.length > 0 && (
        <>
          <NumberInput
            label={texts.share}
            maw={240}
            min={1}
            max={90}
            allowDecimal={false}
            value={percent}
            onChange={(next) =>
              onChange({ hardestShare: Math.min(90, Math.max(1, Number(next) || 1)) / 100 })
            }
          />
          <Text>{texts.proposed(answer.hardest.length, percent)}</Text>
          <ApprovalForm key={answer.hardest.join(' ')} answer={answer} question={question} units={units} />
        </>
      )}
      <Acts />
    </Section>
  );
}

function ApprovalForm({ answer, question, units }: Omit<ContextApprovalsProps, 'onChange'>) {
  const texts = useTexts(contextTexts);
  const words = useTexts(uiTexts);
  const { data: categories = [] } = useSchoolCategories();
  const { approve } = useApprovalChanges();
  const has = new Set(
    categories
      .filter((one) => one.category === 'difficult-conditions' && isInForce(one, today()))
      .map(({ orgUnitId }) => orgUnitId),
  );
  const [added, setAdded] = useState<readonly string[]>([]);
  const [dropped, setDropped] = useState<readonly string[]>([]);
  const indexed = new Map(answer.indexed.map((one) => [one.orgUnitId, one]));
  const offered = units.filter(({ id }) => answer.hardest.includes(id) || added.includes(id));
  const chosen = offered.filter(({ id }) => !has.has(id) && !dropped.includes(id)).map(({ id }) => id);
  const send = (act: Act) =>
    approve.mutate(
      { ...act, question, orgUnitIds: chosen },
      { onSuccess: () => notify(texts.approved(chosen.length)) },
    );
  return (
    <Stack gap="sm">
      {offered.map(({ id, shortName }) => {
        const one = indexed.get(id);
        const place = one === undefined ? '' : ` · ${texts.index} ${one.index}, ${texts.rank} ${one.rank}`;
        const mark = has.has(id) ? ` · ${texts.hasAlready}` : '';
        return (
          <Checkbox
            key={id}
            label={`${shortName}${place}${mark}`}
            checked={chosen.includes(id)}
            disabled={has.has(id)}
            onChange={(event) =>
              setDropped(
                event.currentTarget.checked ? dropped.filter((each) => each !== id) : [...dropped, id],
              )
            }
          />
        );
      })}
      <Select
        label={texts.addSchool}
        maw={460}
        searchable
        value={null}
        data={units
          .filter(({ id }) => indexed.has(id) && !offered.some((one) => one.id === id))
          .map(({ id, shortName }) => ({ value: id, label: shortName }))}
        onChange={(id) => id !== null && setAdded([...added, id])}
      />
      <ActForm count={chosen.length} isBusy={approve.isPending} onSend={send} />
      {approve.error !== null && (
        <Alert color="red" role="alert">
          {messageOf(approve.error, words.connectionLost)}
        </Alert>
      )}
    </Stack>
  );
}

type Act = {
  readonly actNumber: string;
  readonly actOn: string;
  readonly fromOn: string;
  readonly untilOn: string | null;
};
type ActFormProps = { readonly count: number; readonly isBusy: boolean; readonly onSend: (act: Act) => void };

function ActForm({ count, isBusy, onSend }: ActFormProps) {
  const texts = useTexts(contextTexts);
  const [actNumber, setActNumber] = useState('');
  const [actOn, setActOn] = useState<string | null>(null);
  const [fromOn, setFromOn] = useState<string | null>(null);
  const [untilOn, setUntilOn] = useState<string | null>(null);
  const [isTried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (actNumber.trim() === '' || actOn === null || fromOn === null || count === 0) return;
    onSend({ actNumber, actOn, fromOn, untilOn });
  };
  const wants = (isFilled: boolean) => isTried && !isFilled && texts.required;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm">
          <TextInput
            label={texts.actNumber}
            required
            value={actNumber}
            error={wants(actNumber.trim() !== '')}
            onChange={(event) => setActNumber(event.currentTarget.value)}
          />
          <DateField
            label={texts.actOn}
            required
            value={actOn}
            onChange={setActOn}
            error={wants(actOn !== null)}
          />
          <DateField
            label={texts.fromOn}
            required
            value={fromOn}
            onChange={setFromOn}
            error={wants(fromOn !== null)}
          />
          <DateField
            label={texts.untilOn}
            description={texts.untilHint}
            value={untilOn}
            onChange={setUntilOn}
          />
        </SimpleGrid>
        <Group>
          <Button type="submit" loading={isBusy} disabled={count === 0}>
            {texts.approve(count)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Acts() {
  const texts = useTexts(contextTexts);
  const words = useTexts(uiTexts);
  const approvals = useContextApprovals();
  const { undo } = useApprovalChanges();
  return (
    <Loaded query={approvals}>
      {(acts) => (
        <Stack gap="xs">
          {acts.length > 0 && <Text fw={600}>{texts.earlier}</Text>}
          {undo.error !== null && (
            <Alert color="red" role="alert">
              {messageOf(undo.error, words.connectionLost)}
            </Alert>
          )}
          {acts.map((act) => (
            <Group key={act.id} gap="sm">
              <Text>
                {texts.actLine(act.actNumber, formatDate(act.actOn))}:{' '}
                {texts.actAbout(act.orgUnitIds.length, texts.schoolYearName(act.schoolYear))}
                {act.isUndone && ` — ${texts.undone}`}
              </Text>
              {!act.isUndone && (
                <Button
                  size="compact-sm"
                  variant="default"
                  loading={undo.isPending}
                  aria-label={`${texts.undo}: ${texts.actLine(act.actNumber, formatDate(act.actOn))}`}
                  onClick={() => undo.mutate(act.id, { onSuccess: () => notify(texts.takenBack) })}
                >
                  {texts.undo}
                </Button>
              )}
            </Group>
          ))}
        </Stack>
      )}
    </Loaded>
  );
}
