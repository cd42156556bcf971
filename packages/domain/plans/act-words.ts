import type { CalendarDate } from '../basics/calendar-date.ts';
import { formatDate } from '../basics/format.ts';

type ObliqueCase = 'genitive' | 'dative' | 'instrumental';

/** Endings of the kinds of acts that offices issue, by the ending of the nominative. */
const endings: readonly (readonly [string, Readonly<Record<ObliqueCase, string>>])[] = [
  ['приказ', { genitive: 'приказа', dative: 'приказу', instrumental: 'приказом' }],
  ['распоряжение', { genitive: 'распоряжения', dative: 'распоряжению', instrumental: 'распоряжением' }],
  ['постановление', { genitive: 'постановления', dative: 'постановлению', instrumental: 'постановлением' }],
  ['протокол', { genitive: 'протокола', dative: 'протоколу', instrumental: 'протоколом' }],
  ['решение', { genitive: 'решения', dative: 'решению', instrumental: 'решением' }],
];
const anyAct: Readonly<Record<ObliqueCase, string>> = {
  genitive: 'акта',
  dative: 'акту',
  instrumental: 'актом',
};

type Act = {
  readonly actType: string | null;
  readonly actNumber: string | null;
  readonly actOn: CalendarDate | null;
};

function oblique(actType: string | null, form: ObliqueCase): string {
  const [kind = ''] = (actType ?? '').trim().toLowerCase().split(/\s+/);
  return (endings.find(([nominative]) => nominative === kind)?.[1] ?? anyAct)[form];
}

/** «приказа от 12.05.2026 № 45». A kind of act whose cases are not known is called an act; what is not known is left out. */
export function actIn({ actType, actNumber, actOn }: Act, form: 'nominative' | ObliqueCase): string {
  const word = form === 'nominative' ? (actType ?? 'акт') : oblique(actType, form);
  const on = actOn === null ? '' : ` от ${formatDate(actOn)}`;
  return `${word}${on}${actNumber === null ? '' : ` № ${actNumber}`}`;
}
