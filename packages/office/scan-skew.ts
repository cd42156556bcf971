import type { GreyImage } from './scan-image.ts';

const SKEW_MAX = 4;
const SAMPLES_MAX = 60_000;

/**
 * How many degrees the lines of the picture fall to the right. Seen along its lines a page is striped most sharply, so the
 * angle at which the rows differ most is theirs. Takes ink, not brightness.
 */
export function findSkew(ink: GreyImage): number {
  const points = samplePoints(ink);
  if (points.length < 500) return 0;
  const best = (angles: readonly number[]): number =>
    angles.reduce(
      (found, angle) => {
        const score = sharpness(points, angle, ink);
        return score > found.score ? { angle, score } : found;
      },
      { angle: 0, score: sharpness(points, 0, ink) },
    ).angle;
  const coarse = best(range(-SKEW_MAX, SKEW_MAX, 0.25));
  return best(range(coarse - 0.25, coarse + 0.25, 0.05));
}

function range(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.round((to - from) / step) + 1 }, (_, index) => from + index * step);
}

function samplePoints({ width, height, data }: GreyImage): [x: number, y: number][] {
  let total = 0;
  for (const value of data) total += value;
  const every = Math.max(1, Math.floor(total / SAMPLES_MAX));
  const points: [number, number][] = [];
  let seen = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (data[y * width + x] === 1 && seen++ % every === 0) points.push([x, y]);
  return points;
}

function sharpness(
  points: readonly (readonly [number, number])[],
  degrees: number,
  { width, height }: GreyImage,
): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const shift = Math.ceil(Math.abs(slope) * width);
  const rows = new Int32Array(Math.ceil((height + 2 * shift) / 2) + 1);
  for (const [x, y] of points) {
    const row = (y - x * slope + shift) >> 1;
    rows[row] = (rows[row] ?? 0) + 1;
  }
  let score = 0;
  for (let i = 1; i < rows.length; i++) score += ((rows[i] ?? 0) - (rows[i - 1] ?? 0)) ** 2;
  return score;
}
