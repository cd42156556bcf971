import { Button, Group, SegmentedControl, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { formatShare } from '@opora/domain/basics/format.ts';
import { type Attendance, type AttendanceMark, isComplete } from '@opora/domain/plans/attendance.ts';
import type { InstanceDetail } from '@opora/domain/plans/instance.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { attendanceTexts } from './attendance-catalog.ts';
import { AttendanceList } from './attendance-list.tsx';
import { useMarkAttendance } from './use-instances.ts';

type School = Attendance['schools'][number];
type Answer = 'unknown' | 'yes' | 'no';
/** What stands in the form of a school. */
type Typed = { readonly answer: Answer; readonly people: string };

type AttendanceSectionProps = { readonly instance: InstanceDetail; readonly attendance: Attendance };

/** Which schools took part in a common event: marked by who keeps it and by each school of itself, read by everybody else. */
export function AttendanceSection({ instance, attendance }: AttendanceSectionProps) {
  const texts = useTexts(attendanceTexts);
  const { language } = useLanguage();
  const { share, schools, mayMark } = attendance;
  return (
    <Stack gap="xs" component="section" aria-label={texts.attendance}>
      <div>
        <Title order={4} size="sm">
          {texts.attendance}
        </Title>
        {share !== null && (
          <Text size="sm">
            {isComplete(share)
              ? texts.share(formatShare(share.n, share.total, language), share.people)
              : texts.incomplete(share.n, share.total - share.marked)}
          </Text>
        )}
      </div>
      {mayMark ? <Marking instance={instance} schools={schools} /> : <Marks schools={schools} />}
    </Stack>
  );
}

const answerOf = ({ tookPart }: School): Answer => (tookPart === null ? 'unknown' : tookPart ? 'yes' : 'no');

function Marks({ schools }: { readonly schools: readonly School[] }) {
  const texts = useTexts(attendanceTexts);
  return (
    <SchoolTable>
      {schools.map((school) => (
        <Table.Tr key={school.orgUnitId}>
          <Table.Th scope="row" fw={400}>
            {school.name}
          </Table.Th>
          <Table.Td>{texts.answers[answerOf(school)]}</Table.Td>
          <Table.Td>{school.people ?? '—'}</Table.Td>
        </Table.Tr>
      ))}
    </SchoolTable>
  );
}

function SchoolTable({ children }: { readonly children: React.ReactNode }) {
  const texts = useTexts(attendanceTexts);
  return (
    <Table fz="sm" verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{texts.school}</Table.Th>
          <Table.Th>{texts.tookPart}</Table.Th>
          <Table.Th>{texts.people}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>{children}</Table.Tbody>
    </Table>
  );
}

type MarkingProps = { readonly instance: InstanceDetail; readonly schools: readonly School[] };

function Marking({ instance, schools }: MarkingProps) {
  const texts = useTexts(attendanceTexts);
  const { connectionLost } = useTexts(uiTexts);
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>(() =>
    Object.fromEntries(
      schools.map((school) => [
        school.orgUnitId,
        { answer: answerOf(school), people: school.people === null ? '' : String(school.people) },
      ]),
    ),
  );
  const mark = useMarkAttendance(instance.id);
  const of = ({ orgUnitId }: Pick<School, 'orgUnitId'>): Typed => typed[orgUnitId] ?? nothingTyped;
  const change = (changes: Readonly<Record<string, Typed>>) => setTyped({ ...typed, ...changes });
  const answerRest = (answer: Answer) =>
    change(
      Object.fromEntries(
        schools
          .filter((school) => of(school).answer === 'unknown')
          .map(({ orgUnitId }) => [orgUnitId, { answer, people: '' }]),
      ),
    );
  const marks = schools.flatMap((school) => markOf(school.orgUnitId, of(school)));
  const isWrong = marks.some(({ people }) => Number.isNaN(people));
  return (
    <>
      <Text size="xs" c="dimmed">
        {texts.hint}
      </Text>
      {schools.length > 1 && (
        <AttendanceList
          instanceId={instance.id}
          schools={schools}
          onRead={(found) =>
            change(
              Object.fromEntries(
                found.map(({ orgUnitId, people }) => [
                  orgUnitId,
                  { answer: 'yes', people: people === null ? '' : String(people) },
                ]),
              ),
            )
          }
        />
      )}
      <SchoolTable>
        {schools.map((school) => (
          <Table.Tr key={school.orgUnitId}>
            <Table.Th scope="row" fw={400}>
              {school.name}
            </Table.Th>
            <Table.Td>
              <SegmentedControl
                size="xs"
                aria-label={texts.answerOf(school.name)}
                value={of(school).answer}
                data={answers.map((value) => ({ value, label: texts.answers[value] }))}
                onChange={(value) =>
                  change({
                    [school.orgUnitId]: {
                      answer: answers.find((each) => each === value) ?? 'unknown',
                      people: value === 'yes' ? of(school).people : '',
                    },
                  })
                }
              />
            </Table.Td>
            <Table.Td>
              <TextInput
                size="xs"
                w={64}
                inputMode="numeric"
                aria-label={texts.peopleOf(school.name)}
                disabled={of(school).answer !== 'yes'}
                value={of(school).people}
                onChange={(event) =>
                  change({ [school.orgUnitId]: { ...of(school), people: event.currentTarget.value } })
                }
              />
            </Table.Td>
          </Table.Tr>
        ))}
      </SchoolTable>
      {isWrong && (
        <Text size="xs" c="var(--opora-late)">
          {texts.wrongPeople}
        </Text>
      )}
      {mark.error !== null && (
        <Text size="sm" c="var(--opora-late)" role="alert">
          {messageOf(mark.error, connectionLost)}
        </Text>
      )}
      <Group gap="xs">
        <Button
          size="xs"
          disabled={isWrong}
          loading={mark.isPending}
          onClick={() =>
            mark.mutate({ version: instance.version, marks }, { onSuccess: () => notify(texts.saved) })
          }
        >
          {texts.save}
        </Button>
        <Button size="xs" variant="default" onClick={() => answerRest('yes')}>
          {texts.allYes}
        </Button>
        <Button size="xs" variant="default" onClick={() => answerRest('no')}>
          {texts.allNo}
        </Button>
      </Group>
    </>
  );
}

const answers = ['unknown', 'yes', 'no'] as const satisfies readonly Answer[];
const nothingTyped: Typed = { answer: 'unknown', people: '' };

/** NaN people: what was typed is no number of people. */
function markOf(orgUnitId: string, { answer, people }: Typed): AttendanceMark[] {
  if (answer === 'unknown') return [];
  const text = people.trim();
  const count = text === '' ? null : /^[1-9]\d{0,4}$/.test(text) ? Number(text) : Number.NaN;
  return [{ orgUnitId, tookPart: answer === 'yes', people: answer === 'yes' ? count : null }];
}
