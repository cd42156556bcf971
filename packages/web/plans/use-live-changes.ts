import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type ChangeLine, watchChanges } from './change-stream.ts';

/** Several changes one after another are asked for once. */
const gatherMs = 300;

/**
 * Keeps what the page shows as it is on the server while others work: of one plan, or (null) of tasks and the list of plans, and who edits a hearing. What is shown
 * stays until the new answer is there, so that nothing jumps; what is being typed is not touched.
 */
export function useLiveChanges(planId: string | null, hearingId?: string): void {
  const client = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const gathered = new Set<ChangeLine>();
    const flush = () => {
      timer = undefined;
      for (const filter of staleOf(gathered)) void client.invalidateQueries(filter);
      gathered.clear();
    };
    const onChange = (line: ChangeLine) => {
      gathered.add(line);
      timer ??= setTimeout(flush, gatherMs);
    };
    const stop = watchChanges({ planId, ...(hearingId === undefined ? {} : { hearingId }), onChange });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [client, planId, hearingId]);
}

/** What is kept of the server's answers and is not so any more; only what the page shows is asked for again. */
function staleOf(lines: ReadonlySet<ChangeLine>): { queryKey: string[]; exact?: boolean }[] {
  if (lines.has('all')) {
    return ['plans', 'activities', 'instances', 'tasks', 'bulk-acts', 'overview', 'editing'].map((key) => ({
      queryKey: [key],
    }));
  }
  const idsAfter = (word: string) =>
    [...lines].flatMap((line) => (line.startsWith(word) ? [line.slice(word.length)] : []));
  const planIds = idsAfter('plan ');
  return [
    ...planIds.map((id) => ({ queryKey: ['plans', id] })),
    ...idsAfter('editing ').map((id) => ({ queryKey: ['editing', id] })),
    ...(planIds.length > 0 ? [{ queryKey: ['activities'] }, { queryKey: ['instances'] }] : []),
    ...(lines.has('tasks') ? [{ queryKey: ['tasks'] }, { queryKey: ['overview'] }] : []),
    // The list alone: another plan that is open has not changed.
    ...(lines.has('tasks') ? [{ queryKey: ['plans'], exact: true }] : []),
  ];
}
