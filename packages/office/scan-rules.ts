import type { GreyImage, ImageBox } from './scan-image.ts';

/** A straight stroke of ink on the picture, in points of the picture. */
export type Stroke = ImageBox;

/** Inches. A letter's stem is shorter, a border thinner. */
const HORIZONTAL_MIN = 0.4;
const VERTICAL_MIN = 0.2;
const THICKNESS_MAX = 0.045;
const BREAK_MAX = 0.008;

/** Strokes that may be borders of tables. */
export function findStrokes(ink: GreyImage, dpi: number): { horizontal: Stroke[]; vertical: Stroke[] } {
  return {
    horizontal: strokesAlongRows(ink, { lengthMin: HORIZONTAL_MIN * dpi, dpi }),
    vertical: strokesAlongRows(transpose(ink), { lengthMin: VERTICAL_MIN * dpi, dpi }).map(
      ({ left, top, width, height }) => ({ left: top, top: left, width: height, height: width }),
    ),
  };
}

function transpose({ width, height, data }: GreyImage): GreyImage {
  const turned = new Uint8Array(data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) turned[x * height + y] = data[y * width + x] ?? 0;
  return { width: height, height: width, data: turned };
}

type Run = { readonly row: number; readonly from: number; readonly to: number };

function strokesAlongRows(ink: GreyImage, { lengthMin, dpi }: { lengthMin: number; dpi: number }): Stroke[] {
  const breakMax = Math.max(1, Math.round(BREAK_MAX * dpi));
  const open: { top: number; bottom: number; from: number; to: number }[] = [];
  const strokes: Stroke[] = [];
  const close = (row: number): void => {
    for (let i = open.length - 1; i >= 0; i--) {
      const each = open[i];
      if (!each || each.bottom >= row - breakMax) continue;
      open.splice(i, 1);
      const { top, bottom, from, to } = each;
      // A slightly slanted border is spread over more rows than it is thick.
      if (bottom - top + 1 <= THICKNESS_MAX * dpi + 0.004 * (to - from))
        strokes.push(
          extended(ink, { left: from, top, width: to - from, height: bottom - top + 1 }, lengthMin),
        );
    }
  };
  for (let row = 0; row < ink.height; row++) {
    close(row);
    for (const run of runsOfRow(ink, row, { lengthMin, breakMax })) {
      const same = open.find((each) => run.from <= each.to + breakMax && run.to >= each.from - breakMax);
      if (same)
        Object.assign(same, {
          bottom: row,
          from: Math.min(same.from, run.from),
          to: Math.max(same.to, run.to),
        });
      else open.push({ top: row, bottom: row, from: run.from, to: run.to });
    }
  }
  close(Infinity);
  return strokes;
}

/** The end of a slanted border runs on in the next row, too short there to be found by itself: it is followed as far as its ink goes. */
function extended(ink: GreyImage, stroke: Stroke, most: number): Stroke {
  const { left, top, width, height } = stroke;
  const hasInk = (x: number): boolean => {
    for (let row = Math.max(0, top - 1); row <= Math.min(ink.height - 1, top + height); row++)
      if (x >= 0 && x < ink.width && ink.data[row * ink.width + x] === 1) return true;
    return false;
  };
  let [from, to] = [left, left + width];
  while (left - from < most && hasInk(from - 1)) from -= 1;
  while (to - left - width < most && hasInk(to)) to += 1;
  return { left: from, top, width: to - from, height };
}

function runsOfRow(
  ink: GreyImage,
  row: number,
  { lengthMin, breakMax }: { lengthMin: number; breakMax: number },
): Run[] {
  const runs: Run[] = [];
  const offset = row * ink.width;
  let from = -1;
  let last = -1;
  for (let x = 0; x <= ink.width; x++) {
    const isInk = x < ink.width && ink.data[offset + x] === 1;
    if (isInk) {
      if (from === -1) from = x;
      last = x;
    } else if (from !== -1 && (x - last > breakMax || x === ink.width)) {
      if (last - from + 1 >= lengthMin) runs.push({ row, from, to: last + 1 });
      from = -1;
    }
  }
  return runs;
}
