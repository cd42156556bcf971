import type { Insertable, Selectable } from 'kysely';
import type { Evidence } from '@opora/domain/plans/evidence.ts';
import type { Evidence as EvidenceRow } from '../platform/database.gen.ts';
import type { Db, Tx } from '../platform/database.ts';
import type { StoredFile } from '../platform/stored-file-queries.ts';
import { personName } from './person-name.ts';

/** In the order of giving. */
export async function listEvidence(db: Db, instanceId: string): Promise<Evidence[]> {
  const rows = await selectEvidence(db)
    .where('evidence.instance_id', '=', instanceId)
    .orderBy('given_at')
    .orderBy('evidence.id')
    .execute();
  return rows.map(presentEvidence);
}

/** Evidence with its file and its giver, for any list of it. */
export function selectEvidence(db: Db) {
  return db
    .selectFrom('evidence')
    .leftJoin('stored_file', 'stored_file.id', 'evidence.stored_file_id')
    .leftJoin('person as giver', 'giver.id', 'evidence.given_by_id')
    .selectAll('evidence')
    .select(['stored_file.name', 'stored_file.media_type', 'stored_file.bytes'])
    .select(personName('giver').as('giver_name'));
}

type GivenRow = ContentRow & { readonly giver_name: string | null };

export function presentEvidence(row: GivenRow): Evidence {
  return {
    id: row.id,
    expectedResultId: row.expected_result_id,
    givenBy: row.giver_name,
    givenAt: row.given_at.toISOString(),
    ...content(row),
  };
}

type ContentRow = Selectable<EvidenceRow> & {
  readonly name: string | null;
  readonly media_type: string | null;
  readonly bytes: number | null;
};

/** Columns that the kind does not use are null; those it uses are written by `evidenceColumns`. */
function content(row: ContentRow) {
  switch (row.kind) {
    case 'document':
      return {
        kind: 'document' as const,
        type: row.document_type ?? '',
        number: row.document_number ?? '',
        on: row.document_on ?? '',
        title: row.title,
      };
    case 'link':
      return { kind: 'link' as const, link: row.link ?? '', title: row.title };
    case 'count':
      return { kind: 'count' as const, n: row.count_n ?? 0, total: row.count_total ?? 0 };
    case 'file':
      return {
        kind: 'file' as const,
        name: row.name ?? '',
        mediaType: row.media_type ?? '',
        bytes: row.bytes ?? 0,
      };
    default:
      return { kind: 'note' as const, note: row.note ?? '' };
  }
}

export async function insertEvidence(tx: Tx, row: Insertable<EvidenceRow>): Promise<void> {
  await tx.insertInto('evidence').values(row).execute();
}

export async function findEvidence(
  db: Db,
  id: string,
): Promise<{ instanceId: string; scope: string; authorScope: string; file: StoredFile | null } | undefined> {
  const row = await db
    .selectFrom('evidence')
    .leftJoin('stored_file', 'stored_file.id', 'evidence.stored_file_id')
    .select(['evidence.instance_id', 'evidence.scope', 'evidence.author_scope'])
    .select([
      'stored_file.id as file_id',
      'name',
      'media_type',
      'bytes',
      'sha256',
      'uploaded_by',
      'uploaded_at',
    ])
    .where('evidence.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { file_id, name, media_type, bytes, sha256, uploaded_at } = row;
  const found = file_id !== null && name !== null && media_type !== null && bytes !== null;
  return {
    instanceId: row.instance_id,
    scope: row.scope,
    authorScope: row.author_scope,
    file:
      found && sha256 !== null && uploaded_at !== null
        ? {
            id: file_id,
            name,
            mediaType: media_type,
            bytes,
            sha256,
            uploadedBy: row.uploaded_by,
            uploadedAt: uploaded_at,
          }
        : null,
  };
}

/** False when row security let it stay. */
export async function deleteEvidence(tx: Tx, id: string): Promise<boolean> {
  const result = await tx.deleteFrom('evidence').where('id', '=', id).executeTakeFirst();
  return result.numDeletedRows === 1n;
}
