import type { CalendarDate } from '../basics/calendar-date.ts';
import type { CampaignSection } from './campaign.ts';
import type { Indicator, IndicatorVersion } from './indicator.ts';

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
  readonly overlaps: { readonly campaignId: string; readonly title: string; readonly codes: string[] }[];
};

type Asking = {
  readonly indicators: readonly Indicator[];
  readonly schoolIds: readonly string[];
  /** Codes with a value for the period, by school. */
  readonly known: ReadonlyMap<string, ReadonlySet<string>>;
  readonly elsewhere: readonly AskedElsewhere[];
};

/** What each school would be asked. The same number is never asked twice: a total goes silently, anything else is an overlap. */
export function weighSchools({ indicators, schoolIds, known, elsewhere }: Asking): SchoolBurden[] {
  const totals = new Set(indicators.map(({ totalCode }) => totalCode));
  const bySchool = Map.groupBy(elsewhere, ({ schoolId }) => schoolId);
  return schoolIds.map((schoolId) => {
    const others = bySchool.get(schoolId) ?? [];
    const taken = new Set(others.flatMap(({ codes }) => codes));
    const isSpared = ({ code, origin }: Indicator): boolean =>
      origin.kind === 'computed' ||
      (known.get(schoolId)?.has(code) ?? false) ||
      (taken.has(code) && totals.has(code));
    const spared = indicators.filter(isSpared);
    const asked = indicators.filter((one) => !isSpared(one));
    const askedCodes = asked.map(({ code }) => code);
    return {
      schoolId,
      askedCodes,
      spared: spared.map(({ code }) => code),
      fields: sumFields(asked),
      knownFields: sumFields(spared),
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

export const sumFields = (indicators: readonly Indicator[]): number =>
  indicators.reduce((sum, one) => sum + fieldsOf(one), 0);

/** `2026-10`: the month a form burdens is the one it is due in. */
export const monthOfForm = (lateAfter: CalendarDate): string => lateAfter.slice(0, 7);
