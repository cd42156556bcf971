import { randomUUID } from 'node:crypto';
import type { FormAnswer } from '@opora/domain/indicators/school-form.ts';
import type { Call } from '../platform/mount.ts';
import { findFormFindings } from './form-checks.ts';
import { listShownAnswers } from './list-shown-answers.ts';
import { holdOpenForm } from './save-cells.ts';

/** Keeps the explanation of one check; an empty one takes it back. */
export async function answerCheck(
  submissionId: string,
  { checkKey, seen, answer }: Pick<FormAnswer, 'checkKey' | 'seen' | 'answer'>,
  call: Call,
): Promise<FormAnswer[]> {
  const { tx, actor, now } = call;
  const form = await holdOpenForm(submissionId, call);
  const said = { seen, answer, made_by: actor.personId, made_at: now };
  if (answer === '') {
    await tx
      .deleteFrom('submission_answer')
      .where('submission_id', '=', form.id)
      .where('check_key', '=', checkKey)
      .execute();
  } else {
    await tx
      .insertInto('submission_answer')
      .values({ ...said, id: randomUUID(), submission_id: form.id, scope: form.scope, check_key: checkKey })
      .onConflict((conflict) => conflict.constraint('submission_answer_once').doUpdateSet(said))
      .execute();
  }
  const { isWhole, findings } = await findFormFindings(form, 'reader', call);
  return listShownAnswers(tx, form.id, isWhole ? null : async () => findings);
}
