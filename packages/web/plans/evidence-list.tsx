import { Anchor, CloseButton, Group, Stack, Text, Title } from '@mantine/core';
import { formatNumber } from '@opora/domain/basics/format.ts';
import { wordsOfEvidence } from '@opora/domain/plans/evidence-words.ts';
import { type Evidence, reachesTarget } from '@opora/domain/plans/evidence.ts';
import type { InstanceDetail } from '@opora/domain/plans/instance.ts';
import { instancesContract } from '@opora/domain/plans/instances-contract.ts';
import type { ExpectedResult } from '@opora/domain/plans/plan.ts';
import { addressOf } from '../platform/call.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { instanceTexts } from './instance-catalog.ts';
import { useRemoveEvidence } from './use-instances.ts';

/** What was given, by the expected result that it proves. */
export function EvidenceList({ instance }: { readonly instance: InstanceDetail }) {
  const texts = useTexts(instanceTexts);
  const beside = instance.evidence.filter((item) => item.expectedResultId === null);
  return (
    <Stack gap="xs">
      <Title order={4} size="sm">
        {texts.evidence}
      </Title>
      {instance.evidence.length === 0 && <Text size="sm">{texts.noEvidence}</Text>}
      {instance.expected.map((result) => {
        const given = instance.evidence.filter((item) => item.expectedResultId === result.id);
        return (
          <div key={result.id}>
            <Text size="sm" c="dimmed">
              {result.raw}
            </Text>
            {given.length === 0 && <Text size="sm">—</Text>}
            <EvidenceItems items={given} result={result} isOpen={false} />
          </div>
        );
      })}
      <EvidenceItems items={beside} result={null} isOpen={false} />
    </Stack>
  );
}

type EvidenceItemsProps = {
  readonly items: readonly Evidence[];
  readonly result: ExpectedResult | null;
  /** It can still be taken back. */
  readonly isOpen: boolean;
};

export function EvidenceItems({ items, result, isOpen }: EvidenceItemsProps) {
  const texts = useTexts(instanceTexts);
  const { language } = useLanguage();
  const remove = useRemoveEvidence();
  return (
    <ul className="plain-list">
      {items.map((item) => (
        <li key={item.id}>
          <Group justify="space-between" wrap="nowrap" gap="xs">
            <Text size="sm">
              <EvidenceText item={item} />
              {item.kind === 'count' && result !== null && <TargetText target={result} count={item} />}
            </Text>
            {isOpen && (
              <CloseButton
                size="sm"
                aria-label={texts.takeBack(wordsOfEvidence(item, language))}
                onClick={() => remove.mutate(item.id)}
              />
            )}
          </Group>
        </li>
      ))}
    </ul>
  );
}

type TargetTextProps = {
  readonly target: ExpectedResult;
  readonly count: { readonly n: number; readonly total: number };
};

/** « · обещано 30 % — достигнуто» after a count; nothing where no number was promised. */
export function TargetText({ target, count }: TargetTextProps) {
  const texts = useTexts(instanceTexts);
  const { language } = useLanguage();
  const isReached = reachesTarget(target, count);
  if (isReached === null) return null;
  const { targetShare, targetCount } = target;
  const promised = [
    targetShare === null ? null : `${formatNumber(targetShare * 100, language)}\u00A0%`,
    targetCount === null ? null : texts.atLeast(targetCount),
  ];
  const words = promised.filter((word) => word !== null).join(', ');
  return (
    <Text span inherit {...(isReached ? {} : { c: 'var(--opora-late)' })}>
      {` · ${texts.target(words, isReached)}`}
    </Text>
  );
}

/** What was given, as it is opened: a link, a file to load, or its words. */
export function EvidenceText({ item }: { readonly item: Evidence }) {
  const { language } = useLanguage();
  switch (item.kind) {
    case 'link':
      return (
        <Anchor inherit href={item.link} target="_blank" rel="noreferrer noopener">
          {item.title ?? item.link}
        </Anchor>
      );
    case 'file':
      return (
        <Anchor
          inherit
          href={addressOf(instancesContract.getEvidenceFile, { params: { evidenceId: item.id } })}
          download
        >
          {item.name}
        </Anchor>
      );
    case 'document':
    case 'count':
    case 'note':
      return <>{wordsOfEvidence(item, language)}</>;
  }
}
