import type { Insertable } from 'kysely';
import type { Comment } from '@opora/domain/plans/instance.ts';
import type { Comment as CommentRow } from '../platform/database.gen.ts';
import type { Db, Tx } from '../platform/database.ts';
import { personName } from './person-name.ts';

/** The oldest first. */
export async function listComments(db: Db, activityId: string): Promise<Comment[]> {
  const rows = await db
    .selectFrom('comment')
    .leftJoin('person as author', 'author.id', 'comment.author_id')
    .selectAll('comment')
    .select(personName('author').as('author_name'))
    .where('activity_id', '=', activityId)
    .orderBy('at')
    .orderBy('comment.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    instanceId: row.instance_id,
    text: row.text,
    by: row.author_name,
    at: row.at.toISOString(),
  }));
}

export async function insertComment(tx: Tx, row: Insertable<CommentRow>): Promise<void> {
  await tx.insertInto('comment').values(row).execute();
}
