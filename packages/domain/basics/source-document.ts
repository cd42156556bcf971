/**
 * A document as it was found in a file, before anything is understood: paragraphs and tables in reading order.
 * `office` makes this value from every format; `plans` and later features read it. Nothing here is interpreted.
 */
export type SourceDocument = {
  readonly format: SourceFormat;
  readonly blocks: readonly SourceBlock[];
  /** Number of pages where the format has pages (PDF), else null. */
  readonly pageCount: number | null;
  /** What the reader of the file could not take over, each with its place. */
  readonly notes: readonly SourceNote[];
};

export type SourceFormat =
  | 'text'
  | 'docx'
  | 'pdf'
  | 'xlsx'
  | 'xls'
  | 'ods'
  | 'html'
  | 'odt'
  | 'rtf'
  | 'doc'
  | 'scan';

export type SourceBlock = SourceParagraph | SourceTable;

export type SourceParagraph = {
  readonly kind: 'paragraph';
  /** Line breaks inside the paragraph are `\n`, tabs and gaps made of four or more spaces `\t`; an automatic list label is in `label`, not here. */
  readonly text: string;
  /** The automatic number or bullet as a reader sees it («1.1.», «•»), null when the text carries its own. */
  readonly label: string | null;
  /** 1 for the document's highest heading, null for body text. */
  readonly headingLevel: number | null;
  readonly alignment: 'left' | 'center' | 'right' | null;
  readonly place: SourcePlace;
};

export type SourceTable = {
  readonly kind: 'table';
  readonly rows: readonly SourceRow[];
  /** Number of grid columns, after spans are laid out. */
  readonly columnCount: number;
  /**
   * `grid`: rows and columns are as in the file. `torn`: the text came from a scan, so a visual row may be spread over
   * several rows, its cells shifted, and a title cut into cells.
   */
  readonly structure: 'grid' | 'torn';
  /** Name of the sheet for a workbook, else null. */
  readonly sheet: string | null;
  readonly place: SourcePlace;
};

export type SourceRow = {
  /** Cells from left to right; a cell covered by a span from above or from the left is not repeated. */
  readonly cells: readonly SourceCell[];
  /** True when the file itself says that the row is a heading repeated on each page. */
  readonly repeatedHead: boolean;
  readonly place: SourcePlace;
};

export type SourceCell = {
  /** Grid column of the cell's left edge, from 0. */
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** Paragraphs of the cell joined by `\n`, each with its automatic label in front; nested tables as rows of text. */
  readonly text: string;
};

/** Where a block stood. Numbers are from 1; what a format does not have is null. */
export type SourcePlace = {
  /** Line of a text file, or the running number of the paragraph or row in the file. */
  readonly line: number;
  readonly lastLine: number;
  readonly page: number | null;
  /** Number of the table in the document and of the row in it, for rows. */
  readonly table: number | null;
  readonly row: number | null;
};

export type SourceNote = {
  readonly code:
    | 'images-skipped'
    | 'page-without-text'
    | 'macros-ignored'
    | 'nesting-cut'
    | 'low-recognition'
    | 'table-without-rules'
    | 'row-unclear'
    | 'hidden-content'
    | 'number-formats-unread';
  readonly place: SourcePlace | null;
  /** Facts for the message: a page number, a count, a confidence in percent. */
  readonly value: number | null;
};
