/** A table as it goes into a spreadsheet: what it is and what the law says of it above its head. */
export type ResultSheet = {
  /** At most 31 characters, without `[]:*?/\`. */
  readonly name: string;
  readonly notes: readonly string[];
  readonly columns: readonly {
    readonly title: string;
    readonly kind: 'text' | 'count' | 'share' | 'number';
    /** In characters; absent: by the kind. */
    readonly width?: number | undefined;
  }[];
  /** A word in a column of numbers says why there is none. */
  readonly rows: readonly (readonly (string | number)[])[];
};
