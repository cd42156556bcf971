import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { examScaleContract, type ExamScaleFields } from '@opora/domain/results/exam-scale-contract.ts';
import { call } from '../platform/call.ts';

const scalesKey = ['exam-scales'] as const;

export function useExamScales() {
  return useQuery({ queryKey: scalesKey, queryFn: () => call(examScaleContract.listExamScales, {}) });
}

export function useAddExamScale() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ExamScaleFields) => call(examScaleContract.addExamScale, { body }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: scalesKey });
      // Counts that had only scores were made anew.
      await client.invalidateQueries({ queryKey: ['results'] });
    },
  });
}
