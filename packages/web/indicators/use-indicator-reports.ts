import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { indicatorReportContract, type ReportParameters } from '@opora/domain/indicators/report-contract.ts';
import { call } from '../platform/call.ts';

const reportsKey = ['indicator-reports'] as const;

export function useIndicatorReports() {
  return useQuery({
    queryKey: reportsKey,
    queryFn: () => call(indicatorReportContract.listIndicatorReports, {}),
  });
}

export function useIndicatorReport(reportId: string) {
  return useQuery({
    queryKey: [...reportsKey, reportId],
    queryFn: () => call(indicatorReportContract.getIndicatorReport, { params: { reportId } }),
  });
}

export function useMakeReport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ReportParameters) => call(indicatorReportContract.makeIndicatorReport, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: reportsKey, exact: true }),
  });
}

export function useRecheckReport() {
  return useMutation({
    mutationFn: (reportId: string) =>
      call(indicatorReportContract.recheckIndicatorReport, { params: { reportId } }),
  });
}
