import { Anchor, Button, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback, useWindowEvent } from '@mantine/hooks';
import { differsFromRegister } from '@opora/domain/indicators/checks/check-registers.ts';
import type { CellTexts } from '@opora/domain/indicators/form-cell.ts';
import type { FormLine } from '@opora/domain/indicators/form-line.ts';
import type { FormOffer, FormValue, SchoolForm } from '@opora/domain/indicators/school-form.ts';
import { Link } from '@tanstack/react-router';
import { memo, useState } from 'react';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { formTexts } from './form-catalog.ts';
import { type Explain, LineFindings, type ToldFinding } from './line-findings.tsx';
import { moveBetween } from './move-between.ts';
import { measureText, valueText } from './value-text.ts';
import { YesNoField } from './yes-no-field.tsx';

type FormLineProps = {
  readonly line: FormLine;
  readonly previous: FormValue | null;
  /** Kept back from the reader; what was entered is known to the school alone. */
  readonly isHidden: boolean;
  readonly offer: FormOffer | null;
  readonly isLocked: boolean;
  /** The form that asks this total: given there. */
  readonly askedIn: SchoolForm['askedIn'][number] | null;
  readonly findings: readonly ToldFinding[];
  readonly nameOf: (code: string) => string;
  readonly onExplain: Explain;
  readonly onPut: (code: string, texts: CellTexts) => void;
  readonly onTake: (offer: FormOffer) => void;
};

const saveAfterMs = 700;

/** One indicator: what is given, of how many, what it was before, and what is strange about it. */
export const FormLineView = memo(function FormLineView(props: FormLineProps) {
  const { line, previous, isHidden, isLocked, askedIn } = props;
  const texts = useTexts(formTexts);
  const { language } = useLanguage();
  const { definition, value } = line;
  const { code, unit } = definition;
  return (
    <tr id={`line-${code}`} data-level={levelOf(props)} data-filled={line.isFilled}>
      <th scope="row">
        {definition.name[language]}
        <Text size="xs" c="dimmed" component="div">
          {[code, texts.directions[definition.direction], definition.isDiagnosticOnly ? texts.diagnostic : '']
            .filter((part) => part !== '')
            .join(' · ')}
        </Text>
      </th>
      {isLocked || isHidden || askedIn !== null ? (
        <td colSpan={3} className="form-said">
          {valueText(unit, isHidden ? hiddenValue : value, { texts, language })}
          {askedIn !== null && !isLocked && (
            <Text size="sm" component="div">
              <Anchor
                size="sm"
                renderRoot={(link) => (
                  <Link
                    {...link}
                    to="/monitoring/forms/$submissionId"
                    params={{ submissionId: askedIn.submissionId }}
                  />
                )}
              >
                {texts.askedIn(askedIn.title)}
              </Anchor>
            </Text>
          )}
          <LineFindings line={line} findings={props.findings} nameOf={props.nameOf} onExplain={null} />
        </td>
      ) : (
        <Fields {...props} />
      )}
      <td className="form-before" data-label={texts.previousNone}>
        {previous === null ? '—' : valueText(unit, previous, { texts, language })}
      </td>
    </tr>
  );
});

function levelOf({ line, findings }: FormLineProps): 'error' | 'warning' | undefined {
  if (line.level === 'error' || findings.some(({ severity }) => severity === 'error')) return 'error';
  const isOpen = findings.some(({ severity, answer }) => severity === 'warning' && answer === null);
  return line.level === 'warning' || isOpen ? 'warning' : undefined;
}

const hiddenValue = { state: 'given', amount: null, total: null, typed: null, isHidden: true } as const;

function Fields({ line, findings, nameOf, offer, onPut, onTake, onExplain }: FormLineProps) {
  const texts = useTexts(formTexts);
  const { language } = useLanguage();
  const { definition, value } = line;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const isOfTotal = line.finding === 'wrong-total' || errors.some(({ problem }) => problem === 'no-total');
  const isWrong = line.level === 'error' || errors.length > 0;
  const [draft, setDraft] = useState<CellTexts | null>(null);
  const shown = draft ?? line.texts;
  const put = useDebouncedCallback((next: CellTexts) => onPut(definition.code, next), {
    delay: saveAfterMs,
    flushOnUnmount: true,
  });
  // What was typed a moment before the page is left or loaded anew is kept on this device.
  useWindowEvent('pagehide', () => put.flush());
  const type = (part: Partial<CellTexts>) => {
    const next = { ...shown, ...part };
    setDraft(next);
    put(next);
  };
  const settle = () => {
    put.flush();
    setDraft(null);
  };
  const field = (name: keyof CellTexts, label: string, placeholder: string) => (
    <TextInput
      size="sm"
      aria-label={label}
      error={isWrong && isOfTotal === (name === 'total')}
      aria-describedby={`note-${definition.code}`}
      data-code={definition.code}
      data-field={name}
      autoComplete="off"
      placeholder={placeholder}
      value={shown[name]}
      onChange={(event) => type({ [name]: event.currentTarget.value })}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          put.cancel();
          setDraft(null);
        } else moveBetween(event);
      }}
    />
  );
  const name = definition.name[language];
  const isChosen = definition.unit === 'yes-no';
  return (
    <>
      <td data-label={texts.amount} colSpan={isChosen ? 2 : 1}>
        {isChosen ? (
          <YesNoField line={line} isWrong={isWrong} onPut={onPut} />
        ) : (
          field('amount', texts.amountOf(name), texts.notGiven)
        )}
        <LineFindings line={line} findings={findings} nameOf={nameOf} onExplain={onExplain} />
        {offer !== null && isOffered(line, offer) && <Offer line={line} offer={offer} onTake={onTake} />}
      </td>
      {!isChosen && (
        <td data-label={texts.total}>
          {definition.totalOf !== null && field('total', texts.totalOf(name), '')}
        </td>
      )}
      <td className="form-measure" data-label={texts.share}>
        {value?.state === 'not-applicable'
          ? texts.notApplicable
          : measureText(definition.unit, value, language)}
      </td>
    </>
  );
}

/** What is known stands by while the line is empty; what a register knows also beside another number. */
function isOffered({ definition, value, isFilled }: FormLine, offer: FormOffer): boolean {
  if (!isFilled || value === null) return true;
  if (offer.origin.kind !== 'register') return false;
  if (value.amount === null) return true;
  return differsFromRegister(definition, { amount: value.amount, total: value.total }, offer);
}

type OfferProps = Pick<FormLineProps, 'line' | 'onTake'> & { readonly offer: FormOffer };

function Offer({ line, offer, onTake }: OfferProps) {
  const texts = useTexts(formTexts);
  const { language } = useLanguage();
  const { unit, name } = line.definition;
  const value = valueText(unit, { ...offer, state: 'given', typed: null }, { texts, language });
  const { origin } = offer;
  const action = origin.kind === 'previous' ? texts.offers.takePrevious : texts.offers.take;
  return (
    <div className="form-offer">
      {origin.kind === 'register' && (
        <Text size="xs" span>
          {texts.offers.register(value, origin[language])}
        </Text>
      )}
      <Button
        size="compact-xs"
        variant="default"
        aria-label={texts.offers.takeFor(action, name[language], value)}
        onClick={() => onTake(offer)}
      >
        {action}
      </Button>
    </div>
  );
}
