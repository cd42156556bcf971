import { Table, Text } from '@mantine/core';
import { auditWords } from '@opora/domain/accounts/audit-catalog.ts';
import type { AuditEntry } from '@opora/domain/accounts/audit-contract.ts';
import { auditValues, codeColumns } from '@opora/domain/accounts/audit-values-catalog.ts';
import { roleNames } from '@opora/domain/accounts/role-catalog.ts';
import { listSign } from '@opora/domain/accounts/row-changes.ts';
import { isCalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { formatDate } from '@opora/domain/basics/format.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { momentText } from '../ui/moment-text.ts';
import { auditTexts } from './audit-catalog.ts';

export function ChangesTable({ entries }: { readonly entries: readonly AuditEntry[] }) {
  const texts = useTexts(auditTexts);
  const { language } = useLanguage();
  return (
    <Table.ScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table aria-label={texts.changes} verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{texts.when}</Table.Th>
            <Table.Th scope="col">{texts.who}</Table.Th>
            <Table.Th scope="col">{texts.thing}</Table.Th>
            <Table.Th scope="col">{texts.was}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map((entry) => (
            <Table.Tr key={entry.cursor} style={{ verticalAlign: 'top' }}>
              <Table.Td>{momentText(entry.at, language)}</Table.Td>
              <Table.Td>{entry.actorName ?? (entry.actorId === null ? texts.system : texts.hidden)}</Table.Td>
              <Table.Td>
                <Thing entry={entry} />
              </Table.Td>
              <Table.Td>
                <Fields entry={entry} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Thing({ entry }: { readonly entry: AuditEntry }) {
  const texts = useTexts(auditTexts);
  const tables: Readonly<Record<string, string>> = useTexts(auditWords).tables;
  return (
    <>
      <Text size="sm">
        {tables[entry.table] ?? entry.table}: {texts[entry.change]}
      </Text>
      {entry.thing !== null && (
        <Text size="sm" c="dimmed" lineClamp={2}>
          {entry.thing}
        </Text>
      )}
    </>
  );
}

function Fields({ entry }: { readonly entry: AuditEntry }) {
  const texts = useTexts(auditTexts);
  const columns: Readonly<Record<string, string>> = useTexts(auditWords).columns;
  const valueText = useValueText();
  return entry.fields.map((field) => (
    <Text size="sm" key={field.name} lineClamp={4}>
      {columns[field.name] ?? field.name}:{' '}
      {entry.change !== 'insert' && <s>{valueText(field.name, field.old) ?? texts.nothing}</s>}
      {entry.change === 'update' && ' → '}
      {entry.change !== 'delete' && (valueText(field.name, field.new) ?? texts.nothing)}
    </Text>
  ));
}

/** A stored value of a column as a person reads it; null when there is none. */
function useValueText(): (column: string, value: string | null) => string | null {
  const texts = useTexts(auditTexts);
  const names: Readonly<Record<string, string>> = useTexts(roleNames);
  const values: Readonly<Record<string, string>> = useTexts(auditValues);
  const { language } = useLanguage();
  const word = (value: string): string => {
    if (value === '…') return texts.secret;
    if (value === 'true' || value === 'false') return value === 'true' ? texts.yes : texts.no;
    if (isCalendarDate(value)) return formatDate(value);
    if (/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(value)) return texts.unseen;
    return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value) ? momentText(value, language) : value;
  };
  const code = (value: string): string => names[value] ?? values[value] ?? word(value);
  return (column, value) => {
    if (value === null) return null;
    return codeColumns.has(column) ? value.split(listSign).map(code).join(', ') : word(value);
  };
}
