import type { CheckFinding } from '@opora/domain/indicators/check-finding.ts';
import type { FormAnswer } from '@opora/domain/indicators/school-form.ts';
import type { Db } from '../platform/database.ts';
import { listAnswers } from './form-queries.ts';

/** Explanations with the numbers that they are of: of the findings that the reader sees. Null: she sees the form whole, and what was explained earlier too. */
export async function listShownAnswers(
  db: Db,
  submissionId: string,
  find: (() => Promise<readonly Pick<CheckFinding, 'key' | 'seen'>[]>) | null,
): Promise<FormAnswer[]> {
  const answers = await listAnswers(db, submissionId);
  if (find === null || answers.length === 0) return answers;
  const findings = await find();
  return answers.filter(({ checkKey, seen }) =>
    findings.some((found) => found.key === checkKey && found.seen === seen),
  );
}
