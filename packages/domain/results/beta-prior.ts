/** How true shares of a procedure are spread over the schools of the territory: a beta distribution. */
export type BetaPrior = {
  readonly alpha: number;
  readonly beta: number;
  /** Schools it was estimated from. */
  readonly schools: number;
};

/** Counts of schools by their numbers, enough to estimate a prior without keeping the schools. */
export type PriorTally = {
  schools: number;
  readonly below: number[];
  readonly passed: number[];
  readonly participants: number[];
};

export function emptyTally(): PriorTally {
  return { schools: 0, below: [], passed: [], participants: [] };
}

/** Adds a school; one where nobody took part says nothing. */
export function addToTally(tally: PriorTally, below: number, participants: number): void {
  if (participants === 0) return;
  tally.schools += 1;
  tally.below[below] = (tally.below[below] ?? 0) + 1;
  tally.passed[participants - below] = (tally.passed[participants - below] ?? 0) + 1;
  tally.participants[participants] = (tally.participants[participants] ?? 0) + 1;
}

/** Schools of several tallies as one. */
export function mergeTallies(tallies: readonly PriorTally[]): PriorTally {
  const merged = emptyTally();
  for (const tally of tallies) {
    merged.schools += tally.schools;
    for (const side of ['below', 'passed', 'participants'] as const)
      tally[side].forEach((schools, value) => (merged[side][value] = (merged[side][value] ?? 0) + schools));
  }
  return merged;
}

/**
 * The likeliest prior with its strength taken back for how few schools it comes from: of k schools it takes from each no more than (k − 3)/(k − 1) of what the mode
 * would, as Morris corrects an estimated variance (Parametric Empirical Bayes Inference, JASA 78, 1983, 47–55). The mode knows nothing of its own error: a dozen
 * alike schools give it the weight of a hundred pupils, and one school with half below would be as good as impossible. With hundreds of schools nothing changes.
 */
export function estimatePrior(tally: PriorTally): BetaPrior {
  const { alpha, beta, schools } = likeliestPrior(tally);
  const mass = alpha + beta;
  const usual = usualParticipants(tally);
  const taken = (mass / (mass + usual)) * Math.max(0, (schools - 3) / (schools - 1));
  const tempered = Math.max(Math.min(mass, leastMass), (usual * taken) / (1 - taken));
  return { alpha: (alpha / mass) * tempered, beta: (beta / mass) * tempered, schools };
}

/** The weight of Jeffreys' prior: of three schools nothing can be said of how they differ. */
const leastMass = 1;

/** The harmonic mean: what a prior weighs against a school's own pupils goes by their inverse. */
function usualParticipants({ schools, participants }: PriorTally): number {
  const inverse = participants.reduce((sum, having, pupils) => sum + having / pupils, 0);
  return inverse === 0 ? 1 : schools / inverse;
}

/**
 * The mode of the marginal posterior of (log α/β, log(α+β)) under the hyperprior p(α, β) ∝ (α+β)^(−5/2): Gelman et al., Bayesian Data Analysis, 3rd ed.,
 * 5.3. With many schools this is the greatest marginal likelihood; the hyperprior keeps it finite where schools are few or do not differ. Found by
 * Newton's method in (log α, log β): the same tally gives the same digits.
 */
export function likeliestPrior(tally: PriorTally): BetaPrior {
  const likelihood = marginalLikelihood(tally);
  let [u, v] = startingPoint(tally);
  let here = likelihood(Math.exp(u), Math.exp(v));
  for (let round = 0; round < roundsMax; round += 1) {
    const [du, dv] = newtonStep(here);
    let size = Math.min(1, stepMax / Math.max(Math.abs(du), Math.abs(dv), tolerance));
    let next = here;
    for (; size > tolerance; size /= 2) {
      next = likelihood(Math.exp(u + size * du), Math.exp(v + size * dv));
      if (next.value >= here.value - slack * Math.abs(here.value)) break;
    }
    if (size <= tolerance) break;
    [u, v, here] = [u + size * du, v + size * dv, next];
    if (Math.abs(size * du) + Math.abs(size * dv) < tolerance) break;
  }
  return { alpha: Math.exp(u), beta: Math.exp(v), schools: tally.schools };
}

const roundsMax = 200;
const stepMax = 2;
const tolerance = 1e-10;
/** What rounding may take from the value: close to the top it hides that a step is upward. */
const slack = 1e-14;

/** Value, gradient and second derivatives by (log α, log β). */
type Point = {
  readonly value: number;
  readonly du: number;
  readonly dv: number;
  readonly duu: number;
  readonly dvv: number;
  readonly duv: number;
};

/**
 * ln of Π B(α+x, β+n−x)/B(α, β) over all schools is a sum of logarithms of α+k, β+k and α+β+k, each taken as often as there are schools that reach
 * past k: the work depends on the largest school and not on how many there are.
 */
function marginalLikelihood(tally: PriorTally): (alpha: number, beta: number) => Point {
  const [below, passed, participants] = [tally.below, tally.passed, tally.participants].map(reachingPast) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]; // three in, three out
  return (alpha, beta) => {
    const a = logarithms(alpha, below);
    const b = logarithms(beta, passed);
    const m = logarithms(alpha + beta, participants);
    const mass = alpha + beta;
    const [one, two] = [m.first + hyperpriorPower / mass, m.second - hyperpriorPower / (mass * mass)];
    const byAlpha = a.first + 1 / alpha - one;
    const byBeta = b.first + 1 / beta - one;
    return {
      value: a.sum + b.sum - m.sum + Math.log(alpha) + Math.log(beta) - hyperpriorPower * Math.log(mass),
      du: alpha * byAlpha,
      dv: beta * byBeta,
      duu: alpha * byAlpha + alpha * alpha * (a.second - 1 / (alpha * alpha) - two),
      dvv: beta * byBeta + beta * beta * (b.second - 1 / (beta * beta) - two),
      duv: -alpha * beta * two,
    };
  };
}

const hyperpriorPower = 2.5;

/** Schools whose number is more than k, for each k. */
function reachingPast(counts: readonly number[]): Float64Array {
  const reaching = new Float64Array(Math.max(0, counts.length - 1));
  let schools = 0;
  for (let k = counts.length - 1; k > 0; k -= 1) {
    schools += counts[k] ?? 0;
    reaching[k - 1] = schools;
  }
  return reaching;
}

/** Σ wₖ ln(x+k) with its first and second derivative. */
function logarithms(x: number, weights: Float64Array): { sum: number; first: number; second: number } {
  let [sum, first, second] = [0, 0, 0];
  for (let k = 0; k < weights.length; k += 1) {
    const weight = weights[k] ?? 0;
    sum += weight * Math.log(x + k);
    first += weight / (x + k);
    second -= weight / ((x + k) * (x + k));
  }
  return { sum, first, second };
}

/** Uphill where the surface is not curved like a hill, Newton's own step where it is. */
function newtonStep({ du, dv, duu, dvv, duv }: Point): readonly [number, number] {
  const determinant = duu * dvv - duv * duv;
  if (duu >= 0 || determinant <= 0) {
    const length = Math.hypot(du, dv);
    return length === 0 ? [0, 0] : [du / length, dv / length];
  }
  return [(-dvv * du + duv * dv) / determinant, (duv * du - duu * dv) / determinant];
}

/** The mean share of all pupils, with the weight of ten of them. */
function startingPoint(tally: PriorTally): readonly [number, number] {
  const total = (counts: readonly number[]): number =>
    counts.reduce((sum, schools, number) => sum + schools * number, 0);
  const mean = (total(tally.below) + 1) / (total(tally.participants) + 2);
  return [Math.log(10 * mean), Math.log(10 * (1 - mean))];
}
