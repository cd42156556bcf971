import { describe, expect, it } from 'vitest';
import { emptyDraft, evidenceOf, isUntouched } from './evidence-draft.ts';

describe('a draft becomes evidence only when it is complete', () => {
  const document = { ...emptyDraft('document', 'приказ'), number: '12-о', on: '2026-03-02' };
  it.each([
    ['a document with its requisites', document, true],
    ['a document without a number', { ...document, number: ' ' }, false],
    ['a document without a date', { ...document, on: null }, false],
    ['an address', { ...emptyDraft('link', ''), link: ' https://school.example/a ' }, true],
    ['a word that is no address', { ...emptyDraft('link', ''), link: 'сайт школы' }, false],
    ['7 of 24', { ...emptyDraft('count', ''), n: '7', total: ' 24' }, true],
    ['25 of 24', { ...emptyDraft('count', ''), n: '25', total: '24' }, false],
    ['half a person', { ...emptyDraft('count', ''), n: '0,5', total: '24' }, false],
    ['nothing of nothing', { ...emptyDraft('count', ''), n: '', total: '' }, false],
    ['a note', { ...emptyDraft('note', ''), note: 'Проведено' }, true],
    ['an empty note', { ...emptyDraft('note', ''), note: '  ' }, false],
  ])('%s', (_title, draft, isComplete) => {
    expect(evidenceOf(draft, null) !== null).toBe(isComplete);
  });
});

it('a kind of document filled in by the form is not yet typed by a person', () => {
  expect(isUntouched(emptyDraft('document', 'приказ'))).toBe(true);
  expect(isUntouched({ ...emptyDraft('document', 'приказ'), number: '1' })).toBe(false);
});
