import type { Language } from '../basics/catalog.ts';
import { formatDate, formatShare } from '../basics/format.ts';
import type { Evidence } from './evidence.ts';

/** What was given, in words: the requisites of a document, «3 из 4 · 75 %», the name of a file. */
export function wordsOfEvidence(item: Evidence, language: Language): string {
  switch (item.kind) {
    case 'document':
      return `${item.type} ${language === 'ru' ? 'от' : 'of'} ${formatDate(item.on)} №\u00A0${item.number}${item.title === null ? '' : ` «${item.title}»`}`;
    case 'count':
      return formatShare(item.n, item.total, language);
    case 'note':
      return item.note;
    case 'link':
      return item.link;
    case 'file':
      return item.name;
  }
}
