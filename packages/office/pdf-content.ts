import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { emptyPage, type Box, type Glyph, type PageContent, type Turn } from './pdf-geometry.ts';
import { changeText, showGlyphs, startText, type ShownText, type TextState } from './pdf-glyphs.ts';
import { apply, compose, toMatrix, type Matrix } from './pdf-matrix.ts';
import { addPath, finishRules, type RuleDraft } from './pdf-rules.ts';

/** What a mark of the file says about a layer: true when its content is switched off. */
export type IsHidden = (layer: unknown) => boolean;

type Operators = { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] };

type State = TextState & { readonly matrix: Matrix; readonly clip: Box };

type Mark = 'artifact' | 'hidden' | 'other';

/** Everything on the page that text and tables are made of. */
export async function readPageContent(page: PDFPageProxy, isHidden: IsHidden): Promise<PageContent> {
  const operators: Operators = await page.getOperatorList();
  const upright = walk(page, operators, { turn: 0, isHidden });
  const turn = mainTurn(upright.glyphs);
  return turn === 0 ? upright : walk(page, operators, { turn, isHidden });
}

/** A landscape table on a portrait page has nearly all its text turned: then the page is read turned. */
function mainTurn(glyphs: readonly Glyph[]): Turn {
  const counts = new Map<Turn, number>();
  for (const glyph of glyphs) counts.set(glyph.turn, (counts.get(glyph.turn) ?? 0) + 1);
  for (const [turn, count] of counts) if (count > glyphs.length * 0.6) return turn;
  return 0;
}

function walk(
  page: PDFPageProxy,
  operators: Operators,
  how: { turn: Turn; isHidden: IsHidden },
): PageContent {
  const viewport = page.getViewport({ scale: 1, rotation: (page.rotate + how.turn) % 360 });
  const draft: RuleDraft = { horizontal: [], vertical: [] };
  const glyphs: Glyph[] = [];
  const images: Box[] = [];
  const stack: State[] = [];
  const marks: Mark[] = [];
  const start: State = {
    ...startText,
    matrix: toMatrix(viewport.transform),
    clip: { left: 0, top: 0, right: viewport.width, bottom: viewport.height },
  };
  let state = start;
  let clipNext = false;
  let hiddenGlyphs = 0;

  const drawPath = (args: PathArguments): void => {
    const [paint, paths, bounds] = args;
    const kind = paintKind(paint);
    if (kind && paths?.[0] && !marks.includes('hidden')) addPath(draft, paths[0], state.matrix, kind);
    if (clipNext && bounds) state = { ...state, clip: intersect(state.clip, boundsOf(state.matrix, bounds)) };
    clipNext = false;
  };
  const drawText = (shown: ShownText): void => {
    const drawn = showGlyphs(shown, state, state.matrix);
    state = { ...state, textMatrix: drawn.textMatrix };
    const artifact = marks.includes('artifact');
    if (marks.includes('hidden')) hiddenGlyphs += drawn.glyphs.length;
    else
      for (const glyph of drawn.glyphs) if (isInside(glyph, state.clip)) glyphs.push({ ...glyph, artifact });
  };

  operators.fnArray.forEach((operator, index) => {
    const args = operators.argsArray[index];
    switch (operator) {
      case OPS.save:
        stack.push(state);
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        state = stack.pop() ?? start;
        break;
      case OPS.transform:
        state = { ...state, matrix: compose(state.matrix, toMatrix(args as number[])) };
        break;
      case OPS.paintFormXObjectBegin:
        stack.push(state);
        state = { ...state, matrix: compose(state.matrix, toMatrix((args as [number[] | null])[0])) };
        break;
      case OPS.clip:
      case OPS.eoClip:
        clipNext = true;
        break;
      case OPS.constructPath:
        drawPath(args as PathArguments);
        break;
      case OPS.beginMarkedContent:
      case OPS.beginMarkedContentProps:
        marks.push(markOf(args as [string, unknown], how.isHidden));
        break;
      case OPS.endMarkedContent:
        marks.pop();
        break;
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
      case OPS.paintImageMaskXObject:
        images.push(intersect(state.clip, boundsOf(state.matrix, [0, 0, 1, 1])));
        break;
      case OPS.showText:
        drawText((args as [ShownText])[0]);
        break;
      default:
        state = { ...state, ...changeText(state, operator, args as number[], page.commonObjs) };
    }
  });
  return {
    ...emptyPage,
    page: page.pageNumber,
    width: viewport.width,
    height: viewport.height,
    glyphs,
    rules: finishRules(draft),
    images: images.filter((box) => box.right > box.left && box.bottom > box.top),
    hiddenGlyphs,
  };
}

/** Arguments of pdf.js: how it is painted, the path, its bounds as left, top, right, bottom. */
type PathArguments = readonly [
  paint: number,
  paths: readonly [ArrayLike<number> | null] | null,
  bounds: ArrayLike<number> | null,
];

function paintKind(paint: number): 'stroke' | 'fill' | null {
  switch (paint) {
    case OPS.stroke:
    case OPS.closeStroke:
    case OPS.fillStroke:
    case OPS.eoFillStroke:
    case OPS.closeFillStroke:
    case OPS.closeEOFillStroke:
      return 'stroke';
    case OPS.fill:
    case OPS.eoFill:
      return 'fill';
    default:
      return null;
  }
}

function markOf([tag, layer]: readonly [string, unknown], isHidden: IsHidden): Mark {
  if (tag === 'OC') return isHidden(layer) ? 'hidden' : 'other';
  return tag === 'Artifact' ? 'artifact' : 'other';
}

function boundsOf(matrix: Matrix, bounds: ArrayLike<number>): Box {
  const [left = 0, top = 0, right = 0, bottom = 0] = Array.from(bounds);
  const points = [
    apply(matrix, left, top),
    apply(matrix, right, top),
    apply(matrix, left, bottom),
    apply(matrix, right, bottom),
  ];
  const xs = points.map((point) => point[0]);
  const ys = points.map((point) => point[1]);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

function intersect(a: Box, b: Box): Box {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

function isInside({ centreX, centreY }: Pick<Glyph, 'centreX' | 'centreY'>, clip: Box): boolean {
  return centreX >= clip.left && centreX <= clip.right && centreY >= clip.top && centreY <= clip.bottom;
}
