import type { CheckFinding } from './check-finding.ts';

/** Keeps a form from being sent: an error, or a question that is not answered for the numbers as they are now. */
export function standingFindings(
  findings: readonly CheckFinding[],
  answers: readonly { readonly checkKey: string; readonly seen: string }[],
): readonly CheckFinding[] {
  const answered = new Map(answers.map(({ checkKey, seen }) => [checkKey, seen]));
  return findings.filter(
    ({ key, severity, seen }) =>
      severity === 'error' || (severity === 'warning' && answered.get(key) !== seen),
  );
}
