import './plain-list.css';
import { Text } from '@mantine/core';
import type { RunDisclosure } from '@opora/domain/results/identification-run.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { momentText } from '../ui/moment-text.ts';
import { Section } from '../ui/section.tsx';
import { runTexts } from './run-catalog.ts';

type DisclosureListProps = {
  readonly disclosures: readonly RunDisclosure[];
  /** The name of the school where several are listed. */
  readonly nameOf?: (orgUnitId: string) => string;
};

/** Who opened exact numbers, when and why; nothing where nobody has. */
export function DisclosureList({ disclosures, nameOf }: DisclosureListProps) {
  const texts = useTexts(runTexts);
  const { language } = useLanguage();
  if (disclosures.length === 0) return null;
  return (
    <Section title={texts.disclosures}>
      <ul className="plain-list">
        {disclosures.map(({ id, orgUnitId, openedBy, openedAt, reason }) => (
          <li key={id}>
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {[
                ...(nameOf === undefined ? [] : [nameOf(orgUnitId)]),
                openedBy ?? '—',
                momentText(openedAt, language),
              ].join(' · ')}
            </Text>
            <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {reason}
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  );
}
