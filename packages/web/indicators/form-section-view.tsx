import { Text } from '@mantine/core';
import type { FormLine } from '@opora/domain/indicators/form-line.ts';
import { periodName } from '@opora/domain/indicators/period-catalog.ts';
import { periodOfCode } from '@opora/domain/indicators/report-period.ts';
import { type FormOffer, isEntered, type SchoolForm } from '@opora/domain/indicators/school-form.ts';
import type { CellTexts } from '@opora/domain/indicators/form-cell.ts';
import type { ReactNode } from 'react';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { formTexts } from './form-catalog.ts';
import { FormLineView } from './form-line-view.tsx';
import type { Explain, ToldFinding } from './line-findings.tsx';

type FormSectionProps = {
  readonly form: SchoolForm;
  readonly section: SchoolForm['sections'][number];
  readonly lines: ReadonlyMap<string, FormLine>;
  /** By the code of the line that each is about. */
  readonly findings: ReadonlyMap<string, readonly ToldFinding[]>;
  readonly onExplain: Explain;
  readonly onPut: (code: string, texts: CellTexts) => void;
  readonly onTake: (offer: FormOffer) => void;
};

/** A part of the form, which folds; its head says how much of it is filled. */
export function FormSectionView({
  form,
  section,
  lines,
  findings,
  onPut,
  onTake,
  onExplain,
}: FormSectionProps) {
  const texts = useTexts(formTexts);
  const { language } = useLanguage();
  const own = section.codes.flatMap((code) => lines.get(code) ?? []);
  const filled = own.filter(({ isFilled }) => isFilled).length;
  const previousOf = new Map(form.previous.map((value) => [value.indicator, value]));
  const hidden = new Set(form.values.filter(({ isHidden }) => isHidden).map(({ indicator }) => indicator));
  const offerOf = new Map(form.offers.map((offer) => [offer.indicator, offer]));
  const askedIn = new Map(form.askedIn.map((one) => [one.indicator, one]));
  const before =
    form.previousPeriod === null
      ? texts.previousNone
      : texts.previous(periodName(periodOfCode(form.previousPeriod), language));
  return (
    <details className="form-section" open>
      <summary>
        {section.title ?? texts.totalsSection} <span>· {texts.filledShort(filled, own.length)}</span>
      </summary>
      <table className="form-grid">
        <thead>
          <tr>
            <Head>{texts.indicator}</Head>
            {isEntered(form) ? (
              <>
                <Head>{texts.amount}</Head>
                <Head>{texts.total}</Head>
                <Head right>{texts.share}</Head>
              </>
            ) : (
              <Head columns={3}>{texts.amount}</Head>
            )}
            <Head right className="form-before-head">
              {before}
            </Head>
          </tr>
        </thead>
        <tbody>
          {own.map((line) => (
            <FormLineView
              key={line.definition.code}
              line={line}
              previous={previousOf.get(line.definition.code) ?? null}
              isHidden={hidden.has(line.definition.code)}
              offer={offerOf.get(line.definition.code) ?? null}
              isLocked={!isEntered(form) || form.settled.includes(line.definition.code)}
              askedIn={askedIn.get(line.definition.code) ?? null}
              findings={findings.get(line.definition.code) ?? none}
              nameOf={(code) => lines.get(code)?.definition.name[language] ?? code}
              onExplain={onExplain}
              onPut={onPut}
              onTake={onTake}
            />
          ))}
        </tbody>
      </table>
    </details>
  );
}

const none: readonly ToldFinding[] = [];

type HeadProps = {
  readonly right?: boolean;
  readonly columns?: number;
  readonly className?: string;
  readonly children: ReactNode;
};

function Head({ right = false, columns = 1, className = '', children }: HeadProps) {
  return (
    <Text component="th" scope="col" className={className} colSpan={columns} ta={right ? 'right' : 'left'}>
      {children}
    </Text>
  );
}
