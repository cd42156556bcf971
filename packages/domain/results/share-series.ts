import type { Procedure } from './procedure.ts';
import { shareChange, type ShareChange, type ShareCount } from './share-change.ts';

export type YearCount = ShareCount & { readonly year: number; readonly procedure: Procedure };

/** What is followed from point to point: a procedure over the years, the same pupils over the grades, or grades in one year. */
export const seriesKinds = ['procedure', 'cohort', 'grade'] as const;
export type SeriesKind = (typeof seriesKinds)[number];

export type SharePoint = YearCount & {
  /** Against the point before it; null for the first. Grades of one year are different pupils: nothing changed between them. */
  readonly change: ShareChange | null;
};

/**
 * Points of the chosen procedure and year, in order. A cohort is grade 5 of a year and grade 6 of the next in works of the same kind, and the exam that follows them.
 */
export function shareSeries(
  history: readonly YearCount[],
  chosen: Procedure & { readonly year: number },
  kind: SeriesKind,
): SharePoint[] {
  const points = history
    .filter(({ procedure }) => procedure.subject === chosen.subject)
    .filter(({ year, procedure }) => {
      switch (kind) {
        case 'procedure':
          return procedure.kind === chosen.kind && procedure.grade === chosen.grade;
        case 'cohort':
          return year - procedure.grade === chosen.year - chosen.grade;
        case 'grade':
          return procedure.kind === chosen.kind && year === chosen.year;
      }
    })
    .toSorted((one, other) => one.year - other.year || one.procedure.grade - other.procedure.grade);
  return points.map((point, at) => {
    const before = points[at - 1];
    return {
      ...point,
      change: before === undefined || kind === 'grade' ? null : shareChange(before, point),
    };
  });
}
