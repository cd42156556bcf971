import type { Language } from '@opora/domain/basics/catalog.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { printForm } from '@opora/domain/indicators/form-sheet.ts';
import {
  type DocumentLine,
  type FormDocument,
  matchDocument,
} from '@opora/domain/indicators/match-document.ts';
import { type FormFile, readFormSheets } from '@opora/domain/indicators/read-form-sheets.ts';
import type { SchoolForm } from '@opora/domain/indicators/school-form.ts';
import { writeFormXlsx } from '@opora/office/write-form-xlsx.ts';
import { allowedInNames } from '../platform/docx-answer.ts';
import type { Call, FileAnswer, UploadCall } from '../platform/mount.ts';
import type { UploadedFile } from '../platform/receive-upload.ts';
import { readUploadedSheets } from '../registry/read-uploaded-sheets.ts';
import type { SheetReader } from '../registry/register-sheets.ts';
import { openForm } from './open-form.ts';

export type DocumentLineReader = {
  read(fileName: string, load: () => Promise<Uint8Array>): Promise<readonly DocumentLine[]>;
  close(): Promise<void>;
};

/** What the person may see of the form as a workbook. */
export async function exportForm(submissionId: string, language: Language, call: Call): Promise<FileAnswer> {
  const form = await openForm(submissionId, call);
  return {
    bytes: await writeFormXlsx(printForm(form, language)),
    name: `${allowedInNames(`${form.title}, ${form.schoolName}`).slice(0, 120)}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  };
}

/** What a filled workbook says of the form, for a person to look at. */
export async function readFormFile(
  submissionId: string,
  reader: SheetReader,
  call: UploadCall,
): Promise<FormFile> {
  const { form, file } = await openForFilling(submissionId, call);
  const sheets = await readUploadedSheets(call, reader, file);
  const shares = form.indicators.filter(({ unit }) => unit === 'share').map(({ code }) => code);
  return readFormSheets(sheets, { submissionId, codes: form.indicators.map(({ code }) => code), shares });
}

/** What a document says of the form, for a person to look at. */
export async function readFormDocument(
  submissionId: string,
  reader: DocumentLineReader,
  call: UploadCall,
): Promise<FormDocument> {
  const { form, file } = await openForFilling(submissionId, call);
  const { files } = call.parts;
  try {
    const lines = await reader.read(file.name, () => files.read(file.sha256));
    return matchDocument(lines, form.indicators, form.period);
  } finally {
    await files.takeBack(file);
  }
}

async function openForFilling(
  submissionId: string,
  call: UploadCall,
): Promise<{ readonly form: SchoolForm; readonly file: UploadedFile }> {
  const form = await openForm(submissionId, call);
  call.allow('indicators.enter', form);
  const [file] = call.files;
  if (file === undefined) throw new Refusal('input-invalid');
  return { form, file };
}
