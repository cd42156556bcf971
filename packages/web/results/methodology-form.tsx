import { Alert, Button, Checkbox, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { OfferedMethodology } from '@opora/domain/results/identification-contract.ts';
import { IdentificationRule, type Methodology } from '@opora/domain/results/methodology.ts';
import { useTexts } from '../platform/language.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { methodologyTexts } from './methodology-catalog.ts';
import { ruleTexts } from './rule-catalog.ts';
import { RuleFields } from './rule-fields.tsx';
import { RuleSummary } from './rule-summary.tsx';
import { useSaveMethodology } from './use-identification.ts';
import { useTerritories } from './use-territories.ts';

type MethodologyFormProps = {
  readonly from: OfferedMethodology;
  /** A rule that was tried: its parts that are others now want a source each. */
  readonly tried?: IdentificationRule;
  readonly onDone: () => void;
};

type Part = keyof IdentificationRule;

/** The next version of an own methodology; of one that is not ours a copy under a name of its own. */
export function MethodologyForm({ from, tried, onDone }: MethodologyFormProps) {
  const texts = useTexts(methodologyTexts);
  const words = useTexts(uiTexts);
  const territories = useTerritories();
  const save = useSaveMethodology();
  const isNext = territories.some(({ id }) => id === from.orgUnitId);
  const { code, version } = from.methodology;
  const [asked] = useState(() => (tried === undefined ? [] : changedParts(from.methodology, tried)));
  const [methodology, setMethodology] = useState(() => ({
    ...startOf(from.methodology, tried, asked),
    title: isNext ? from.methodology.title : texts.copyOf(from.methodology.title),
  }));
  const [chosenOwner, setOwner] = useState(isNext ? from.orgUnitId : null);
  const [isTried, setTried] = useState(false);
  const owner = chosenOwner ?? territories[0]?.id ?? '';
  const change = (changes: Partial<Omit<Methodology, 'code' | 'version'>>) =>
    setMethodology((before) => ({ ...before, ...changes }));
  const { title, standing, sources, ...rule } = methodology;
  const submit = () => {
    setTried(true);
    if (title.trim() === '' || standing.trim() === '') return;
    if (asked.some((part) => sources[part] === undefined && rule[part] !== undefined)) return;
    save.mutate(
      { orgUnitId: owner, after: isNext ? { code, version } : null, methodology },
      {
        onSuccess: () => {
          notify(texts.saved);
          onDone();
        },
      },
    );
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="sm">
        {!isNext && (
          <NativeSelect
            label={texts.owner}
            value={owner}
            data={territories.map(({ id, shortName }) => ({ value: id, label: shortName }))}
            onChange={(event) => setOwner(event.currentTarget.value)}
          />
        )}
        <TextInput
          label={texts.title}
          required
          value={title}
          error={isTried && title.trim() === '' && texts.required}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <Textarea
          label={texts.standing}
          description={texts.standingHint}
          required
          autosize
          minRows={2}
          value={standing}
          error={isTried && standing.trim() === '' && texts.required}
          onChange={(event) => change({ standing: event.currentTarget.value })}
        />
        <Alert color="gray" title={texts.rule} role="status">
          <RuleSummary rule={rule} />
        </Alert>
        <RuleFields
          rule={rule}
          onChange={(changed) => setMethodology({ ...changed, title, standing, sources })}
        />
        <SourceFields
          rule={rule}
          sources={sources}
          asked={asked}
          isTried={isTried}
          onChange={(changed) => change({ sources: changed })}
        />
        {save.error !== null && (
          <Alert color="red" role="alert">
            {messageOf(save.error, words.connectionLost)}
          </Alert>
        )}
        <Group>
          <Button type="submit" loading={save.isPending}>
            {texts.save}
          </Button>
          <Button variant="default" onClick={onDone}>
            {texts.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function changedParts(before: IdentificationRule, after: IdentificationRule): Part[] {
  return IdentificationRule.keyof().options.filter(
    (part) => after[part] !== undefined && JSON.stringify(before[part]) !== JSON.stringify(after[part]),
  );
}

/** What the form starts from: sources of parts that changed are of what they were before. */
function startOf(
  { title, standing, sources, code: _code, version: _version, ...rule }: Methodology,
  tried: IdentificationRule | undefined,
  changed: readonly Part[],
): Omit<Methodology, 'code' | 'version'> {
  const kept = Object.entries(sources).filter(([part]) => !changed.some((one) => one === part));
  return { ...(tried ?? rule), title, standing, sources: Object.fromEntries(kept) };
}

type Sources = Methodology['sources'];

type SourceFieldsProps = {
  readonly rule: IdentificationRule;
  readonly sources: Sources;
  /** Parts that may not go without. */
  readonly asked: readonly Part[];
  readonly isTried: boolean;
  readonly onChange: (sources: Sources) => void;
};

/** Where each part of the rule comes from. An empty field is a part without a source, and is shown as such. */
function SourceFields({ rule, sources, asked, isTried, onChange }: SourceFieldsProps) {
  const texts = useTexts(methodologyTexts);
  const { parts } = useTexts(ruleTexts);
  const put = (part: Part, text: string, chosen: boolean) => {
    const { [part]: _before, ...others } = sources;
    onChange(text.trim() === '' ? others : { ...others, [part]: { text, chosen } });
  };
  return (
    <details open={asked.length > 0}>
      <summary>{texts.sources}</summary>
      <Stack gap="sm" mt="xs">
        {IdentificationRule.keyof()
          .options.filter((part) => rule[part] !== undefined)
          .map((part) => {
            const { text = '', chosen = false } = sources[part] ?? {};
            return (
              <div key={part}>
                <Textarea
                  label={texts.sourceOf(parts[part])}
                  autosize
                  required={asked.includes(part)}
                  error={isTried && asked.includes(part) && text === '' && texts.required}
                  value={text}
                  onChange={(event) => put(part, event.currentTarget.value, chosen)}
                />
                <Checkbox
                  size="xs"
                  mt={4}
                  label={texts.isChosen}
                  checked={chosen}
                  disabled={text === ''}
                  onChange={(event) => put(part, text, event.currentTarget.checked)}
                />
              </div>
            );
          })}
      </Stack>
    </details>
  );
}
