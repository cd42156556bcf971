import { describe, expect, it } from 'vitest';
import { addToTally, emptyTally, estimatePrior, likeliestPrior } from './beta-prior.ts';
import { probabilityOver } from './probability-over.ts';
import { ratTumours } from './rat-tumours-for-tests.ts';

type Groups = readonly (readonly [below: number, participants: number])[];

function tallyOf(groups: Groups) {
  const tally = emptyTally();
  for (const [below, participants] of groups) addToTally(tally, below, participants);
  return tally;
}

const priorOf = (groups: Groups) => likeliestPrior(tallyOf(groups));

const upTo = (count: number) => Array.from({ length: count }, (_, k) => k);
const risingLog = (x: number, count: number) => upTo(count).reduce((sum, k) => sum + Math.log(x + k), 0);

/** The marginal posterior group by group, straight from the formula (5.8) with the hyperprior (5.9) of the book. */
function logPosterior(alpha: number, beta: number): number {
  const groups = ratTumours.map(
    ([y, n]) => risingLog(alpha, y) + risingLog(beta, n - y) - risingLog(alpha + beta, n),
  );
  return groups.reduce(
    (sum, one) => sum + one,
    Math.log(alpha) + Math.log(beta) - 2.5 * Math.log(alpha + beta),
  );
}

describe('the likeliest prior of a procedure', () => {
  const prior = priorOf(ratTumours);

  it('is where the posterior of published data is greatest', () => {
    expect(ratTumours).toHaveLength(71);
    const top = logPosterior(prior.alpha, prior.beta);
    for (const [da, db] of [
      [1.001, 1],
      [0.999, 1],
      [1, 1.001],
      [1, 0.999],
      [1.01, 1.01],
      [0.99, 0.99],
    ] as const)
      expect(logPosterior(prior.alpha * da, prior.beta * db)).toBeLessThan(top);
    // scipy 1.17.1, minimize(Nelder-Mead) over the same formula
    expect(prior.alpha).toBeCloseTo(2.2272303, 6);
    expect(prior.beta).toBeCloseTo(13.2837551, 5);
  });

  it('belongs to the posterior whose means the book prints: α 2.4 and β 14.3', () => {
    let [mass, alphaMean, betaMean] = [0, 0, 0];
    const top = logPosterior(prior.alpha, prior.beta);
    for (let ratio = -2.3; ratio <= -1.3; ratio += 0.1)
      for (let size = 1; size <= 5; size += 0.15) {
        const [both, odds] = [Math.exp(size), Math.exp(ratio)];
        const [alpha, beta] = [(both * odds) / (1 + odds), both / (1 + odds)];
        const weight = Math.exp(logPosterior(alpha, beta) - top);
        mass += weight;
        alphaMean += weight * alpha;
        betaMean += weight * beta;
      }
    expect(alphaMean / mass).toBeCloseTo(2.4, 1);
    expect(betaMean / mass).toBeCloseTo(14.3, 1);
  });

  it.each([
    ['one school', [[3, 10]]],
    [
      'nobody below anywhere',
      [
        [0, 20],
        [0, 30],
        [0, 5],
      ],
    ],
    [
      'everybody below everywhere',
      [
        [20, 20],
        [30, 30],
      ],
    ],
    ['equal shares, less spread than chance would make', upTo(50).map(() => [15, 50])],
    [
      'nothing but zeros and wholes',
      [
        [0, 100],
        [100, 100],
        [0, 100],
      ],
    ],
    [
      'a school as large as a region',
      [
        [3000, 10_000],
        [1, 3],
      ],
    ],
  ] as [string, [number, number][]][])('exists for %s', (_, groups) => {
    const { alpha, beta, schools } = estimatePrior(tallyOf(groups));
    expect(schools).toBe(groups.length);
    expect(alpha).toBeGreaterThan(0);
    expect(beta).toBeGreaterThan(0);
    expect(Number.isFinite(alpha + beta)).toBe(true);
    const [below, participants] = [groups[0]![0], groups[0]![1]];
    const probability = probabilityOver({ alpha, beta, schools }, 0.3, { below, participants });
    expect(probability).toBeGreaterThanOrEqual(0);
    expect(probability).toBeLessThanOrEqual(1);
  });

  it('finds what the schools were drawn from', () => {
    // Beta(2, 6) by its own quantiles in even steps, binomial counts by theirs: no chance in it.
    const shares = upTo(400).map((at) => quantile((at + 0.5) / 400));
    const { alpha, beta } = priorOf(shares.map((share) => [Math.round(share * 2000), 2000]));
    expect(alpha / (alpha + beta)).toBeCloseTo(0.25, 2);
    expect(alpha + beta).toBeGreaterThan(7);
    expect(alpha + beta).toBeLessThan(9);
  });
});

/** The probability when nothing of the prior is taken for known: over a grid of priors, each by its posterior (5.8), (5.9). */
function overAllPriors(groups: Groups, [below, participants]: Groups[number]): number {
  const weight = (alpha: number, beta: number) =>
    groups.reduce(
      (sum, [y, n]) => sum + risingLog(alpha, y) + risingLog(beta, n - y) - risingLog(alpha + beta, n),
      Math.log(alpha) + Math.log(beta) - 2.5 * Math.log(alpha + beta),
    );
  const { alpha, beta } = priorOf(groups);
  const top = weight(alpha, beta);
  let [all, over] = [0, 0];
  for (let ratio = -3; ratio <= 3; ratio += 0.2)
    for (let size = -2; size <= 12; size += 0.4) {
      const [mass, odds] = [Math.exp(size), Math.exp(Math.log(alpha / beta) + ratio)];
      const prior = { alpha: (mass * odds) / (1 + odds), beta: mass / (1 + odds), schools: 0 };
      const share = Math.exp(weight(prior.alpha, prior.beta) - top);
      all += share;
      over += share * probabilityOver(prior, 0.3, { below, participants });
    }
  return over / all;
}

describe('the prior of few schools', () => {
  const alike = (schools: number): Groups => [...upTo(schools).map(() => [2, 20] as const), [5, 10]];

  it.each([
    [12, alike(12)],
    [12, [...upTo(12).map((at) => [1 + (at % 3), 20] as const), [5, 10] as const]],
    [7, [...upTo(7).map((at) => [1 + (at % 2), 20] as const), [5, 10] as const]],
  ])(
    'of %i alike ones and one of 5 of 10 is nearer to all priors weighed than the likeliest',
    (_, groups) => {
      const over = (prior: ReturnType<typeof priorOf>) =>
        Math.log(probabilityOver(prior, 0.3, { below: 5, participants: 10 }));
      const fair = Math.log(overAllPriors(groups, [5, 10]));
      const tempered = over(estimatePrior(tallyOf(groups)));
      expect(tempered).toBeGreaterThan(over(priorOf(groups)));
      expect(Math.abs(tempered - fair)).toBeLessThan(0.6);
    },
  );

  it('leaves a listed school of 5 of 10 no less than three in a hundred', () => {
    const over = (prior: ReturnType<typeof priorOf>) =>
      probabilityOver(prior, 0.3, { below: 5, participants: 10 });
    expect(over(priorOf(alike(12)))).toBeLessThan(0.001);
    expect(over(estimatePrior(tallyOf(alike(12))))).toBeGreaterThan(0.03);
  });

  it('of many schools is the likeliest', () => {
    const many = upTo(2_000).map((at) => [at % 9, 20] as const);
    const [one, other] = [priorOf(many), estimatePrior(tallyOf(many))];
    expect(other.alpha / one.alpha).toBeGreaterThan(0.99);
    expect(other.beta / one.beta).toBeCloseTo(other.alpha / one.alpha, 9);
  });

  it('takes nothing from three schools but the least that a prior can weigh', () => {
    const { alpha, beta } = estimatePrior(
      tallyOf([
        [2, 20],
        [3, 20],
        [1, 20],
      ]),
    );
    expect(alpha + beta).toBeCloseTo(1, 9);
  });
});

/** Quantile of Beta(2, 6) by halving its distribution function, written out as a polynomial sum. */
function quantile(q: number): number {
  let [low, high] = [0, 1];
  for (let round = 0; round < 50; round += 1) {
    const x = (low + high) / 2;
    const under = 1 - (1 - x) ** 7 - 7 * x * (1 - x) ** 6;
    if (under < q) low = x;
    else high = x;
  }
  return low;
}

describe('the probability of being over the threshold', () => {
  const prior = priorOf(ratTumours);
  const flat = (below: number, participants: number) =>
    probabilityOver({ alpha: 1, beta: 1, schools: 0 }, 0.3, { below, participants });
  const over = (below: number, participants: number) => probabilityOver(prior, 0.3, { below, participants });

  it.each([
    [4, 14, 0.1215637],
    [15, 47, 0.3208913],
    [0, 20, 0.0001188],
  ])('after %i of %i is what scipy gives', (below, participants, probability) => {
    expect(over(below, participants)).toBeCloseTo(probability, 6);
  });

  it('is a binomial sum where the prior has whole numbers', () => {
    // 1 − I₀.₃(1 + 3, 1 + 7): a uniform prior and 3 of 10; P(X ≤ 3), X binomial of 11 at 0.3
    const choose = [1, 11, 55, 165];
    const sum = choose.reduce((total, ways, k) => total + ways * 0.3 ** k * 0.7 ** (11 - k), 0);
    expect(flat(3, 10)).toBeCloseTo(sum, 9);
  });

  it('holds for the sums of a territory, too', () => {
    expect(flat(30_000, 100_000)).toBeCloseTo(0.5, 2);
    expect(flat(31_000, 100_000)).toBeGreaterThan(0.999);
  });

  it('grows with every pupil below, and one of three is far from sure', () => {
    const rising = upTo(21).map((below) => over(below, 20));
    expect(rising).toEqual(rising.toSorted((one, other) => one - other));
    expect(over(1, 3)).toBeLessThan(0.2);
  });
});
