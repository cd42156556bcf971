import {
  Alert,
  Autocomplete,
  Button,
  Group,
  NativeSelect,
  NumberInput,
  Paper,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import type { ExamScaleFields } from '@opora/domain/results/exam-scale-contract.ts';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../platform/language.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { examImportTexts } from './exam-import-catalog.ts';
import { examScaleTexts } from './exam-scale-catalog.ts';
import { useAddExamScale } from './use-exam-scales.ts';

type Score = number | string;

/** Borders as they are typed: an empty field is «». */
const borders = ['three', 'four', 'five'] as const;

/** A new version of a scale. */
export function ExamScaleForm({ onDone }: { readonly onDone: () => void }) {
  const texts = useTexts(examScaleTexts);
  const words = useTexts(uiTexts);
  const { kinds, subjects } = useTexts(examImportTexts);
  const add = useAddExamScale();
  const [kind, setKind] = useState('ВПР');
  const [grade, setGrade] = useState('5');
  const [subject, setSubject] = useState('');
  const [year, setYear] = useState<Score>('');
  const [minimum, setMinimum] = useState<Score>('');
  const [marks, setMarks] = useState<Record<(typeof borders)[number], Score>>({
    three: '',
    four: '',
    five: '',
  });
  const [scoreMax, setScoreMax] = useState<Score>('');
  const [condition, setCondition] = useState('');
  const [source, setSource] = useState('');
  const typed = borders.map((border) => marks[border]);
  const fields: ExamScaleFields = {
    procedure: { kind: kind.trim(), grade: Number(grade), subject: subject.trim().toLowerCase() },
    year: Number(year),
    minimum: Number(minimum),
    marks: typed.every((border) => border === '') ? null : typed.map(Number),
    scoreMax: scoreMax === '' ? null : Number(scoreMax),
    condition: condition.trim() === '' ? null : condition.trim(),
    source: source.trim(),
  };
  const isReady =
    fields.procedure.kind !== '' &&
    fields.procedure.subject !== '' &&
    fields.source !== '' &&
    minimum !== '' &&
    year !== '' &&
    (fields.marks === null || !typed.includes(''));
  const save = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(fields, {
      onSuccess: ({ version, remade }) => {
        notify(texts.saved(version, remade));
        onDone();
      },
    });
  };
  return (
    <Paper withBorder p="md" component="form" onSubmit={save} aria-label={texts.add}>
      <Stack gap="sm">
        <Text c="dimmed">{texts.formHint}</Text>
        <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm">
          <Autocomplete label={texts.kind} value={kind} data={[...kinds]} onChange={setKind} required />
          <NativeSelect
            label={texts.grade}
            value={grade}
            data={Array.from({ length: 11 }, (_, at) => String(at + 1))}
            onChange={(event) => setGrade(event.currentTarget.value)}
          />
          <Autocomplete
            label={texts.subject}
            value={subject}
            data={[...subjects]}
            onChange={setSubject}
            required
          />
          <NumberInput label={texts.year} value={year} min={2000} max={2100} onChange={setYear} required />
          <NumberInput
            label={texts.minimum}
            value={minimum}
            min={0}
            max={200}
            onChange={setMinimum}
            required
          />
          {borders.map((border) => (
            <NumberInput
              key={border}
              label={texts[border]}
              value={marks[border]}
              min={0}
              max={200}
              onChange={(value) => setMarks((known) => ({ ...known, [border]: value }))}
            />
          ))}
          <NumberInput label={texts.scoreMax} value={scoreMax} min={0} max={200} onChange={setScoreMax} />
        </SimpleGrid>
        <Text size="sm" c="dimmed">
          {texts.marksHint}
        </Text>
        <TextInput
          label={texts.condition}
          value={condition}
          onChange={(event) => setCondition(event.currentTarget.value)}
        />
        <TextInput
          label={texts.source}
          description={texts.sourceHint}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
          required
        />
        {add.error !== null && (
          <Alert color="red" role="alert">
            {messageOf(add.error, words.connectionLost)}
          </Alert>
        )}
        <Group>
          <Button type="submit" loading={add.isPending} disabled={!isReady}>
            {texts.save}
          </Button>
          <Button variant="default" onClick={onDone}>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
