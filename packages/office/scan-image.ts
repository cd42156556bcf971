import { createCanvas, type Canvas } from '@napi-rs/canvas';
import { AnnotationMode, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Picture of a page: a byte a point, 0 black, rows from top to bottom. */
export type GreyImage = { readonly width: number; readonly height: number; readonly data: Uint8Array };

export type ImageBox = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** A blank sheet has no ink at all, whatever splits the grain of its paper best. */
const INK_MAX = 200;
/** A sheet of A3 at 300 dots an inch. */
const POINTS_MAX = 18_000_000;

/** Draws the page as it is seen; a huge sheet is drawn coarser. Returns the dots an inch used. */
export async function drawPage(
  page: PDFPageProxy,
  dpi: number,
  signal: AbortSignal,
): Promise<{ canvas: Canvas; dpi: number }> {
  const natural = page.getViewport({ scale: dpi / 72 });
  const shrink = Math.min(1, Math.sqrt(POINTS_MAX / (natural.width * natural.height)));
  const viewport = page.getViewport({ scale: (dpi / 72) * shrink });
  const canvas = createCanvas(
    Math.max(1, Math.ceil(viewport.width)),
    Math.max(1, Math.ceil(viewport.height)),
  );
  const drawing = page.render({
    // The canvas of Node has all that pdf.js draws with, but not the type of a browser's element.
    canvas: canvas as unknown as Parameters<PDFPageProxy['render']>[0]['canvas'],
    viewport,
    background: 'white',
    annotationMode: AnnotationMode.DISABLE,
  });
  // Between its slices of work pdf.js would only yield to promises, and no time limit could end it.
  drawing.onContinue = (proceed: () => void) => setImmediate(proceed);
  const stop = (): void => drawing.cancel();
  signal.addEventListener('abort', stop);
  try {
    await drawing.promise;
  } finally {
    signal.removeEventListener('abort', stop);
    signal.throwIfAborted();
  }
  return { canvas, dpi: dpi * shrink };
}

/** The picture turned clockwise, the sheet grown so that nothing is cut off. */
export function turnCanvas(canvas: Canvas, degrees: number): Canvas {
  const angle = (degrees * Math.PI) / 180;
  const [sine, cosine] = [Math.abs(Math.sin(angle)), Math.abs(Math.cos(angle))];
  const width = Math.round(canvas.width * cosine + canvas.height * sine);
  const height = Math.round(canvas.width * sine + canvas.height * cosine);
  const turned = createCanvas(width, height);
  const context = turned.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.translate(width / 2, height / 2);
  context.rotate(angle);
  context.drawImage(canvas, -canvas.width / 2, -canvas.height / 2);
  return turned;
}

export function toGrey(canvas: Canvas): GreyImage {
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  const grey = new Uint8Array(width * height);
  for (let i = 0, j = 0; i < grey.length; i++, j += 4)
    grey[i] = ((data[j] ?? 255) * 77 + (data[j + 1] ?? 255) * 150 + (data[j + 2] ?? 255) * 29) >> 8;
  return { width, height, data: grey };
}

/** Brightness below which a point is ink, and below which it may at least belong to a thin line. */
export type Thresholds = { readonly ink: number; readonly faint: number };

/** Ink is told from paper by the split that parts the two kinds best (Otsu 1979); faint is halfway to the usual paper. */
export function findThresholds({ data }: GreyImage): Thresholds {
  const counts = new Uint32Array(256);
  for (let i = 0; i < data.length; i++) {
    const value = data[i] ?? 0;
    counts[value] = (counts[value] ?? 0) + 1;
  }
  const sum = counts.reduce((total, count, value) => total + count * value, 0);
  let [best, split, below, sumBelow] = [0, 128, 0, 0];
  for (let value = 0; value < 255; value++) {
    below += counts[value] ?? 0;
    sumBelow += (counts[value] ?? 0) * value;
    const above = data.length - below;
    if (below === 0 || above === 0) continue;
    const between = below * above * (sumBelow / below - (sum - sumBelow) / above) ** 2;
    if (between > best) [best, split] = [between, value];
  }
  const ink = Math.min(split + 1, INK_MAX);
  const paper = counts.indexOf(Math.max(...counts));
  return { ink, faint: Math.max(ink, Math.round((ink + paper) / 2)) };
}

/** A byte a point, 1 where it is darker than the threshold. */
export function toInk(image: GreyImage, threshold: number): GreyImage {
  const ink = new Uint8Array(image.data.length);
  for (let i = 0; i < ink.length; i++) if ((image.data[i] ?? 255) < threshold) ink[i] = 1;
  return { ...image, data: ink };
}

/** Everything brighter than the threshold becomes white: recognition must not look for letters in the grain of the paper. */
export function bleach(image: GreyImage, threshold: number): GreyImage {
  const data = Uint8Array.from(image.data);
  for (let i = 0; i < data.length; i++) if ((data[i] ?? 255) >= threshold) data[i] = 255;
  return { ...image, data };
}

export function countInk(ink: GreyImage, { left, top, width, height }: ImageBox): number {
  let count = 0;
  for (let y = top; y < top + height; y++)
    for (let i = y * ink.width + left; i < y * ink.width + left + width; i++) count += ink.data[i] ?? 0;
  return count;
}

/** The part of the box that holds its ink. */
export function inkBox(ink: GreyImage, box: ImageBox): ImageBox {
  let [left, right, top, bottom] = [box.left + box.width, box.left, box.top + box.height, box.top];
  for (let y = box.top; y < box.top + box.height; y++)
    for (let x = box.left; x < box.left + box.width; x++) {
      if (ink.data[y * ink.width + x] !== 1) continue;
      [left, right] = [Math.min(left, x), Math.max(right, x + 1)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y + 1)];
    }
  return right > left ? { left, top, width: right - left, height: bottom - top } : box;
}

/** A part of the picture with a white margin, as recognition likes it. */
export function cutOut(image: GreyImage, { left, top, width, height }: ImageBox, margin: number): GreyImage {
  const cut = new Uint8Array((width + 2 * margin) * (height + 2 * margin)).fill(255);
  for (let y = 0; y < height; y++) {
    const from = (top + y) * image.width + left;
    cut.set(image.data.subarray(from, from + width), (y + margin) * (width + 2 * margin) + margin);
  }
  return { width: width + 2 * margin, height: height + 2 * margin, data: cut };
}

export function paintWhite(image: GreyImage, { left, top, width, height }: ImageBox): void {
  for (let y = Math.max(0, top); y < Math.min(image.height, top + height); y++)
    image.data.fill(
      255,
      y * image.width + Math.max(0, left),
      y * image.width + Math.min(image.width, left + width),
    );
}
