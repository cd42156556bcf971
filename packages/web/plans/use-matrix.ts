import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { MatrixCell } from '@opora/domain/plans/activity-fields.ts';
import { plansContract } from '@opora/domain/plans/plans-contract.ts';
import type { Activity, PlanSchool } from '@opora/domain/plans/plan.ts';
import { call } from '../platform/call.ts';

/** Activities of the plan that have a row in its matrix. */
export function useMatrixRows(planId: string) {
  return useQuery({
    queryKey: ['plans', planId, 'matrix'],
    queryFn: () => call(plansContract.getPlanMatrix, { params: { planId } }),
  });
}

/** What stands in a cell: nothing (null), or undefined while that is not known yet. */
export type CellAt = (activityId: string, schoolId: string) => MatrixCell | null | undefined;

/** From the first to the last, both included. */
type Span = { readonly first: number; readonly last: number };

/** The matrix is asked for in pieces of so many rows and columns. */
const pieceSize = 40;

const piecesOf = <T>(things: readonly T[], { first, last }: Span): T[][] => {
  const from = Math.floor(first / pieceSize);
  const count = Math.max(0, Math.floor(last / pieceSize) - from + 1);
  return Array.from({ length: count }, (_, at) =>
    things.slice((from + at) * pieceSize, (from + at + 1) * pieceSize),
  ).filter((piece) => piece.length > 0);
};

/** Cells of the rows and columns that are on the screen, a little more. */
export function useMatrixCells(
  planId: string,
  { rows, schools }: { readonly rows: readonly Activity[]; readonly schools: readonly PlanSchool[] },
  seen: { readonly lines: Span; readonly columns: Span },
): CellAt {
  const columns = piecesOf(schools, seen.columns);
  const pieces = piecesOf(rows, seen.lines).flatMap((line) =>
    columns.map((column) => ({
      activityIds: line.map(({ id }) => id).join(','),
      schoolIds: column.map(({ orgUnitId }) => orgUnitId).join(','),
    })),
  );
  const cells = useQueries({
    queries: pieces.map((query) => ({
      queryKey: ['plans', planId, 'matrix', query],
      queryFn: async () => ({
        query,
        cells: await call(plansContract.listMatrixCells, { params: { planId }, query }),
      }),
    })),
    combine: known,
  });
  return useMemo(() => (activityId, schoolId) => cells.get(keyOf(activityId, schoolId)), [cells]);
}

const keyOf = (activityId: string, schoolId: string): string => `${activityId} ${schoolId}`;

type Piece = {
  readonly query: { readonly activityIds: string; readonly schoolIds: string };
  readonly cells: readonly MatrixCell[];
};

function known(results: readonly UseQueryResult<Piece>[]): ReadonlyMap<string, MatrixCell | null> {
  const all = new Map<string, MatrixCell | null>();
  for (const { data } of results) {
    if (data === undefined) continue;
    const schoolIds = data.query.schoolIds.split(',');
    for (const activityId of data.query.activityIds.split(','))
      for (const schoolId of schoolIds) all.set(keyOf(activityId, schoolId), null);
    for (const cell of data.cells) all.set(keyOf(cell.activityId, cell.schoolId), cell);
  }
  return all;
}
