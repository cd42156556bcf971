import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { valueImportContract } from '@opora/domain/indicators/value-import-contract.ts';
import { useState } from 'react';
import { call } from '../platform/call.ts';
import { upload } from '../platform/upload.ts';

const importsKey = ['value-imports'] as const;

export function useValueImports() {
  return useQuery({ queryKey: importsKey, queryFn: () => call(valueImportContract.listValueImports, {}) });
}

/** Sends a table of values for a period; `sent` is the share that has left, null while nothing is being sent. */
export function useValueUpload(period: string) {
  const client = useQueryClient();
  const [sent, setSent] = useState<number | null>(null);
  const mutation = useMutation({
    mutationFn: (file: File) =>
      upload(valueImportContract.uploadValues, { body: { period } }, [file], setSent),
    onSettled: () => setSent(null),
    onSuccess: () => client.invalidateQueries({ queryKey: importsKey, exact: true }),
  });
  return { ...mutation, sent };
}

export function useValueImport(valueImportId: string) {
  return useQuery({
    queryKey: [...importsKey, valueImportId],
    queryFn: () => call(valueImportContract.getValueImport, { params: { valueImportId } }),
    // Forms may have been sent since: what would be done is always asked anew.
    staleTime: 0,
  });
}

export function useValueImportActions() {
  const client = useQueryClient();
  // Forms, matrices and dynamics reckon from the values.
  const onSuccess = () => client.invalidateQueries();
  return {
    apply: useMutation({
      mutationFn: ({ id, version }: { readonly id: string; readonly version: number }) =>
        call(valueImportContract.applyValueImport, { params: { valueImportId: id }, body: { version } }),
      onSuccess,
    }),
    undo: useMutation({
      mutationFn: (valueImportId: string) =>
        call(valueImportContract.undoValueImport, { params: { valueImportId } }),
      onSuccess,
    }),
    discard: useMutation({
      mutationFn: (valueImportId: string) =>
        call(valueImportContract.discardValueImport, { params: { valueImportId } }),
      onSuccess,
    }),
  };
}
