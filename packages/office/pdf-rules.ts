import type { Box, Rule, Rules } from './pdf-geometry.ts';
import { apply, type Matrix, type Point } from './pdf-matrix.ts';

/** A border is at most this thick; a thicker filled rectangle is a background. Points. */
const RULE_THICKNESS_MAX = 3;
/** Dots and dashes nearer than this belong to one line. */
const DASH_GAP_MAX = 3.5;
const RULE_LENGTH_MIN = 4;
/** A drawing of more lines than this is a map or a chart, not a table. */
const RULES_MAX = 6000;

type Subpath = { readonly points: readonly Point[]; readonly curved: boolean };

export type RuleDraft = { readonly horizontal: Rule[]; readonly vertical: Rule[] };

/** Adds the borders a path may draw. The path is that of pdf.js: numbers led by 0 move, 1 line, 2 cubic, 3 quadratic, 4 close. */
export function addPath(
  draft: RuleDraft,
  path: ArrayLike<number>,
  matrix: Matrix,
  paint: 'stroke' | 'fill',
): void {
  const subpaths = readSubpaths(path, matrix);
  if (paint === 'stroke') {
    for (const { points } of subpaths) addStrokes(draft, points);
    return;
  }
  const boxes = subpaths.filter((each) => !each.curved && each.points.length > 3).map(toBox);
  boxes.forEach((box, index) => {
    if (addThinBox(draft, box)) return;
    const inner = boxes[index + 1];
    if (inner && isFrame(box, inner)) addStrokes(draft, corners(box));
  });
}

/** Lines joined from their dashes, without the too short ones. */
export function finishRules(draft: RuleDraft): Rules {
  return { horizontal: joinDashes(draft.horizontal), vertical: joinDashes(draft.vertical) };
}

function addStrokes(draft: RuleDraft, points: readonly Point[]): void {
  points.forEach(([x2, y2], index) => {
    const [x1, y1] = points[index - 1] ?? [x2, y2];
    if (Math.abs(y1 - y2) < 1 && Math.abs(x1 - x2) > Math.abs(y1 - y2))
      draft.horizontal.push({ at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) });
    else if (Math.abs(x1 - x2) < 1 && y1 !== y2)
      draft.vertical.push({ at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) });
  });
}

function addThinBox(draft: RuleDraft, { left, top, right, bottom }: Box): boolean {
  const [width, height] = [right - left, bottom - top];
  if (height <= RULE_THICKNESS_MAX && width >= height)
    draft.horizontal.push({ at: (top + bottom) / 2, from: left, to: right });
  else if (width <= RULE_THICKNESS_MAX)
    draft.vertical.push({ at: (left + right) / 2, from: top, to: bottom });
  else return false;
  return true;
}

function corners({ left, top, right, bottom }: Box): Point[] {
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
    [left, top],
  ];
}

function readSubpaths(path: ArrayLike<number>, matrix: Matrix): Subpath[] {
  const subpaths: Subpath[] = [];
  let points: Point[] = [];
  let curved = false;
  const close = (): void => {
    if (points.length > 1) subpaths.push({ points, curved });
    points = [];
    curved = false;
  };
  const at = (index: number): Point => apply(matrix, path[index] ?? NaN, path[index + 1] ?? NaN);
  for (let i = 0; i < path.length;) {
    const operator = path[i];
    if (operator === 0) close();
    if (operator === 4) {
      if (points[0]) points.push(points[0]);
      i += 1;
      continue;
    }
    const pairs = operator === 2 ? 3 : operator === 3 ? 2 : 1;
    if (pairs > 1) curved = true;
    points.push(at(i + 1 + (pairs - 1) * 2));
    i += 1 + pairs * 2;
  }
  close();
  return subpaths;
}

function toBox({ points }: Subpath): Box {
  const xs = points.map((point) => point[0]);
  const ys = points.map((point) => point[1]);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** Browsers draw the four borders of a box as one path: the outer edge with the inner one cut out. */
function isFrame(outer: Box, inner: Box): boolean {
  const gaps = [
    inner.left - outer.left,
    inner.top - outer.top,
    outer.right - inner.right,
    outer.bottom - inner.bottom,
  ];
  return gaps.every((gap) => gap >= -0.1 && gap <= RULE_THICKNESS_MAX) && gaps.some((gap) => gap > 0.05);
}

function joinDashes(rules: readonly Rule[]): Rule[] {
  const sorted = rules
    .filter((rule) => Number.isFinite(rule.at + rule.from + rule.to))
    .map((rule) => ({ ...rule, line: Math.round(rule.at * 2) }))
    .sort((a, b) => a.line - b.line || a.from - b.from);
  const joined: { at: number; from: number; to: number; line: number }[] = [];
  for (const rule of sorted) {
    const last = joined.at(-1);
    if (last && last.line === rule.line && rule.from - last.to <= DASH_GAP_MAX)
      last.to = Math.max(last.to, rule.to);
    else joined.push({ ...rule });
  }
  const long = joined.filter((rule) => rule.to - rule.from >= RULE_LENGTH_MIN);
  return long.length > RULES_MAX ? [] : long.map(({ at, from, to }) => ({ at, from, to }));
}
