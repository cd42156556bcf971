/**
 * Geometry of one page as a reader sees it: turned upright, cut to the crop box, in points, `y` growing downwards.
 */
export type PageContent = {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly rules: Rules;
  readonly images: readonly Box[];
  /** Text that the file keeps in a layer switched off. */
  readonly hiddenGlyphs: number;
  /** The page could not be read at all. */
  readonly isBroken: boolean;
  /** How sure recognition is of the words, percent; null when the text was in the file. */
  readonly confidence: number | null;
  /** A picture on it was not recognised, for want of the program. */
  readonly isPicture: boolean;
};

export function brokenPage(page: number): PageContent {
  return { ...emptyPage, page, isBroken: true };
}

export const emptyPage: PageContent = {
  page: 0,
  width: 0,
  height: 0,
  glyphs: [],
  rules: { horizontal: [], vertical: [] },
  images: [],
  hiddenGlyphs: 0,
  isBroken: false,
  confidence: null,
  isPicture: false,
};

/** One drawn character. `start` and `baseline` are measured in its own reading direction, the centre on the page. */
export type Glyph = {
  readonly text: string;
  readonly start: number;
  readonly baseline: number;
  readonly width: number;
  /** Distance to where the next character is expected: the width with character and word spacing. */
  readonly advance: number;
  readonly size: number;
  readonly turn: Turn;
  readonly centreX: number;
  readonly centreY: number;
  /** Marked by the producer as page furniture: running heads, page numbers, watermarks. */
  readonly artifact: boolean;
};

/** Reading direction, degrees counter-clockwise; null for slanted text such as a watermark. */
export type Turn = 0 | 90 | 180 | 270;

export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** A drawn line that may border cells: at `at` across, from `from` to `to` along. */
export type Rule = { readonly at: number; readonly from: number; readonly to: number };

export type Rules = { readonly horizontal: readonly Rule[]; readonly vertical: readonly Rule[] };
