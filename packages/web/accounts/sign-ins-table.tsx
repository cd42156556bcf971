import { Table } from '@mantine/core';
import type { SignInEntry } from '@opora/domain/accounts/audit-contract.ts';
import { deviceName } from '@opora/domain/accounts/device-name.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { momentText } from '../ui/moment-text.ts';
import { StateBadge, type StateTone } from '../ui/state-badge.tsx';
import { auditTexts } from './audit-catalog.ts';

const tones: Readonly<Record<SignInEntry['outcome'], StateTone>> = {
  'signed-in': 'accepted',
  'signed-out': 'ended',
  'unknown-person': 'waits',
  'wrong-password': 'waits',
  'wrong-code': 'waits',
  locked: 'late',
  'too-many': 'late',
  'recovery-code': 'current',
};

export function SignInsTable({ entries }: { readonly entries: readonly SignInEntry[] }) {
  const texts = useTexts(auditTexts);
  const { language } = useLanguage();
  return (
    <Table.ScrollContainer minWidth={560} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table aria-label={texts.signIns}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{texts.when}</Table.Th>
            <Table.Th scope="col">{texts.who}</Table.Th>
            <Table.Th scope="col">{texts.outcome}</Table.Th>
            <Table.Th scope="col">{texts.device}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map((entry) => (
            <Table.Tr key={entry.cursor}>
              <Table.Td>{momentText(entry.at, language)}</Table.Td>
              <Table.Td>
                {entry.personName ?? (entry.personId === null ? texts.nobody : texts.hidden)}
              </Table.Td>
              <Table.Td>
                <StateBadge tone={tones[entry.outcome]} word={texts.outcomes[entry.outcome]} />
              </Table.Td>
              <Table.Td>
                {[deviceName(entry.userAgent), entry.address].filter((part) => part !== null).join(' · ')}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
