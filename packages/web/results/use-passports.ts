import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  passportContract,
  type PassportEntry,
  type PassportFile,
} from '@opora/domain/results/passport-contract.ts';
import { useState } from 'react';
import { call } from '../platform/call.ts';
import { upload } from '../platform/upload.ts';

export const passportsKey = ['passports'] as const;

export function usePassports(schoolYear: number) {
  return useQuery({
    queryKey: [...passportsKey, schoolYear],
    queryFn: () => call(passportContract.listPassports, { query: { year: String(schoolYear) } }),
  });
}

/** What is made of passports is asked for anew as well. */
function usePassportChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    // What is typed is sent in the order in which it was typed.
    scope: { id: 'passports' },
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: passportsKey }),
        client.invalidateQueries({ queryKey: ['context'] }),
      ]),
  });
}

export function useSavePassport(orgUnitId: string, schoolYear: number) {
  return usePassportChange((entries: PassportEntry[]) =>
    call(passportContract.savePassport, { params: { orgUnitId }, body: { schoolYear, entries } }),
  );
}

/** Sends a file to be read; nothing is kept of it. */
export function useReadPassportFile(schoolYear: number) {
  const [sent, setSent] = useState<number | null>(null);
  const mutation = useMutation({
    mutationFn: (file: File) =>
      upload(passportContract.readPassportFile, { body: { year: String(schoolYear) } }, [file], setSent),
    onSettled: () => setSent(null),
  });
  return { ...mutation, sent };
}

export function useLoadPassports(schoolYear: number) {
  return usePassportChange((values: PassportFile['values']) =>
    call(passportContract.loadPassports, {
      body: {
        schoolYear,
        values: values.map(({ orgUnitId, variable, count, total }) => ({
          orgUnitId,
          variable,
          count,
          total,
        })),
      },
    }),
  );
}
