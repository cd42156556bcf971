import './changes-table.css';
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
    <div className="changes">
      {/* The roles are written out: a phone draws rows as cards, and blocks lose the roles of a table. */}
      <Table role="table" aria-label={texts.changes} verticalSpacing="xs">
        <Table.Thead role="rowgroup">
          <Table.Tr role="row">
            <Table.Th role="columnheader">{texts.when}</Table.Th>
            <Table.Th role="columnheader">{texts.who}</Table.Th>
            <Table.Th role="columnheader">{texts.thing}</Table.Th>
            <Table.Th role="columnheader">{texts.was}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody role="rowgroup">
          {entries.map((entry) => (
            <Table.Tr role="row" key={entry.cursor}>
              <Table.Td role="cell">{momentText(entry.at, language)}</Table.Td>
              <Table.Td role="cell">
                {entry.actorName ?? (entry.actorId === null ? texts.system : texts.hidden)}
              </Table.Td>
              <Table.Td role="cell">
                <Thing entry={entry} />
              </Table.Td>
              <Table.Td role="cell">
                <Fields entry={entry} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
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

/** More fields than these are folded: a row added whole has a dozen, and the next change must stay in sight. */
const unfoldedFieldsMax = 5;

function Fields({ entry }: { readonly entry: AuditEntry }) {
  const texts = useTexts(auditTexts);
  // The added or removed row is named by its thing already.
  const fields = entry.fields.filter(
    ({ old, new: next }) => entry.change === 'update' || (old ?? next) !== entry.thing,
  );
  if (fields.length <= unfoldedFieldsMax + 1) return <FieldLines change={entry.change} fields={fields} />;
  return (
    <>
      <FieldLines change={entry.change} fields={fields.slice(0, unfoldedFieldsMax)} />
      <details className="changes-rest">
        <summary>{texts.moreFields(fields.length - unfoldedFieldsMax)}</summary>
        <FieldLines change={entry.change} fields={fields.slice(unfoldedFieldsMax)} />
      </details>
    </>
  );
}

function FieldLines({ change, fields }: Pick<AuditEntry, 'change' | 'fields'>) {
  const texts = useTexts(auditTexts);
  const columns: Readonly<Record<string, string>> = useTexts(auditWords).columns;
  const valueText = useValueText();
  return fields.map((field) => (
    <Text size="sm" key={field.name} lineClamp={4}>
      {columns[field.name] ?? field.name}:{' '}
      {change !== 'insert' && <s>{valueText(field.name, field.old) ?? texts.nothing}</s>}
      {change === 'update' && ' → '}
      {change !== 'delete' && (valueText(field.name, field.new) ?? texts.nothing)}
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
