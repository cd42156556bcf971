import { randomUUID } from 'node:crypto';
import type { Db, Tx } from './database.ts';
import type { FileStore } from './file-store.ts';
import type { FileAnswer } from './mount.ts';
import type { UploadedFile } from './receive-upload.ts';

/** A file as its owning record shows it. */
export type StoredFile = {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly uploadedBy: string | null;
  readonly uploadedAt: Date;
};

/** The record that a file belongs to: its permission is the file's. */
export type FileOwner = { readonly kind: 'plan-draft' | 'plan' | 'evidence'; readonly id: string };

export async function insertStoredFile(
  tx: Tx,
  owner: FileOwner & { readonly scope: string },
  file: Pick<UploadedFile, 'name' | 'mediaType' | 'bytes' | 'sha256'> & { readonly id?: string },
  by: { readonly personId: string; readonly at: Date },
): Promise<string> {
  const id = file.id ?? randomUUID();
  await tx
    .insertInto('stored_file')
    .values({
      id,
      scope: owner.scope,
      owner_kind: owner.kind,
      owner_id: owner.id,
      name: file.name,
      media_type: file.mediaType,
      bytes: file.bytes,
      sha256: file.sha256,
      uploaded_by: by.personId,
      uploaded_at: by.at,
    })
    .execute();
  return id;
}

/** Files of the record in the order of uploading. Ask first whether the actor may see the record. */
export async function listStoredFiles(db: Db, owner: FileOwner): Promise<StoredFile[]> {
  const rows = await db
    .selectFrom('stored_file')
    .selectAll()
    .where('owner_kind', '=', owner.kind)
    .where('owner_id', '=', owner.id)
    .orderBy('uploaded_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    mediaType: row.media_type,
    bytes: row.bytes,
    sha256: row.sha256,
    uploadedBy: row.uploaded_by,
    uploadedAt: row.uploaded_at,
  }));
}

/** The answer of a download. */
export async function fileAnswer(store: FileStore, file: StoredFile): Promise<FileAnswer> {
  return { bytes: await store.read(file.sha256), name: file.name, mediaType: file.mediaType };
}

/** Those of the contents that are files of some record. */
export async function listStoredContents(db: Db, contents: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('stored_file')
    .select('sha256')
    .distinct()
    .where((eb) => eb('sha256', '=', eb.fn.any(eb.val(contents))))
    .execute();
  return new Set(rows.map((row) => row.sha256));
}
