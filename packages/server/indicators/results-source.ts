import { resultElementValues } from '@opora/domain/indicators/result-element-values.ts';
import { listExamCounts } from '../results/exam-count-queries.ts';
import type { RegisterSource } from './register-source.ts';

/** Counts of exams and works; those of the spring belong to the school year that began the autumn before. */
export const resultsSource: RegisterSource = {
  register: 'results',
  read: async (db, { orgUnitIds, schoolYears }) => {
    if (orgUnitIds.length === 0) return [];
    const counts = await listExamCounts(db, { orgUnitIds, years: schoolYears.map((year) => year + 1) });
    const groups = Map.groupBy(counts, ({ orgUnitId, year }) => `${orgUnitId} ${year}`);
    return [...groups.values()].flatMap((own) => {
      const [first] = own;
      if (first === undefined) return [];
      const { orgUnitId, year } = first;
      return [...resultElementValues(own)].map(([path, value]) => ({
        orgUnitId,
        schoolYear: year - 1,
        path,
        value,
      }));
    });
  },
};
