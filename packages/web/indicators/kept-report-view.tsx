import './kept-report-view.css';
import '../ui/stacked-table.css';
import { Alert, Button, Group, Stack, Table, Text } from '@mantine/core';
import { formatNumber } from '@opora/domain/basics/format.ts';
import {
  indicatorReportContract,
  type RecheckedReport,
  type ReportSheet,
} from '@opora/domain/indicators/report-contract.ts';
import { addressOf } from '../platform/call.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Section } from '../ui/section.tsx';
import { WideTable } from '../ui/wide-table.tsx';
import { reportsPageTexts } from './reports-catalog.ts';
import { useIndicatorReport, useRecheckReport } from './use-indicator-reports.ts';

/** A kept report as tables, its files, and what it comes to when it is done again. */
export function KeptReportView({ reportId }: { readonly reportId: string }) {
  const texts = useTexts(reportsPageTexts);
  const query = useIndicatorReport(reportId);
  const recheck = useRecheckReport();
  const params = { reportId };
  return (
    <Loaded query={query}>
      {({ report, sheets }) => (
        <Section title={report.title}>
          <Group className="screen-only">
            <Button
              component="a"
              variant="default"
              download
              href={addressOf(indicatorReportContract.exportIndicatorReport, { params })}
            >
              XLSX
            </Button>
            <Button
              component="a"
              variant="default"
              download
              href={addressOf(indicatorReportContract.printIndicatorReport, { params })}
            >
              DOCX
            </Button>
            <Button variant="default" loading={recheck.isPending} onClick={() => recheck.mutate(reportId)}>
              {texts.checkDigits}
            </Button>
          </Group>
          {recheck.data !== undefined && <Rechecked found={recheck.data} />}
          {sheets.map((sheet) => (
            <SheetTable key={sheet.name} sheet={sheet} />
          ))}
        </Section>
      )}
    </Loaded>
  );
}

function Rechecked({ found: { isSame, differing } }: { readonly found: RecheckedReport }) {
  const texts = useTexts(reportsPageTexts);
  const title = isSame ? texts.same : texts.notSame;
  return (
    <Alert
      color={isSame ? 'green' : 'red'}
      role="status"
      title={title}
      // A pale ground makes words of its own colour too pale to read.
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
    >
      <Text size="sm">{differing.length === 0 ? texts.todaySame : texts.todayDiffers(differing.length)}</Text>
      {differing.length > 0 && (
        <Table>
          <Table.Thead>
            <Table.Tr>
              {[texts.indicator, texts.period, texts.before, texts.today].map((name) => (
                <Table.Th key={name} scope="col">
                  {name}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {differing.map(({ name, at, kept, today }) => (
              <Table.Tr key={`${name} ${at}`}>
                <Table.Td>{name}</Table.Td>
                <Table.Td>{at}</Table.Td>
                <Table.Td>{kept}</Table.Td>
                <Table.Td>{today}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Alert>
  );
}

/** In pixels: words take more than a number. */
const [textWidth, numberWidth] = [130, 66];

const widthOf = (columns: ReportSheet['columns']): number =>
  columns.reduce((sum, { kind }) => sum + (kind === 'text' ? textWidth : numberWidth), 0);

function SheetTable({ sheet: { name, notes, columns, rows } }: { readonly sheet: ReportSheet }) {
  const { language } = useLanguage();
  const written = (cell: string | number, kind: ReportSheet['columns'][number]['kind']): string => {
    if (typeof cell === 'string') return cell;
    return kind === 'share'
      ? `${formatNumber(cell * 100, language)}\u00A0%`
      : formatNumber(cell, language, 2);
  };
  return (
    <Stack gap="xs">
      <WideTable minWidth={widthOf(columns)}>
        <Table className="stacked-table report-sheet" aria-label={name}>
          <Table.Thead>
            <Table.Tr>
              {columns.map(({ title, kind }) => (
                <Table.Th key={title} scope="col" ta={kind === 'text' ? 'left' : 'right'}>
                  {title}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.slice(0, 3).join(' ')}>
                {columns.map(({ title, kind }, at) =>
                  at === 0 ? (
                    <Table.Th key={title} scope="row" fw={400}>
                      {written(row[at] ?? '', kind)}
                    </Table.Th>
                  ) : (
                    <Table.Td
                      key={title}
                      ta={kind === 'text' ? 'left' : 'right'}
                      data-title={title}
                      data-empty={(row[at] ?? '') === '' || undefined}
                    >
                      {written(row[at] ?? '', kind)}
                    </Table.Td>
                  ),
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
      {notes.map((note) => (
        <Text key={note} size="sm" c="dimmed" className="report-note">
          {note}
        </Text>
      ))}
    </Stack>
  );
}
