import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { EvidenceQuestion } from '@opora/domain/plans/evidence-question.ts';
import { mayAnswer, maySettle } from '@opora/domain/plans/evidence-question.ts';
import type { Call } from '../platform/mount.ts';
import { findQuestion, listQuestions, updateQuestion } from './question-queries.ts';

type Acting = Pick<Call, 'tx' | 'actor' | 'now' | 'allow'>;
type Seen = { readonly questionId: string; readonly version: number };

/** How it was, in the words of those who did it. */
export async function answerQuestion(
  { questionId, version, text }: Seen & { readonly text: string },
  call: Acting,
): Promise<EvidenceQuestion> {
  const question = await getQuestion(questionId, call);
  if (!mayAnswer(call.actor, question)) throw new Refusal('forbidden');
  const answer = { answer: text, answered_by_id: call.actor.personId, answered_at: call.now };
  return save(questionId, version, answer, call);
}

/** Takes the explanation for the facts as they are; nobody does so about her own. */
export async function settleQuestion(
  { questionId, version, note }: Seen & { readonly note: string },
  call: Acting,
): Promise<EvidenceQuestion> {
  const { fingerprint } = await getSettled(questionId, call);
  return save(
    questionId,
    version,
    {
      settled_fingerprint: fingerprint,
      settled_note: note,
      settled_by_id: call.actor.personId,
      settled_at: call.now,
    },
    call,
  );
}

export async function reopenQuestion({ questionId, version }: Seen, call: Acting): Promise<EvidenceQuestion> {
  await getSettled(questionId, call);
  const nothing = {
    settled_fingerprint: null,
    settled_note: null,
    settled_by_id: null,
    settled_at: null,
  };
  return save(questionId, version, nothing, call);
}

async function getQuestion(id: string, { tx, allow }: Acting) {
  const question = await findQuestion(tx, id);
  if (question === undefined) throw new Refusal('not-found');
  allow('plans.read', question);
  return question;
}

async function getSettled(id: string, call: Acting) {
  const question = await getQuestion(id, call);
  if (maySettle(call.actor, question)) return question;
  const isOwn = maySettle(call.actor, { ...question, givenByIds: [] });
  throw new Refusal(isOwn ? 'plans-own-question' : 'forbidden');
}

async function save(
  id: string,
  version: number,
  changes: Parameters<typeof updateQuestion>[3],
  { tx, actor }: Acting,
): Promise<EvidenceQuestion> {
  if (!(await updateQuestion(tx, id, version, changes))) throw new Refusal('changed-meanwhile');
  const [question] = await listQuestions(tx, actor, { questionId: id });
  if (question === undefined) throw new Refusal('not-found');
  return question;
}
