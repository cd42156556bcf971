import type { CalendarDate } from '../basics/calendar-date.ts';
import type { CampaignSection } from './campaign.ts';
import type { Indicator, IndicatorVersion } from './indicator.ts';
import { isOnlyComputed } from './is-reckonable.ts';

/** Numbers a person writes for an indicator: a total that is an indicator of its own is asked once and not again beside each share. */
export function fieldsOf(indicator: Pick<Indicator, 'unit' | 'totalCode'>): number {
  const { unit, totalCode } = indicator;
  return totalCode === null && (unit === 'share' || unit === 'ratio' || unit === 'score') ? 2 : 1;
}

type Known = ReadonlyMap<string, Indicator>;

/** Puts each total before the first share that is of it, where nothing asks for it yet; what is reckoned needs none. */
export function addTotals(
  sections: readonly CampaignSection[],
  current: Known,
): { readonly sections: CampaignSection[]; readonly added: string[] } {
  const asked = new Set(sections.flatMap(({ indicators }) => indicators.map(({ code }) => code)));
  const added: string[] = [];
  const filled = sections.map(({ title, indicators }) => ({
    title,
    indicators: indicators.flatMap((one): IndicatorVersion[] => {
      const share = current.get(one.code);
      const total = share?.origin.kind === 'asked' ? current.get(share.totalCode ?? '') : undefined;
      if (total === undefined || asked.has(total.code)) return [one];
      asked.add(total.code);
      added.push(total.code);
      return [{ code: total.code, version: total.version }, one];
    }),
  }));
  return { sections: filled, added };
}

/** What another campaign asks of a school for the same period. */
export type AskedElsewhere = {
  readonly schoolId: string;
  readonly campaignId: string;
  readonly title: string;
  readonly codes: readonly string[];
};

export type SchoolBurden = {
  readonly schoolId: string;
  readonly askedCodes: string[];
  /** Not asked: reckoned, known, or a total that is asked elsewhere. */
  readonly spared: string[];
  readonly fields: number;
  /** Numbers the school is spared. */
  readonly knownFields: number;
  /** Computed indicators that it is spared, and those that it is asked since nothing knows them. */
  readonly reckoned: string[];
  readonly notReckoned: string[];
  readonly overlaps: { readonly campaignId: string; readonly title: string; readonly codes: string[] }[];
};

type Asking = {
  readonly indicators: readonly Indicator[];
  readonly schoolIds: readonly string[];
  /** Codes with a value for the period, by school. */
  readonly known: ReadonlyMap<string, ReadonlySet<string>>;
  readonly elsewhere: readonly AskedElsewhere[];
  /** Can a computed indicator be reckoned of the school, with what it is asked? */
  readonly isReckoned: (schoolId: string, code: string, isAsked: (code: string) => boolean) => boolean;
};

/**
 * What each school would be asked. The same number is never asked twice: a total goes silently, anything else is an overlap. What is
 * computed is asked where nothing knows it, but what only a computation gives.
 */
export function weighSchools({
  indicators,
  schoolIds,
  known,
  elsewhere,
  isReckoned,
}: Asking): SchoolBurden[] {
  const totals = new Set(indicators.map(({ totalCode }) => totalCode));
  const bySchool = Map.groupBy(elsewhere, ({ schoolId }) => schoolId);
  return schoolIds.map((schoolId) => {
    const others = bySchool.get(schoolId) ?? [];
    const taken = new Set(others.flatMap(({ codes }) => codes));
    const isGiven = ({ code }: Indicator): boolean =>
      (known.get(schoolId)?.has(code) ?? false) || (taken.has(code) && totals.has(code));
    const written = indicators.filter((one) => one.origin.kind === 'asked' && !isGiven(one));
    const toCome = new Set([...written.map(({ code }) => code), ...taken]);
    const isSpared = (one: Indicator): boolean =>
      isGiven(one) ||
      isOnlyComputed(one) ||
      (one.origin.kind === 'computed' && isReckoned(schoolId, one.code, (code) => toCome.has(code)));
    const spared = indicators.filter(isSpared);
    const asked = indicators.filter((one) => !isSpared(one));
    const askedCodes = asked.map(({ code }) => code);
    return {
      schoolId,
      askedCodes,
      spared: spared.map(({ code }) => code),
      fields: sumFields(asked),
      knownFields: sumFields(spared),
      reckoned: codesOfComputed(spared),
      notReckoned: codesOfComputed(asked),
      overlaps: others
        .map(({ campaignId, title, codes }) => ({
          campaignId,
          title,
          codes: codes.filter((code) => askedCodes.includes(code)),
        }))
        .filter(({ codes }) => codes.length > 0),
    };
  });
}

const codesOfComputed = (indicators: readonly Indicator[]): string[] =>
  indicators.flatMap(({ code, origin }) => (origin.kind === 'computed' ? [code] : []));

export const sumFields = (indicators: readonly Indicator[]): number =>
  indicators.reduce((sum, one) => sum + fieldsOf(one), 0);

/** `2026-10`: the month a form burdens is the one it is due in. */
export const monthOfForm = (lateAfter: CalendarDate): string => lateAfter.slice(0, 7);
