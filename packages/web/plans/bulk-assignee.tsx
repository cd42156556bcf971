import { useState } from 'react';
import { useTexts } from '../platform/language.tsx';
import { SearchSelect } from '../ui/search-select.tsx';
import { assigneeTexts } from './assignee-catalog.ts';
import { optionOf } from './instance-assignee.tsx';
import { useAssignees } from './use-instances.ts';

type BulkAssigneeProps = {
  /** One of the instances: whom it knows is offered, and each of the others is asked by itself whether she fits. */
  readonly instanceId: string;
  /** Null: nobody in particular. */
  readonly onChoose: (personId: string | null) => void;
};

const nobody = 'nobody';

/** Who does all of them. */
export function BulkAssignee({ instanceId, onChoose }: BulkAssigneeProps) {
  const texts = useTexts(assigneeTexts);
  const [question, setQuestion] = useState('');
  const [chosen, setChosen] = useState<{ value: string; label: string; about: string | null } | null>(null);
  const nearest = useAssignees(instanceId, '').data ?? [];
  const found = useAssignees(instanceId, question).data;
  const nobodyOption = { value: nobody, label: texts.nobody, about: null };
  const first = [nobodyOption, ...nearest.map(optionOf)];
  const isOffered = chosen === null || first.some(({ value }) => value === chosen.value);
  return (
    <SearchSelect
      // The chosen name is what stands in the field from then on.
      key={chosen?.value ?? ''}
      label={texts.who}
      placeholder={texts.find}
      value={chosen?.value ?? null}
      first={isOffered ? first : [chosen, ...first]}
      found={question === '' ? undefined : found?.map(optionOf)}
      onQuestion={setQuestion}
      onChoose={(option) => {
        setChosen(option);
        onChoose(option.value === nobody ? null : option.value);
      }}
    />
  );
}
