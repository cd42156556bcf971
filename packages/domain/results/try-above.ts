import { narrowRange, type Range, shownRange } from './count-sight.ts';
import { identifySchool, judgeMeasures } from './identify.ts';
import { type Measure, measureSchool } from './measure.ts';
import type { PreparedRule } from './prepare-rule.ts';
import { reaches } from './decimal-fraction.ts';
import type { Procedure } from './procedure.ts';
import type { SchoolResults } from './school-results.ts';
import { addedUp, lowTold, tellMeasure, type ToldMeasure } from './show-verdict.ts';
import type { Verdict } from './verdict.ts';

/** What another rule makes of a school, as far as it may be told above the school level. */
export type TriedAbove = {
  readonly school: string;
  readonly before: Verdict;
  /** Null: it depends on numbers that are hidden. */
  readonly after: Verdict | null;
  readonly lowBefore: readonly Procedure[];
  readonly lowAfter: readonly Procedure[];
};

type Rules = { readonly run: PreparedRule; readonly tried: PreparedRule };

/**
 * The tried rule is reckoned from what is shown and nothing else: the numbers in sight, the ranges of those that are not, and what the run itself tells of them. A verdict is
 * told where it is the same at both ends of everything hidden; whoever tries one threshold after another learns no more than the list says.
 */
export function tryAbove(school: SchoolResults, { run, tried }: Rules): TriedAbove {
  const asItIs = identifySchool(school, run);
  const told = new Map(
    asItIs.measures.map((measure) => [
      placeOf(measure),
      { measure, told: tellMeasure(measure, addedUp(school.counts, measure, run.rule), run) },
    ]),
  );
  const measures = openMeasures(school, told, { run, tried });
  const verdicts = worlds.map((world) => judgeMeasures(school, world(measures), tried));
  const [after = null] = verdicts;
  return {
    school: school.school,
    before: asItIs.verdict,
    after: verdicts.every((verdict) => verdict === after) ? after : null,
    lowBefore: lowTold(asItIs, school, run),
    lowAfter: least(measures)
      .filter((measure) => measure.low && measure.year === tried.year)
      .map(({ procedure }) => procedure),
  };
}

/** A measure of the tried rule with all that it may be. */
type OpenMeasure = {
  readonly measure: Measure;
  readonly mayBeAbsent: boolean;
  readonly mayBeLow: boolean;
  readonly mayBeNotLow: boolean;
};

type World = (measures: readonly OpenMeasure[]) => Measure[];

const least: World = (measures) =>
  measures
    .filter(({ mayBeAbsent }) => !mayBeAbsent)
    .map(({ measure, mayBeNotLow }) => ({ ...measure, low: !mayBeNotLow }));
const leastTaking: World = (measures) =>
  measures.map(({ measure, mayBeNotLow }) => ({ ...measure, low: !mayBeNotLow }));
const most: World = (measures) => measures.map(({ measure, mayBeLow }) => ({ ...measure, low: mayBeLow }));

/** More low results never take a school off a list: between these lies everything that may be. */
const worlds = [least, leastTaking, most];

type Known = ReadonlyMap<string, { readonly measure: Measure; readonly told: ToldMeasure }>;

function openMeasures(school: SchoolResults, known: Known, { run, tried }: Rules): OpenMeasure[] {
  const isSamePooling =
    run.rule.yearsPooled === tried.rule.yearsPooled && run.rule.poolOnlyUnder === tried.rule.poolOnlyUnder;
  const seen = {
    ...school,
    counts: school.counts.filter(({ sight }) => sight === 'all' || sight === 'participants'),
  };
  const dark = school.counts.filter(({ sight }) => sight !== 'all' && sight !== 'participants');
  const isDark = ({ year, procedure }: Place): boolean =>
    dark.some(
      (count) =>
        count.procedure === procedure && count.year <= year && count.year > year - tried.rule.yearsPooled,
    );
  const light = measureSchool(seen, tried)
    .filter((measure) => !isDark(measure))
    .map((measure) => {
      const ranges = addedUp(seen.counts, measure, tried.rule).map((count) =>
        // By the threshold of the run: what is told of a number does not change with the rule that is tried.
        shownRange(count, run.threshold),
      );
      const before = isSamePooling ? (known.get(placeOf(measure))?.told.low ?? null) : null;
      return openMeasure(measure, narrowed(measure, sumOf(ranges), { run, before }), tried);
    });
  const places = tried.years.flatMap((year) => tried.procedures.map((procedure) => ({ year, procedure })));
  return [
    ...light,
    ...places
      .filter(isDark)
      .flatMap((place) => darkMeasure(place, isSamePooling ? known : null, { run, tried }) ?? []),
  ];
}

function sumOf(ranges: readonly (Range | null)[]): Range {
  return ranges.reduce<Range>(
    (sum, range) => ({ from: sum.from + (range?.from ?? 0), to: sum.to + (range?.to ?? 0) }),
    { from: 0, to: 0 },
  );
}

function narrowed(
  { participants }: Measure,
  range: Range,
  { run, before }: { readonly run: PreparedRule; readonly before: boolean | null },
): Range {
  return before === null
    ? range
    : narrowRange(range, { participants, low: before, threshold: run.threshold });
}

function openMeasure(measure: Measure, { from, to }: Range, { threshold }: PreparedRule): OpenMeasure {
  const { participants } = measure;
  return {
    measure,
    mayBeAbsent: false,
    mayBeLow: reaches(to, participants, threshold),
    mayBeNotLow: !reaches(from, participants, threshold),
  };
}

type Place = Pick<Measure, 'year' | 'procedure'>;

/** Participants are hidden: of these nothing is known but what the run says by the same sums. Null: surely too few. */
function darkMeasure(place: Place, known: Known | null, { run, tried }: Rules): OpenMeasure | null {
  const found = known?.get(placeOf(place));
  const isLooked = known !== null && run.years.includes(place.year) && run.placeOf.has(place.procedure);
  const [least1, least2] = [run.rule.minParticipants, tried.rule.minParticipants];
  if (isLooked && found === undefined && least2 >= least1) return null;
  const low = found?.told.low ?? null;
  const [limit, before] = [tried.rule.threshold, run.rule.threshold];
  return {
    measure: { ...place, participants: 0, below: 0, low: false },
    mayBeAbsent: found === undefined || least2 > least1,
    mayBeLow: !(low === false && limit >= before),
    mayBeNotLow: !(low === true && limit <= before),
  };
}

const placeOf = ({ year, procedure }: Place): string =>
  `${year}\t${procedure.kind}\t${procedure.grade}\t${procedure.subject}`;
