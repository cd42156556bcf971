import { resultElementValues } from '@opora/domain/indicators/result-element-values.ts';
import { periodOfCode, schoolYearOf } from '@opora/domain/indicators/report-period.ts';
import { listExamCounts } from '../results/exam-count-queries.ts';
import type { RegisterSource } from './register-source.ts';

/** Counts of exams and works; those of the spring belong to the school year that began the autumn before. */
export const resultsSource: RegisterSource = {
  register: 'results',
  read: async (db, { orgUnitIds, periods }) => {
    if (orgUnitIds.length === 0) return [];
    const periodsOf = Map.groupBy(periods, (period) => schoolYearOf(periodOfCode(period)) + 1);
    const counts = await listExamCounts(db, { orgUnitIds, years: [...periodsOf.keys()] });
    const groups = Map.groupBy(counts, ({ orgUnitId, year }) => `${orgUnitId} ${year}`);
    return [...groups.values()].flatMap((own) => {
      const [first] = own;
      if (first === undefined) return [];
      const { orgUnitId, year } = first;
      const values = [...resultElementValues(own)];
      return (periodsOf.get(year) ?? []).flatMap((period) =>
        values.map(([path, value]) => ({ orgUnitId, period, path, value })),
      );
    });
  },
};
