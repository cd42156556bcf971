import { Alert, Autocomplete, Checkbox, NativeSelect, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import type { ExamImportReview } from '@opora/domain/results/exam-import-contract.ts';
import type { ExamMapping } from '@opora/domain/results/plan-exam-import.ts';
import type { ReportFactName } from '@opora/domain/results/reading/report.ts';
import { reportLayoutTexts } from '@opora/domain/results/reading/report-layout-catalog.ts';
import { useTexts } from '../platform/language.tsx';
import { Section } from '../ui/section.tsx';
import { examImportTexts } from './exam-import-catalog.ts';

type Said = ExamMapping['reports'][number];
type Known = ExamImportReview['reports'][number];

type ExamImportReportsProps = {
  readonly review: ExamImportReview;
  readonly onChange: (reports: ExamMapping['reports']) => void;
};

/** Each table of the file as it was recognised, with what it does not say. */
export function ExamImportReports({ review, onChange }: ExamImportReportsProps) {
  const texts = useTexts(examImportTexts);
  const { reports, unknownSheets, mapping } = review;
  return (
    <Section title={texts.understood}>
      {reports.length === 0 && <Alert role="alert">{texts.nothingKnown}</Alert>}
      {reports.map((report, at) => {
        const said = mapping.reports[at];
        if (said === undefined) return null;
        return (
          <ReportCard
            // Reports have no names of their own; their order never changes.
            key={at}
            report={report}
            said={said}
            onChange={(next) => onChange(mapping.reports.map((one, place) => (place === at ? next : one)))}
          />
        );
      })}
      {unknownSheets.map(({ number, heads }) => (
        <Text key={number} c="dimmed">
          {texts.unknownSheet(number, heads.join(' | '))}
        </Text>
      ))}
    </Section>
  );
}

type ReportCardProps = {
  readonly report: Known;
  readonly said: Said;
  readonly onChange: (said: Said) => void;
};

function ReportCard({ report, said, onChange }: ReportCardProps) {
  const texts = useTexts(examImportTexts);
  const layouts = useTexts(reportLayoutTexts);
  const { asks, unknownColumns, markers } = report;
  return (
    <Paper withBorder p="sm">
      <Stack gap="xs">
        <Checkbox
          label={texts.report(report.sheet, layouts[report.layout])}
          checked={said.taken}
          onChange={(event) => onChange({ ...said, taken: event.currentTarget.checked })}
        />
        <Text size="sm">{texts.reportCounts(report)}</Text>
        {asks.length > 0 && said.taken && <Asked report={report} said={said} onChange={onChange} />}
        {markers.all > 0 && <Text size="sm">{texts.markers(markers.marked, markers.all)}</Text>}
        {unknownColumns.length > 0 && (
          <Text size="sm" c="dimmed">
            {texts.unknownColumns(
              unknownColumns.map(({ head, column }) => `«${head}» (${texts.column(column)})`).join(', '),
            )}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

const grades = Array.from({ length: 11 }, (_, at) => String(at + 1));

/** Asked once for the whole table; what is filled in before is a guess and says so. */
function Asked({ report: { asks, guess }, said, onChange }: ReportCardProps) {
  const texts = useTexts(examImportTexts);
  const about = (name: ReportFactName): string | null =>
    said[name] === null ? texts.needed : said[name] === guess[name] ? texts.guessed : null;
  const asked = (name: ReportFactName): boolean => asks.includes(name);
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm" role="group" aria-label={texts.asked}>
      {asked('kind') && (
        <WordField
          label={texts.facts.kind}
          description={about('kind')}
          value={said.kind}
          data={texts.kinds}
          onChange={(kind) => onChange({ ...said, kind })}
        />
      )}
      {asked('grade') && (
        <NativeSelect
          label={texts.facts.grade}
          description={about('grade')}
          value={said.grade ?? ''}
          data={['', ...grades]}
          onChange={(event) => onChange({ ...said, grade: Number(event.currentTarget.value) || null })}
        />
      )}
      {asked('subject') && (
        <WordField
          label={texts.facts.subject}
          description={about('subject')}
          value={said.subject}
          data={texts.subjects}
          onChange={(subject) => onChange({ ...said, subject })}
        />
      )}
      {asked('year') && (
        <NativeSelect
          label={texts.facts.year}
          description={about('year')}
          value={said.year ?? ''}
          data={['', ...yearsAround(guess.year)]}
          onChange={(event) => onChange({ ...said, year: Number(event.currentTarget.value) || null })}
        />
      )}
    </SimpleGrid>
  );
}

/** Ten years back from the one after the guess. */
function yearsAround(guess: number | null): string[] {
  const last = (guess ?? new Date().getFullYear()) + 1;
  return Array.from({ length: 12 }, (_, at) => String(last - at));
}

type WordFieldProps = {
  readonly label: string;
  readonly description: string | null;
  readonly value: string | null;
  readonly data: readonly string[];
  readonly onChange: (value: string | null) => void;
};

/** A word of a list or the person's own; sent when it is chosen or left. */
function WordField({ value, data, onChange, description, ...rest }: WordFieldProps) {
  const send = (text: string) => {
    const next = text.trim() === '' ? null : text.trim();
    if (next !== value) onChange(next);
  };
  return (
    <Autocomplete
      {...rest}
      // A new answer of the server is shown anew.
      key={value}
      description={description}
      defaultValue={value ?? ''}
      data={[...data]}
      onOptionSubmit={send}
      onBlur={(event) => send(event.currentTarget.value)}
    />
  );
}
