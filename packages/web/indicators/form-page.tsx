import './form-grid.css';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { formatDate } from '@opora/domain/basics/format.ts';
import type { CellTexts } from '@opora/domain/indicators/form-cell.ts';
import { periodName } from '@opora/domain/indicators/period-catalog.ts';
import { blockRows, placeBlock, type PlacedBlock } from '@opora/domain/indicators/place-block.ts';
import { periodOfCode } from '@opora/domain/indicators/report-period.ts';
import { type FormOffer, isEntered, type SchoolForm } from '@opora/domain/indicators/school-form.ts';
import { useParams } from '@tanstack/react-router';
import { type ClipboardEvent, useState } from 'react';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { notify } from '../ui/notice.ts';
import { Page } from '../ui/page.tsx';
import { askedFormTexts } from './asked-form-catalog.ts';
import { FormBar } from './form-bar.tsx';
import { formTexts } from './form-catalog.ts';
import { FormClashes } from './form-clashes.tsx';
import { FormDocumentPanel, FormFilePanel } from './form-file-panel.tsx';
import { FormSend } from './form-send.tsx';
import { FormMoves } from './form-track.tsx';
import { FormSectionView } from './form-section-view.tsx';
import { PastedNote } from './pasted-note.tsx';
import { useFormTrack } from './use-campaigns.ts';
import { type FilledForm, type PutLine, useExplain, useFilledForm, useForm } from './use-form.ts';
import { offerTexts } from './value-text.ts';

/** The form of one school or municipality: filled line by line, saved as it is typed. */
export function FormPage() {
  const { submissionId } = useParams({ from: '/signed-in/monitoring/forms/$submissionId' });
  const form = useForm(submissionId);
  return <Loaded query={form}>{(data) => <FormBody key={submissionId} form={data} />}</Loaded>;
}

function FormBody({ form }: { readonly form: SchoolForm }) {
  const texts = useTexts(formTexts);
  const asked = useTexts(askedFormTexts)[form.asks];
  const { language } = useLanguage();
  const filled = useFilledForm(form);
  const paste = usePaste(form, filled);
  const explain = useExplain(form.submissionId);
  const isOpen = isEntered(form);
  // What a register knows goes before what was there last time.
  const offers = [...new Map(form.offers.map((offer) => [offer.indicator, offer])).values()].filter(
    ({ indicator }) => filled.lines.get(indicator)?.isFilled === false,
  );
  const take = (taken: readonly FormOffer[], source: 'previous' | 'register') =>
    filled.put(taken.map(offerTexts), source);
  const takeAll = () => {
    for (const kind of ['previous', 'register'] as const)
      take(
        offers.filter(({ origin }) => origin.kind === kind),
        kind,
      );
    notify(texts.offers.taken(offers.length));
  };
  const purpose = (form.isOwn ? texts.purpose : asked.purposeRead)(
    form.schoolName,
    periodName(periodOfCode(form.period), language),
    formatDate(form.lateAfter),
  );
  return (
    <Page title={form.title} purpose={purpose}>
      <FormStanding form={form} />
      <FormBar form={form} filled={filled} />
      <FormClashes filled={filled} />
      {paste.last !== null && (
        <PastedNote paste={paste.last} lines={filled.lines} onUndo={paste.undo} onClose={paste.close} />
      )}
      {isOpen && (
        <Group gap="sm">
          {offers.length > 0 && (
            <>
              <Button variant="default" onClick={takeAll}>
                {texts.offers.takeAll(offers.length)}
              </Button>
              <Text size="sm">{texts.offers.takeAllHint}</Text>
            </>
          )}
          <Text size="sm" c="dimmed" visibleFrom="sm">
            {texts.keys}
          </Text>
        </Group>
      )}
      <FormFilePanel form={form} filled={filled} />
      {isOpen && <FormDocumentPanel form={form} filled={filled} />}
      <Stack gap="xs" onPaste={isOpen ? paste.onPaste : undefined}>
        {form.sections.map((section) => (
          <FormSectionView
            key={section.title ?? ''}
            form={form}
            section={section}
            lines={filled.lines}
            findings={filled.findings}
            onExplain={(about) => explain.mutate(about)}
            onPut={(code, own) => filled.put([{ code, ...own }], 'typed')}
            onTake={(offer) => take([offer], offer.origin.kind)}
          />
        ))}
      </Stack>
      <FormSend form={form} filled={filled} />
    </Page>
  );
}

/** Where the form is, why nothing can be entered, and what to mend in one that came back. */
function FormStanding({ form }: { readonly form: SchoolForm }) {
  const texts = useTexts(formTexts);
  const asked = useTexts(askedFormTexts)[form.asks];
  const track = useFormTrack(form.submissionId).data;
  const steps = track?.steps ?? [];
  const moves = track?.moves ?? [];
  const isPartHidden = [...form.values, ...form.previous].some(({ isHidden }) => isHidden);
  const isForReader = moves.includes('accept');
  const locks = form.isOwn ? asked.locks : asked.locksRead;
  const sent = isForReader ? asked.sentToYou : moves.includes('take-back') ? texts.sentOwn : locks.sent;
  const told = form.lock === null ? asked.stillFilled : form.lock === 'sent' ? sent : locks[form.lock];
  const note = steps.findLast(({ move }) => move === 'return')?.note;
  return (
    <>
      {!isEntered(form) && (
        <Alert color="gray" title={asked.stages[form.stage]}>
          <Stack gap="sm">
            <Text size="sm">{told}</Text>
            {isPartHidden && <Text size="sm">{asked.partHidden}</Text>}
            {track !== undefined && isForReader && (
              <FormMoves
                track={track}
                asks={form.asks}
                schoolName={form.schoolName}
                canSend={false}
                canOpenNumbers={isPartHidden}
              />
            )}
          </Stack>
        </Alert>
      )}
      {form.lock === null && form.isReturned && (
        <Alert
          color="yellow"
          styles={{ title: { color: 'var(--mantine-color-text)' } }}
          title={form.isOwn ? texts.returned : asked.returnedRead}
        >
          {note}
        </Alert>
      )}
      {form.lock === null && (
        <Text size="sm" c="dimmed">
          {texts.closedAfter(formatDate(form.closedAfter))}{' '}
          {form.exceptionReason !== null &&
            (form.isOwn ? asked.exception : asked.exceptionRead)(form.exceptionReason)}{' '}
          {!form.isOwn && form.mayEnter && asked.inItsName}
        </Text>
      )}
    </>
  );
}

export type LastPaste = { readonly block: PlacedBlock; readonly before: readonly PutLine[] };

/** A block from a table, put where it belongs, with a way back. */
function usePaste(form: SchoolForm, { lines, put }: FilledForm) {
  const texts = useTexts(formTexts);
  const [last, setLast] = useState<LastPaste | null>(null);
  const onPaste = (event: ClipboardEvent<HTMLElement>) => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\t\n]/.test(text.trim())) return;
    const target = event.target instanceof HTMLInputElement ? event.target.dataset : {};
    event.preventDefault();
    const ordered = form.sections.flatMap(({ codes }) =>
      codes.flatMap((code) => lines.get(code)?.definition ?? []),
    );
    const from = {
      code: target['code'] ?? ordered[0]?.code ?? '',
      field: target['field'] === 'total' ? ('total' as const) : ('amount' as const),
    };
    const block = placeBlock(blockRows(text), ordered, from);
    const before = block.placed.flatMap(({ code }) => {
      const line = lines.get(code);
      return line === undefined ? [] : [{ code, ...line.texts }];
    });
    put(
      block.placed.map((one) => kept(one, lines.get(one.code)?.texts)),
      'pasted',
    );
    setLast({ block, before });
  };
  return {
    last,
    onPaste,
    undo: () => {
      put(last?.before ?? [], 'typed');
      setLast(null);
      notify(texts.undone);
    },
    close: () => setLast(null),
  };
}

/** A column of totals leaves the values as they are, a column of values the totals. */
const kept = ({ code, amount, total }: PutLine, now: CellTexts | undefined): PutLine => ({
  code,
  amount: amount === '' && total !== '' ? (now?.amount ?? '') : amount,
  total: total === '' ? (now?.total ?? '') : total,
});
