import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { examImportContract, type ExamImportReview } from '@opora/domain/results/exam-import-contract.ts';
import type { ExamMapping } from '@opora/domain/results/plan-exam-import.ts';
import { useState } from 'react';
import { call } from '../platform/call.ts';
import { upload } from '../platform/upload.ts';

const importsKey = ['exam-imports'] as const;
const reviewKey = (examImportId: string) => [...importsKey, examImportId];
/** How often the server is asked how far it has read. */
const readingStepMs = 700;

export function useExamImports() {
  return useQuery({
    queryKey: importsKey,
    queryFn: () => call(examImportContract.listExamImports, {}),
  });
}

/** Sends a file; `sent` and `read` are shares, null while nothing is being sent or read. */
export function useExamUpload() {
  const client = useQueryClient();
  const [sent, setSent] = useState<number | null>(null);
  const mutation = useMutation({
    mutationFn: (file: File) => upload(examImportContract.uploadExamResults, {}, [file], setSent),
    onSettled: () => setSent(null),
    onSuccess: () => client.invalidateQueries({ queryKey: importsKey, exact: true }),
  });
  const reading = useQuery({
    queryKey: ['exam-reading'],
    queryFn: () => call(examImportContract.getReadingShare, {}),
    enabled: mutation.isPending && sent === 1,
    refetchInterval: readingStepMs,
    gcTime: 0,
  });
  return { ...mutation, sent, read: reading.data?.share ?? null };
}

export function useExamReview(examImportId: string) {
  return useQuery({
    queryKey: reviewKey(examImportId),
    queryFn: () => call(examImportContract.getExamImportReview, { params: { examImportId } }),
    // Counts may have changed since: what would be done is always asked anew.
    staleTime: 0,
  });
}

export function useExamMapping({ id, version }: Pick<ExamImportReview, 'id' | 'version'>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (mapping: ExamMapping) =>
      call(examImportContract.changeExamMapping, {
        params: { examImportId: id },
        body: { ...mapping, version },
      }),
    onSuccess: (review) => client.setQueryData(reviewKey(id), review),
  });
}

export function useExamImportActions() {
  const client = useQueryClient();
  const onSuccess = async () => {
    await client.invalidateQueries({ queryKey: importsKey, exact: true });
    // Every page of results reckons from the counts.
    await client.invalidateQueries({ queryKey: ['results'] });
  };
  return {
    apply: useMutation({
      mutationFn: ({ id, version }: { readonly id: string; readonly version: number }) =>
        call(examImportContract.applyExamImport, { params: { examImportId: id }, body: { version } }),
      onSuccess,
    }),
    undo: useMutation({
      mutationFn: (examImportId: string) =>
        call(examImportContract.undoExamImport, { params: { examImportId } }),
      onSuccess,
    }),
    discard: useMutation({
      mutationFn: (examImportId: string) =>
        call(examImportContract.discardExamImport, { params: { examImportId } }),
      onSuccess,
    }),
  };
}
