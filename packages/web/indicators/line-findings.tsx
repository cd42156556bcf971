import { Button, Stack, Text, Textarea } from '@mantine/core';
import { checkTexts } from '@opora/domain/indicators/check-catalog.ts';
import type { CheckFinding } from '@opora/domain/indicators/check-finding.ts';
import type { FormLine } from '@opora/domain/indicators/form-line.ts';
import type { FormAnswer } from '@opora/domain/indicators/school-form.ts';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { formTexts } from './form-catalog.ts';

export type ToldFinding = CheckFinding & { readonly answer: string | null };
export type Explain = (about: Pick<FormAnswer, 'checkKey' | 'seen' | 'answer'>) => void;

type LineFindingsProps = {
  readonly line: FormLine;
  readonly findings: readonly ToldFinding[];
  readonly nameOf: (code: string) => string;
  /** Null: the form is read and not filled in. */
  readonly onExplain: Explain | null;
};

/** What is wrong or strange about a line, beside its field. */
export function LineFindings({ line, findings, nameOf, onExplain }: LineFindingsProps) {
  const texts = useTexts(formTexts);
  const typed =
    line.value?.state === 'given' && line.value.typed !== null && line.texts.amount !== line.value.typed
      ? line.value.typed
      : null;
  return (
    <div id={`note-${line.definition.code}`} className="form-note">
      {line.finding !== null && (
        <span data-level={line.level}>
          {line.level === 'error' ? (
            <IconAlertTriangle size={14} aria-hidden />
          ) : (
            <IconInfoCircle size={14} aria-hidden />
          )}{' '}
          {(onExplain === null ? texts.findingsRead : texts.findings)[line.finding]}
        </span>
      )}
      {typed !== null && <span className="form-typed">{texts.typedAs(typed)}</span>}
      {findings.map((found) => (
        <Finding key={found.key} found={found} nameOf={nameOf} onExplain={onExplain} />
      ))}
    </div>
  );
}

type FindingProps = Pick<LineFindingsProps, 'nameOf' | 'onExplain'> & { readonly found: ToldFinding };

function Finding({ found, nameOf, onExplain }: FindingProps) {
  const texts = useTexts(formTexts);
  const words = useTexts(checkTexts);
  const { language } = useLanguage();
  const [typed, setTyped] = useState<string | null>(null);
  // What was explained asks nothing more, and a reader is asked nothing.
  const advice = onExplain === null || found.answer !== null ? undefined : words.advice[found.problem];
  const said = [words.problems[found.problem](found.facts, found.indicators.map(nameOf)), advice ?? ''];
  const Icon =
    found.answer !== null ? IconCircleCheck : found.severity === 'error' ? IconAlertTriangle : IconInfoCircle;
  const save = () => {
    onExplain?.({ checkKey: found.key, seen: found.seen, answer: typed ?? '' });
    setTyped(null);
  };
  return (
    <div lang={language}>
      <span data-level={found.answer === null ? found.severity : 'note'}>
        <Icon size={14} aria-hidden /> {said.join(' ').trim()}
      </span>
      {found.answer !== null && <Text size="xs">{texts.explained(found.answer)}</Text>}
      {found.severity === 'warning' && onExplain !== null && typed === null && (
        <Button size="compact-xs" variant="subtle" onClick={() => setTyped(found.answer ?? '')}>
          {found.answer === null ? texts.explain : texts.explainAgain}
        </Button>
      )}
      {typed !== null && (
        <Stack gap={4} align="flex-start">
          <Textarea
            size="xs"
            w="100%"
            autosize
            aria-label={texts.explanation}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button size="compact-xs" variant="default" onClick={save}>
            {texts.saveExplanation}
          </Button>
        </Stack>
      )}
    </div>
  );
}
