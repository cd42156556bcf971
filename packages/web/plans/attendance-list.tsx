import { Button, FileButton, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Attendance } from '@opora/domain/plans/attendance.ts';
import type { ReadAttendance } from '@opora/domain/plans/read-attendance.ts';
import { useTexts } from '../platform/language.tsx';
import { messageOf } from '../ui/message-of.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { attendanceTexts } from './attendance-catalog.ts';
import { useReadAttendance } from './use-instances.ts';

type Found = ReadAttendance['found'];

type AttendanceListProps = {
  readonly instanceId: string;
  readonly schools: readonly Attendance['schools'][number][];
  /** Schools that the list names, for the form; nothing is saved yet. */
  readonly onRead: (found: Found) => void;
};

/** A list of those who came, pasted or as a file; what fits no school for certain is asked about. */
export function AttendanceList({ instanceId, schools, onRead }: AttendanceListProps) {
  const texts = useTexts(attendanceTexts);
  const { connectionLost } = useTexts(uiTexts);
  const [text, setText] = useState('');
  const read = useReadAttendance(instanceId);
  const send = (list: string | File) =>
    read.mutate(list, { onSuccess: ({ found }) => onRead(known(found, schools)) });
  return (
    <details>
      <summary>{texts.list}</summary>
      <Stack gap="xs" mt="xs">
        <Textarea
          aria-label={texts.list}
          description={texts.listHint}
          autosize
          minRows={3}
          maxRows={10}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            disabled={text.trim() === ''}
            loading={read.isPending}
            onClick={() => send(text)}
          >
            {texts.read}
          </Button>
          <FileButton
            accept=".xlsx,.xls,.ods,.csv"
            onChange={(file) => {
              if (file !== null) send(file);
            }}
          >
            {(button) => (
              <Button {...button} size="xs" variant="default" loading={read.isPending}>
                {texts.file}
              </Button>
            )}
          </FileButton>
        </Group>
        {read.error !== null && (
          <Text size="sm" c="var(--opora-late)" role="alert">
            {messageOf(read.error, connectionLost)}
          </Text>
        )}
        {read.data !== undefined && (
          <>
            <Text size="sm" role="status">
              {texts.found(known(read.data.found, schools).length)}
            </Text>
            {read.data.leftOut > 0 && (
              <Text size="sm" c="var(--opora-late)" role="alert">
                {texts.leftOut(read.data.leftOut)}
              </Text>
            )}
            <Doubts doubts={read.data.doubts} schools={schools} onRead={onRead} />
          </>
        )}
      </Stack>
    </details>
  );
}

/** The list may name a school that was not in the plan that day. */
const known = (found: Found, schools: AttendanceListProps['schools']): Found =>
  found.filter(({ orgUnitId }) => schools.some((school) => school.orgUnitId === orgUnitId));

type DoubtsProps = Pick<AttendanceListProps, 'schools' | 'onRead'> & Pick<ReadAttendance, 'doubts'>;

function Doubts({ doubts, schools, onRead }: DoubtsProps) {
  const texts = useTexts(attendanceTexts);
  if (doubts.length === 0) return null;
  return (
    <>
      <Text size="sm">{texts.doubts}</Text>
      {doubts.map(({ printed, people, candidates }) => {
        const likely = schools.filter(({ orgUnitId }) => candidates.includes(orgUnitId));
        const rest = schools.filter(({ orgUnitId }) => !candidates.includes(orgUnitId));
        return (
          <Select
            key={printed}
            size="xs"
            label={texts.doubt(printed, people)}
            placeholder={texts.chooseSchool}
            searchable
            data={[...likely, ...rest].map(({ orgUnitId, name }) => ({ value: orgUnitId, label: name }))}
            onChange={(orgUnitId) => {
              if (orgUnitId !== null) onRead([{ orgUnitId, people }]);
            }}
          />
        );
      })}
    </>
  );
}
