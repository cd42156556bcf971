import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Glyph, Turn } from './pdf-geometry.ts';
import { apply, compose, identity, toMatrix, translate, type Matrix } from './pdf-matrix.ts';
import { readableText } from './pdf-characters.ts';

/** The text part of the graphics state of PDF 32000-1, 9.3. */
export type TextState = {
  readonly textMatrix: Matrix;
  readonly lineMatrix: Matrix;
  readonly size: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  readonly horizontalScale: number;
  readonly leading: number;
  readonly rise: number;
  /** Text units of one unit of a glyph's width: a thousandth but for fonts drawn by procedures. */
  readonly widthUnit: number;
};

export const startText: TextState = {
  textMatrix: identity,
  lineMatrix: identity,
  size: 10,
  charSpacing: 0,
  wordSpacing: 0,
  horizontalScale: 1,
  leading: 0,
  rise: 0,
  widthUnit: 0.001,
};

/** What pdf.js gives to show: characters and shifts between them in thousandths of the size. */
export type ShownText = readonly (ShownCharacter | number | null)[];

type ShownCharacter = { readonly unicode: string; readonly width: number; readonly isSpace: boolean };

type Fonts = { has(name: string): boolean; get(name: string): unknown };

/** The part of the text state that an operator changes; nothing for operators that are not about text. */
export function changeText(
  state: TextState,
  operator: number,
  args: readonly unknown[] | null,
  fonts: Fonts,
): Partial<TextState> {
  const first = Number(args?.[0] ?? 0);
  const second = Number(args?.[1] ?? 0);
  switch (operator) {
    case OPS.beginText:
      return { textMatrix: identity, lineMatrix: identity };
    case OPS.setTextMatrix:
      return startLine(toMatrix((args?.length === 1 ? args[0] : args) as ArrayLike<number>));
    case OPS.moveText:
      return startLine(translate(state.lineMatrix, first, second));
    case OPS.setLeadingMoveText:
      return { leading: -second, ...startLine(translate(state.lineMatrix, first, second)) };
    case OPS.nextLine:
      return startLine(translate(state.lineMatrix, 0, -state.leading));
    case OPS.setLeading:
      return { leading: first };
    case OPS.setFont:
      return { size: second, widthUnit: widthUnit(String(args?.[0]), fonts) };
    case OPS.setCharSpacing:
      return { charSpacing: first };
    case OPS.setWordSpacing:
      return { wordSpacing: first };
    case OPS.setHScale:
      return { horizontalScale: first / 100 };
    case OPS.setTextRise:
      return { rise: first };
    default:
      return {};
  }
}

function startLine(matrix: Matrix): Pick<TextState, 'textMatrix' | 'lineMatrix'> {
  return { textMatrix: matrix, lineMatrix: matrix };
}

function widthUnit(name: string, fonts: Fonts): number {
  if (!fonts.has(name)) return 0.001;
  const font = fonts.get(name) as { fontMatrix?: readonly number[] } | null;
  const unit = Math.abs(font?.fontMatrix?.[0] ?? 0);
  return unit > 0 ? unit : 0.001;
}

/** Places the characters on the page; slanted ones are left out, as only watermarks and stamps are slanted. */
export function showGlyphs(
  shown: ShownText,
  state: TextState,
  matrix: Matrix,
): { glyphs: Omit<Glyph, 'artifact'>[]; textMatrix: Matrix } {
  const glyphs: Omit<Glyph, 'artifact'>[] = [];
  let textMatrix = state.textMatrix;
  for (const item of shown) {
    if (item === null) continue;
    if (typeof item === 'number') {
      textMatrix = translate(textMatrix, (-item / 1000) * state.size * state.horizontalScale, 0);
      continue;
    }
    const width = item.width * state.widthUnit * state.size * state.horizontalScale;
    const spacing = (state.charSpacing + (item.isSpace ? state.wordSpacing : 0)) * state.horizontalScale;
    const glyph = placeGlyph(item.unicode, compose(matrix, textMatrix), { width, spacing, state });
    if (glyph) glyphs.push(glyph);
    textMatrix = translate(textMatrix, width + spacing, 0);
  }
  return { glyphs, textMatrix };
}

function placeGlyph(
  unicode: string,
  matrix: Matrix,
  { width, spacing, state }: { width: number; spacing: number; state: TextState },
): Omit<Glyph, 'artifact'> | null {
  const text = readableText(unicode);
  const turn = turnOf(matrix);
  if (text === '' || turn === null) return null;
  const scaleAlong = Math.hypot(matrix[0], matrix[1]);
  const size = Math.abs(state.size) * Math.hypot(matrix[2], matrix[3]);
  const [x, y] = apply(matrix, 0, state.rise);
  const [centreX, centreY] = apply(matrix, width / 2, state.rise + state.size * 0.3);
  if (!Number.isFinite(x + y + size + width) || size < 0.5) return null;
  const mirrored = width < 0;
  const placed = Math.abs(width) * scaleAlong;
  const [start, baseline] = alongText(turn, x, y);
  return {
    text,
    start: mirrored ? start - placed : start,
    baseline,
    width: placed,
    advance: placed + spacing * scaleAlong,
    size,
    turn,
    centreX,
    centreY,
  };
}

/** Reading direction within 3 degrees of an axis. The page's `y` grows downwards, so 90° has a negative sine. */
function turnOf(matrix: Matrix): Turn | null {
  const degrees = (Math.atan2(-matrix[1], matrix[0]) * 180) / Math.PI;
  const nearest = Math.round(degrees / 90) * 90;
  if (Math.abs(degrees - nearest) > 3) return null;
  return (((nearest % 360) + 360) % 360) as Turn;
}

function alongText(turn: Turn, x: number, y: number): readonly [start: number, baseline: number] {
  switch (turn) {
    case 0:
      return [x, y];
    case 90:
      return [-y, x];
    case 180:
      return [-x, -y];
    case 270:
      return [y, -x];
  }
}
