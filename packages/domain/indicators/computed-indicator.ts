import { elementsOf, type Formula } from './formula.ts';
import { isSecret } from './hide-values.ts';
import type { Indicator } from './indicator.ts';
import type { KnownIndicators } from './parse-formula.ts';
import { findRegisterElement } from './register-element.ts';

/**
 * How a computed indicator comes to a number above the school. `shown`: its formula over what is shown of the unit itself. `schools`: school by school, then added up. `sums`: over sums of a
 * register that is no secret. `own`: elements of several registers have no common schools, so that only a school has the number.
 */
export type ComputedWay = 'shown' | 'schools' | 'sums' | 'own';

export interface ComputedIndicator {
  readonly indicator: Indicator;
  readonly formula: Formula;
  readonly way: ComputedWay;
  /** Asked indicators it comes down to. */
  readonly asked: readonly string[];
  /** Those of them whose small numbers are kept back. */
  readonly secret: readonly string[];
  /** Computed indicators on the way, which a person may have typed. */
  readonly between: readonly string[];
  /** Elements of registers it comes down to. */
  readonly paths: readonly string[];
  /** How many periods back it looks. */
  readonly periodsBack: number;
}

const depthMax = 12;

/** Those of the indicators that are reckoned, with what they are reckoned from; a formula that cannot be read is none. */
export function computedIndicators(
  indicators: readonly Indicator[],
  known: KnownIndicators,
): readonly ComputedIndicator[] {
  return indicators.flatMap((indicator) => {
    const formula = known.formulaOf(indicator.code);
    if (formula === null) return [];
    const { asked, between, paths } = leavesOf(formula, known, 0);
    const secret = asked.filter((code) => {
      const definition = known.get(code);
      return definition !== undefined && isSecret(definition);
    });
    const periodsBack = backOf(formula, known, 0);
    const way = wayOf(formula, known, { asked, between, paths, periodsBack });
    return [{ indicator, formula, way, asked, secret, between, paths, periodsBack }];
  });
}

type Leaves = Pick<ComputedIndicator, 'asked' | 'between' | 'paths'>;

function leavesOf(formula: Formula, known: KnownIndicators, depth: number): Leaves {
  const asked = new Set<string>();
  const between = new Set<string>();
  const paths = new Set<string>();
  for (const element of elementsOf(formula)) {
    if (element.kind === 'register') {
      paths.add(element.path);
      continue;
    }
    const inner = depth < depthMax ? known.formulaOf(element.code) : null;
    if (inner === null) {
      asked.add(element.code);
      continue;
    }
    between.add(element.code);
    const below = leavesOf(inner, known, depth + 1);
    below.asked.forEach((code) => asked.add(code));
    below.between.forEach((code) => between.add(code));
    below.paths.forEach((path) => paths.add(path));
  }
  return { asked: [...asked], between: [...between], paths: [...paths] };
}

function backOf(formula: Formula, known: KnownIndicators, depth: number): number {
  if (formula.kind === 'number' || depth > depthMax) return 0;
  if (formula.kind === 'element') {
    const inner = formula.element.kind === 'indicator' ? known.formulaOf(formula.element.code) : null;
    return inner === null ? 0 : backOf(inner, known, depth + 1);
  }
  const [, second] = formula.args;
  const inside = Math.max(...formula.args.map((one) => backOf(one, known, depth + 1)));
  if (formula.name === 'change' || formula.name === 'previous') return inside + 1;
  if (formula.name === 'growth' || formula.name === 'fall')
    return inside + (second?.kind === 'number' ? second.value : 1);
  return inside;
}

function wayOf(
  formula: Formula,
  known: KnownIndicators,
  { asked, paths, periodsBack }: Leaves & Pick<ComputedIndicator, 'periodsBack'>,
): ComputedWay {
  const registers = new Set(paths.map((path) => findRegisterElement(path)?.register));
  // The difference of what is shown of two periods tells nothing more.
  const [operand] = formula.kind === 'call' && formula.name === 'change' ? formula.args : [];
  if (operand?.kind === 'element' && operand.element.kind === 'indicator') return 'shown';
  if (registers.size + (asked.length > 0 ? 1 : 0) !== 1) return 'own';
  const countsSchools = hasAnswer(formula, known, 0);
  if (registers.has('results')) return countsSchools ? 'schools' : 'shown';
  if (registers.has('plans')) return countsSchools || periodsBack > 0 ? 'own' : 'sums';
  return operand === undefined ? 'schools' : 'own';
}

/** Is there a question of yes or no in it, which only one school can answer? */
export function hasAnswer(formula: Formula, known: KnownIndicators, depth = 0): boolean {
  if (formula.kind === 'number' || depth > depthMax) return false;
  if (formula.type.unit === 'yes-no' && formula.kind === 'call') return true;
  if (formula.kind === 'call') return formula.args.some((one) => hasAnswer(one, known, depth + 1));
  const inner = formula.element.kind === 'indicator' ? known.formulaOf(formula.element.code) : null;
  return inner !== null && hasAnswer(inner, known, depth + 1);
}
