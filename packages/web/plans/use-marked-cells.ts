import { useMemo, useRef, useState } from 'react';
import type { BulkTargets } from '@opora/domain/plans/bulk-act.ts';
import type { Activity, PlanSchool } from '@opora/domain/plans/plan.ts';
import type { CellAt } from './use-matrix.ts';
import { toggleMark } from '../ui/grid/row-marks.ts';

type Place = { readonly line: number; readonly column: number };

export type MarkedCells = {
  /** A click marks and does not open. */
  readonly isOn: boolean;
  readonly setOn: (isOn: boolean) => void;
  readonly cells: BulkTargets['cells'];
  readonly isMarked: (activityId: string, schoolId: string) => boolean;
  /** `isRange`: the rectangle from the cell that was marked last. */
  readonly mark: (place: Place, isRange: boolean) => void;
  readonly markLine: (line: number) => void;
  readonly markColumn: (column: number) => void;
  readonly clear: () => void;
};

const keyOf = (activityId: string, schoolId: string): string => `${activityId} ${schoolId}`;

/** Marks in the matrix. A cell known to have no instance is never marked; one not loaded yet may be, and then stands for nothing. */
export function useMarkedCells(
  rows: readonly Activity[],
  schools: readonly PlanSchool[],
  at: CellAt,
): MarkedCells {
  const [isOn, setOn] = useState(false);
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef<Place | null>(null);
  return useMemo(() => {
    const within = (from: Place, to: Place): string[] =>
      rows.slice(Math.min(from.line, to.line), Math.max(from.line, to.line) + 1).flatMap((row) =>
        schools
          .slice(Math.min(from.column, to.column), Math.max(from.column, to.column) + 1)
          .filter((school) => at(row.id, school.orgUnitId) !== null)
          .map((school) => keyOf(row.id, school.orgUnitId)),
      );
    const add = (more: readonly string[]) => setKeys((known) => new Set([...known, ...more]));
    return {
      isOn,
      setOn,
      cells: [...keys].map((key) => {
        const [activityId = '', schoolId = ''] = key.split(' ');
        return { activityId, schoolId };
      }),
      isMarked: (activityId, schoolId) => keys.has(keyOf(activityId, schoolId)),
      mark: (place, isRange) => {
        if (isRange && anchor.current !== null) add(within(anchor.current, place));
        else for (const key of within(place, place)) setKeys((known) => toggleMark(known, key));
        anchor.current = place;
      },
      markLine: (line) => add(within({ line, column: 0 }, { line, column: schools.length - 1 })),
      markColumn: (column) => add(within({ line: 0, column }, { line: rows.length - 1, column })),
      clear: () => setKeys(new Set()),
    };
  }, [rows, schools, at, isOn, keys]);
}
