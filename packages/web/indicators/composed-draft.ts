import type { CampaignDraft } from '@opora/domain/indicators/campaign-contract.ts';
import type { Indicator } from '@opora/domain/indicators/indicator.ts';
import { type IndicatorGroup, indicatorGroups } from '@opora/domain/indicators/indicator-groups.ts';
import { periodCode, type ReportPeriod } from '@opora/domain/indicators/report-period.ts';

type Composed = Pick<CampaignDraft, 'title' | 'asks' | 'approvedBy' | 'schoolIds'> & {
  readonly period: ReportPeriod;
  readonly indicators: readonly Pick<Indicator, 'code' | 'version' | 'group'>[];
  readonly nameOfGroup: (group: IndicatorGroup) => string;
  readonly opensOn: string | null;
  readonly lateAfter: string | null;
  readonly closedAfter: string | null;
};

export const isTitled = (title: string): boolean => title.trim().length >= 3;

/** The draft as it stands in the fields, a section for each group of indicators; null while it lacks what a draft needs. */
export function composedDraft({
  title,
  period,
  indicators,
  nameOfGroup,
  opensOn,
  lateAfter,
  closedAfter,
  ...rest
}: Composed): CampaignDraft | null {
  if (!isTitled(title) || indicators.length === 0) return null;
  if (opensOn === null || lateAfter === null || closedAfter === null) return null;
  const groups = Map.groupBy(indicators, ({ group }) => group);
  return {
    ...rest,
    title: title.trim(),
    period: periodCode(period),
    sections: indicatorGroups.flatMap((group) => {
      const own = groups.get(group);
      return own === undefined
        ? []
        : [
            {
              title: nameOfGroup(group),
              indicators: own.map(({ code, version }) => ({ code, version })),
            },
          ];
    }),
    opensOn,
    lateAfter,
    closedAfter,
  };
}
