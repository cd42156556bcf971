import { useState } from 'react';
import type { PartyChoice, PartyOption } from '@opora/domain/plans/party-choice.ts';
import { useTexts } from '../platform/language.tsx';
import { type SearchOption, SearchSelect } from '../ui/search-select.tsx';
import { partyTexts } from './party-catalog.ts';
import { usePartyOptions } from './use-plans.ts';

type PartySelectProps = {
  readonly label: string;
  readonly printed: string;
  readonly chosen: PartyChoice;
  /** The likeliest, the chosen one among them. */
  readonly likely: readonly PartyOption[];
  readonly onChoose: (choice: PartyChoice, name: string) => void;
  readonly disabled?: boolean;
  readonly isOpened?: boolean;
  readonly place?: string;
};

/** Whom a printed name means: nobody known, one of the likely, or anybody found by words. */
export function PartySelect({ printed, chosen, likely, onChoose, ...select }: PartySelectProps) {
  const texts = useTexts(partyTexts);
  const [question, setQuestion] = useState('');
  const found = usePartyOptions({ printed, question }, question !== '').data;
  const asText: SearchOption = { value: textValue, label: texts.asText, about: texts.asTextAbout };
  return (
    <SearchSelect
      {...select}
      value={valueOf(chosen)}
      placeholder={texts.find}
      first={[asText, ...likely.map(optionOf)]}
      found={question === '' ? undefined : found?.map(optionOf)}
      onQuestion={setQuestion}
      onChoose={({ value, label }) => onChoose(choiceOfValue(value), label)}
    />
  );
}

const textValue = 'text';

const valueOf = (choice: PartyChoice): string =>
  choice.kind === 'text' ? textValue : `${choice.kind} ${choice.id}`;

function choiceOfValue(value: string): PartyChoice {
  const [kind, id] = value.split(' ');
  if (id === undefined) return { kind: 'text' };
  return kind === 'unit' ? { kind, id } : { kind: 'person', id };
}

const optionOf = ({ choice, name, place }: PartyOption): SearchOption => ({
  value: valueOf(choice),
  label: name,
  about: place,
});
