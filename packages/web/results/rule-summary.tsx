import { List } from '@mantine/core';
import type { IdentificationRule } from '@opora/domain/results/methodology.ts';
import { ruleWords } from '@opora/domain/results/rule-words.ts';
import { useLanguage } from '../platform/language.tsx';

/** The rule in plain sentences, written from the rule itself. */
export function RuleSummary({ rule }: { readonly rule: IdentificationRule }) {
  const { language } = useLanguage();
  return (
    <List size="sm" spacing={2}>
      {ruleWords(rule, language).map((sentence, at) => (
        <List.Item key={sentence} fw={at === 0 ? 600 : undefined}>
          {sentence}
        </List.Item>
      ))}
    </List>
  );
}
