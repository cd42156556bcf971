import type { SheetTable } from '@opora/domain/basics/sheet-table.ts';
import { readSheets } from '@opora/office/read-sheets.ts';
import { readFilesAsThread } from '../platform/file-reader.ts';

export type SheetsTask = { readonly bytes: Uint8Array; readonly cellsMax: number };
export type Sheets = readonly SheetTable[];

readFilesAsThread<SheetsTask, Sheets>(({ bytes, cellsMax }) => readSheets(bytes, { sheetCells: cellsMax }));
