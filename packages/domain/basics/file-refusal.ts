/** Why a file was not read. A text for each code is in `file-refusal-catalog.ts`. */
export type FileRefusalCode =
  | 'empty-file'
  | 'truncated'
  | 'broken'
  | 'unknown-format'
  | 'picture-not-document'
  | 'web-page'
  | 'not-a-table'
  | 'password-protected'
  | 'too-large'
  | 'expands-too-much'
  | 'too-many-entries'
  | 'too-many-pages'
  | 'too-many-cells'
  | 'nesting-too-deep'
  | 'xml-forbidden'
  | 'needs-libreoffice'
  | 'needs-tesseract'
  | 'took-too-long';

/** Numbers are in the unit of the code: bytes for sizes, else pieces (entries, pages, cells, levels, seconds). */
export type FileRefusalFacts = {
  readonly fileName: string | null;
  readonly limit: number | null;
  readonly found: number | null;
};

/** The only error that reading a file throws because of the file itself; anything else is a defect of the program. */
export class FileRefusal extends Error {
  readonly code: FileRefusalCode;
  readonly facts: FileRefusalFacts;

  constructor(code: FileRefusalCode, facts: Partial<FileRefusalFacts> = {}) {
    super(code);
    this.name = 'FileRefusal';
    this.code = code;
    this.facts = { fileName: null, limit: null, found: null, ...facts };
  }
}
