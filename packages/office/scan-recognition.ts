import type { Canvas } from '@napi-rs/canvas';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { emptyPage, type Box, type Glyph, type PageContent, type Rule, type Rules } from './pdf-geometry.ts';
import { median } from './pdf-lines.ts';
import { findGrids } from './pdf-tables.ts';
import {
  bleach,
  countInk,
  cutOut,
  drawPage,
  findThresholds,
  inkBox,
  paintWhite,
  toGrey,
  toInk,
  turnCanvas,
  type GreyImage,
  type ImageBox,
} from './scan-image.ts';
import { findStrokes, type Stroke } from './scan-rules.ts';
import { findSkew } from './scan-skew.ts';
import { recognise, type Recognition, type SeenWord } from './scan-tesseract.ts';

const DPI = 300;
/** Fewer points of ink are dirt. */
const INK_MIN = 25;
const MARGIN = 16;
/** Percent; a page read worse may lie on its side or upside down. */
const POOR_CONFIDENCE = 60;
const NOISE_CONFIDENCE = 40;
/** Percent; a cell of so few letters that is read no surer may be another number. */
const SURE_CONFIDENCE = 90;
const FEW_LETTERS = 5;
/** Height from capitals to descenders in sizes of the type, for Times and its kind. */
const LINE_HEIGHT = 0.9;

/** More ink than this share of the sheet is a photograph. */
const INK_SHARE_MAX = 0.4;

export type PageRecognition = Omit<Recognition, 'dpi'>;

/** The page with the words and borders seen on its picture; words are its glyphs. Null when it is blank or a photograph. */
export async function recognisePage(page: PDFPageProxy, how: PageRecognition): Promise<PageContent | null> {
  const { canvas, dpi } = await drawPage(page, DPI, how.signal);
  const grey = toGrey(canvas);
  const inkPoints = countInk(toInk(grey, findThresholds(grey).ink), { left: 0, top: 0, ...grey });
  if (inkPoints < INK_MIN || inkPoints > INK_SHARE_MAX * grey.width * grey.height) return null;
  const read = (turn: number): Promise<PageContent> =>
    readPicture(straightened(turn === 0 ? canvas : turnCanvas(canvas, turn)), page.pageNumber, {
      ...how,
      dpi,
    });
  let best = await read(0);
  for (const turn of [180, 90, 270]) {
    if ((best.confidence ?? 0) >= POOR_CONFIDENCE) break;
    const turned = await read(turn);
    if ((turned.confidence ?? 0) > (best.confidence ?? 0)) best = turned;
  }
  return best.glyphs.length === 0 ? null : best;
}

/** The borders on the picture of a page whose text is known: a scan with a layer of text under it. */
export async function findDrawnRules(page: PDFPageProxy, signal: AbortSignal): Promise<Rules> {
  const { canvas, dpi } = await drawPage(page, DPI / 2, signal);
  const grey = toGrey(canvas);
  return toRules(findStrokes(toInk(grey, findThresholds(grey).faint), dpi), dpi);
}

function straightened(canvas: Canvas): Canvas {
  const grey = toGrey(canvas);
  const skew = findSkew(toInk(grey, findThresholds(grey).ink));
  return Math.abs(skew) < 0.05 ? canvas : turnCanvas(canvas, -skew);
}

async function readPicture(canvas: Canvas, page: number, how: Recognition): Promise<PageContent> {
  how.signal.throwIfAborted();
  const grey = toGrey(canvas);
  const { ink: inkMax, faint } = findThresholds(grey);
  const image = bleach(grey, faint);
  const strokes = findStrokes(toInk(image, faint), how.dpi);
  const rules = toRules(strokes, how.dpi);
  const grids = findGrids(rules);
  // Letters are read better without the borders beside them.
  if (grids.length > 0)
    for (const stroke of [...strokes.horizontal, ...strokes.vertical]) paintWhite(image, grown(stroke, 2));
  const cells = grids.flatMap((grid) =>
    grid.cells.map((cell) =>
      toImageBox(
        {
          left: grid.columnEdges[cell.column] ?? 0,
          top: grid.rowEdges[cell.row] ?? 0,
          right: grid.columnEdges[cell.column + cell.columnSpan] ?? 0,
          bottom: grid.rowEdges[cell.row + cell.rowSpan] ?? 0,
        },
        image,
        how.dpi,
      ),
    ),
  );
  const ink = toInk(image, inkMax);
  const filled = cells.filter((cell) => countInk(ink, cell) >= INK_MIN);
  const inCells = await readCells({ image, ink }, filled, how);
  for (const { box } of grids) paintWhite(image, toImageBox(box, image, how.dpi));
  const [outside = []] = await recognise([image], 'page', how);
  const words = [
    ...inCells.flatMap(({ box, words: seen }, index) => seen.map((word) => moved(word, box, index + 1))),
    ...withoutNoise(outside).map((word) => ({ ...word, group: 0 })),
  ];
  return {
    ...emptyPage,
    page,
    width: (image.width * 72) / how.dpi,
    height: (image.height * 72) / how.dpi,
    glyphs: toGlyphs(words, how.dpi),
    rules,
    confidence: meanConfidence(words),
  };
}

type ReadCell = { readonly box: ImageBox; readonly words: readonly SeenWord[] };

/** A number or a sign that is not sure in a block of lines is looked at again as one line, cut to its ink. */
async function readCells(
  { image, ink }: { readonly image: GreyImage; readonly ink: GreyImage },
  cells: readonly ImageBox[],
  how: Recognition,
): Promise<ReadCell[]> {
  const cut = (boxes: readonly ImageBox[]): GreyImage[] => boxes.map((box) => cutOut(image, box, MARGIN));
  const blocks = await recognise(cut(cells), 'block', how);
  const read = cells.map((box, index): ReadCell => ({ box, words: blocks[index] ?? [] }));
  const doubtful = read.flatMap(({ box, words }, index) =>
    words.reduce((sum, { text }) => sum + text.length, 0) <= FEW_LETTERS &&
    meanConfidence(words) < SURE_CONFIDENCE
      ? [{ index, box: inkBox(ink, box) }]
      : [],
  );
  const lines = await recognise(cut(doubtful.map(({ box }) => box)), 'line', how);
  doubtful.forEach(({ index, box }, at) => {
    const words = lines[at] ?? [];
    if (meanConfidence(words) > meanConfidence(read[index]?.words ?? [])) read[index] = { box, words };
  });
  return read;
}

/** Outside of tables a page has stamps, signatures and dirt: lines read so badly are none of the text. */
function withoutNoise(words: readonly SeenWord[]): SeenWord[] {
  const noisy = new Set(
    [...Map.groupBy(words, (word) => word.line)]
      .filter(
        ([, line]) =>
          meanConfidence(line) < NOISE_CONFIDENCE || !line.some((word) => /[\p{L}\d]/u.test(word.text)),
      )
      .map(([number]) => number),
  );
  return words.filter((word) => !noisy.has(word.line));
}

type PlacedWord = SeenWord & { readonly group: number };

function moved(word: SeenWord, { left, top }: ImageBox, group: number): PlacedWord {
  const [x, y] = [left - MARGIN, top - MARGIN];
  return { ...word, left: word.left + x, right: word.right + x, baseline: word.baseline + y, group };
}

function toRules({ horizontal, vertical }: { horizontal: Stroke[]; vertical: Stroke[] }, dpi: number): Rules {
  const unit = 72 / dpi;
  const rule = (at: number, from: number, length: number): Rule => ({
    at: at * unit,
    from: from * unit,
    to: (from + length) * unit,
  });
  return {
    horizontal: horizontal.map(({ left, top, width, height }) => rule(top + height / 2, left, width)),
    vertical: vertical.map(({ left, top, width, height }) => rule(left + width / 2, top, height)),
  };
}

function grown({ left, top, width, height }: ImageBox, by: number): ImageBox {
  return { left: left - by, top: top - by, width: width + 2 * by, height: height + 2 * by };
}

function toImageBox(box: Box, image: GreyImage, dpi: number): ImageBox {
  const unit = dpi / 72;
  const left = Math.max(0, Math.round(box.left * unit));
  const top = Math.max(0, Math.round(box.top * unit));
  return {
    left,
    top,
    width: Math.max(0, Math.min(image.width, Math.round(box.right * unit)) - left),
    height: Math.max(0, Math.min(image.height, Math.round(box.bottom * unit)) - top),
  };
}

/** Words become glyphs with spaces between; the size of type is evened out, as a picture shows it only roughly. */
function toGlyphs(words: readonly PlacedWord[], dpi: number): Glyph[] {
  const unit = 72 / dpi;
  const usual = median(words.map((word) => word.lineHeight));
  return words.flatMap((word, index) => {
    const isUsual = word.lineHeight < usual * 1.3;
    const size = ((isUsual ? usual : word.lineHeight) * unit) / LINE_HEIGHT;
    const baseline = word.baseline * unit;
    const glyph = (text: string, left: number, right: number): Glyph => ({
      text,
      start: left * unit,
      baseline,
      width: (right - left) * unit,
      advance: (right - left) * unit,
      size,
      turn: 0,
      centreX: ((left + right) / 2) * unit,
      centreY: baseline - 0.3 * size,
      artifact: false,
    });
    const next = words[index + 1];
    const isLast = next?.line !== word.line || next.group !== word.group;
    const isFirst = words[index - 1]?.line !== word.line || words[index - 1]?.group !== word.group;
    const isAlone = word.group > 0 && isFirst && isLast;
    const text = corrected(word.text, { beginsLine: isFirst && !isLast, isAlone });
    const own = glyph(text, word.left, word.right);
    return isLast ? [own] : [own, glyph(' ', word.right, Math.max(word.right, next.left))];
  });
}

const digitsSeen: Readonly<Record<string, string>> = { З: '3', з: '3', О: '0', о: '0' };

/**
 * What Tesseract makes of a round bullet, the second full stop it sees after initials, and letters it takes for the digits they
 * look like: beside digits, or alone in a cell of a table.
 */
export function corrected(text: string, where: { beginsLine: boolean; isAlone: boolean }): string {
  if (where.beginsLine && /^[®©°»•·*‹>]$/u.test(text)) return '•';
  const isNumber = /^(?=.*\d)[\dЗзОо]+(?:[.,/–-][\dЗзОо]+)*[.)]?$/u.test(text);
  if (isNumber || (where.isAlone && /^[Зз][.)]?$/u.test(text)))
    return text.replace(/[ЗзОо]/gu, (letter) => digitsSeen[letter] ?? letter);
  return text.replace(/(\p{Lu}\.)\.(?!\.)/gu, '$1');
}

function meanConfidence(words: readonly SeenWord[]): number {
  const letters = words.reduce((sum, word) => sum + word.text.length, 0);
  return letters === 0
    ? 0
    : words.reduce((sum, word) => sum + word.confidence * word.text.length, 0) / letters;
}
