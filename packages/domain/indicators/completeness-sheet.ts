import type { Language } from '../basics/catalog.ts';
import type { CompletenessTable } from './campaign-view.ts';
import { completeOf, formStandings } from './completeness.ts';
import { periodName } from './period-catalog.ts';
import { reportTexts } from './report-catalog.ts';
import type { ReportSheet } from './report-contract.ts';
import { periodOfCode } from './report-period.ts';

const counts = ['expected', ...formStandings] as const;

/** One line a territory or school and collection; a collection that expects nothing there has none. */
export function completenessSheet(
  { campaigns, lines }: CompletenessTable,
  unitName: string,
  language: Language,
): ReportSheet {
  const texts = reportTexts[language];
  return {
    name: texts.sheets.completeness,
    notes: [`${texts.kinds.completeness}: ${unitName}`],
    columns: [
      { title: texts.place, kind: 'text', width: 36 },
      { title: texts.campaign, kind: 'text', width: 40 },
      { title: texts.period, kind: 'text', width: 20 },
      ...counts.map((one) => ({ title: texts.standings[one], kind: 'count' as const })),
      { title: texts.complete, kind: 'share' },
      { title: texts.timely, kind: 'share' },
    ],
    rows: lines.flatMap(({ name, cells }) =>
      cells.flatMap((tally, at): (string | number)[][] => {
        const campaign = campaigns[at];
        if (tally === null || campaign === undefined) return [];
        return [
          [
            name,
            campaign.title,
            periodName(periodOfCode(campaign.period), language),
            ...counts.map((one) => tally[one]),
            completeOf(tally) / tally.expected,
            tally['in-time'] / tally.expected,
          ],
        ];
      }),
    ),
  };
}
