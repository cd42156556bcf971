import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  registerImportContract,
  type RegisterReview,
} from '@opora/domain/registry/register-import-contract.ts';
import type { RegisterLayout } from '@opora/domain/registry/register-layout.ts';
import { useState } from 'react';
import { call } from '../platform/call.ts';
import { upload } from '../platform/upload.ts';

const importsKey = ['register-imports'] as const;
const reviewKey = (importId: string) => [...importsKey, importId];

export function useRegisterImports() {
  return useQuery({
    queryKey: importsKey,
    queryFn: () => call(registerImportContract.listRegisterImports, {}),
  });
}

/** Sends a file; `sent` is the share sent so far, null while nothing is being sent. */
export function useRegisterUpload() {
  const client = useQueryClient();
  const [sent, setSent] = useState<number | null>(null);
  const mutation = useMutation({
    mutationFn: (file: File) => upload(registerImportContract.uploadRegister, {}, [file], setSent),
    onSettled: () => setSent(null),
    onSuccess: () => client.invalidateQueries({ queryKey: importsKey }),
  });
  return { ...mutation, sent };
}

export function useRegisterReview(importId: string) {
  return useQuery({
    queryKey: reviewKey(importId),
    queryFn: () => call(registerImportContract.getRegisterReview, { params: { importId } }),
    // The tree may have changed since: what would be done is always asked anew.
    staleTime: 0,
  });
}

export function useRegisterLayout({ id, version }: Pick<RegisterReview, 'id' | 'version'>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (layout: RegisterLayout) =>
      call(registerImportContract.changeRegisterLayout, {
        params: { importId: id },
        body: { ...layout, version },
      }),
    onSuccess: (review) => client.setQueryData(reviewKey(id), review),
  });
}

export function useRegisterActions() {
  const client = useQueryClient();
  const onSuccess = async () => {
    await client.invalidateQueries({ queryKey: importsKey, exact: true });
    await client.invalidateQueries({ queryKey: ['registry'] });
  };
  return {
    apply: useMutation({
      mutationFn: ({ id, version }: { readonly id: string; readonly version: number }) =>
        call(registerImportContract.applyRegister, { params: { importId: id }, body: { version } }),
      onSuccess,
    }),
    undo: useMutation({
      mutationFn: (importId: string) => call(registerImportContract.undoRegister, { params: { importId } }),
      onSuccess,
    }),
    discard: useMutation({
      mutationFn: (importId: string) =>
        call(registerImportContract.discardRegister, { params: { importId } }),
      onSuccess,
    }),
  };
}
