import type { CountedActivity, NumberExplained } from '@opora/domain/indicators/dynamics-contract.ts';
import type { Indicator } from '@opora/domain/indicators/indicator.ts';
import type { ExplainedValue } from '@opora/domain/indicators/explain-formula.ts';
import { isAskedOf } from '@opora/domain/indicators/is-asked-of.ts';
import { formulaWords } from '@opora/domain/indicators/formula-words.ts';
import type { KnownIndicators } from '@opora/domain/indicators/parse-formula.ts';
import { findRegisterElement } from '@opora/domain/indicators/register-element.ts';
import { reckonedElements } from '@opora/domain/indicators/reckoned-elements.ts';
import { valueSources, valueStates } from '@opora/domain/indicators/indicator-value.ts';
import type { PeriodCode } from '@opora/domain/indicators/report-period.ts';
import { isSecret } from '@opora/domain/indicators/hide-values.ts';
import { type Looked, type ShownUnit, shownPart } from '@opora/domain/indicators/show-dynamics.ts';
import { isWithin } from '@opora/domain/basics/actor.ts';
import { can } from '@opora/domain/basics/can.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { formatSurnameFirst } from '@opora/domain/basics/format.ts';
import { isSchool, type OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { z } from 'zod';
import { isoDateIn } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { entryOf, withWholeRegion } from '../platform/transaction.ts';
import { listOrgUnits } from '../registry/registry-queries.ts';
import { type OpenNumbers, openNumbers } from './computed-numbers.ts';
import { schoolCountsOf } from './get-dynamics.ts';
import { type AskingCall, lookAtUnit, type LookedUnit } from './look-at-unit.ts';
import { loadNumbers, type NumbersAsked } from './load-numbers.ts';
import { periodsUpTo } from './school-facts.ts';
import type { Registers } from './register-source.ts';
import { findGivenValue } from './indicator-sum-queries.ts';
import { findTarget } from './target-queries.ts';

type NumberQuestion = { readonly orgUnitId: string; readonly period: PeriodCode; readonly indicator: string };

/** One number of a unit down to what it was made of, as far as it may be shown to who asks. */
export async function explainNumber(
  { orgUnitId, period, indicator: code }: NumberQuestion,
  call: AskingCall,
  sources: Registers,
): Promise<NumberExplained> {
  const asked = await lookAtUnit(orgUnitId, (one) => one.code === code, call);
  const { unit, looked, indicators, formulas: known } = asked;
  const [indicator] = indicators;
  if (indicator === undefined) throw new Refusal('not-found');
  const {
    units,
    computed: loaded,
    shownIn,
    activities,
  } = await withWholeRegion(call.tx, call.parts.database, entryOf(call.actor), async (db) => {
    const all = await listOrgUnits(db);
    const { database } = call.parts;
    const numbers = {
      units: all,
      periods: [period],
      sources,
      database,
      today: isoDateIn(call.parts.clock()),
      withParts: true,
    };
    return {
      units: all,
      ...(await loadNumbers(db, asked, numbers)),
      activities: await activitiesOf(db, asked, numbers),
    };
  });
  const shown = shownIn.get(period);
  if (shown === undefined) throw new Refusal('not-found');
  const numbers = openNumbers({ loaded, known, looked, shownIn });
  const computed = numbers.own(code, period);
  const own = computed === null ? shown.own(code) : computed.value;
  const isGiven = computed === null && isSaidBy(unit, indicator);
  const target = await findTarget(call.tx, { orgUnitId, period, indicator: code });
  const isSaid = own !== null && own !== 'hidden';
  const isHidden = looked.isOwn === null && isSecret(indicator) && !isSaid;
  return {
    indicator,
    period,
    own,
    schools: schoolCountsOf(computed?.sums ?? shown.sums(code)),
    given: isGiven ? await givenOf(call.tx, { orgUnitId, period, code, isHidden }) : null,
    reckoned:
      computed === null
        ? null
        : reckonedOf(code, period, { known, explained: computed.explained, activities }),
    target:
      target === undefined
        ? null
        : { amount: target.amount, total: target.total, source: target.source, version: target.version },
    maySetTarget: can(call.actor, 'indicators.manage', unit),
    parts: partsOf(indicator, period, { looked, units, shown, numbers }),
  };
}

/** Is the number what the organisation itself said, and not a sum of what others said? */
const isSaidBy = (unit: OrgUnit, indicator: Indicator): boolean =>
  isSchool(unit) || (unit.kind === 'municipality' && isAskedOf(indicator, 'municipality'));

/** Activities of plans behind the number; of a unit that may be looked at, so that what they count of it is no secret. */
async function activitiesOf(
  db: Db,
  { computed, looked }: LookedUnit,
  { sources, periods, today }: Pick<NumbersAsked, 'sources' | 'periods' | 'today'>,
): Promise<readonly CountedActivity[]> {
  const paths = computed
    .flatMap((one) => one.paths)
    .filter((path) => findRegisterElement(path)?.register === 'plans');
  return paths.length === 0
    ? []
    : sources.plans.listSources(db, { paths, periods, today, scope: looked.scope });
}

type Reckoned = {
  readonly known: KnownIndicators;
  readonly explained: ExplainedValue | null;
  readonly activities: readonly CountedActivity[];
};

function reckonedOf(
  code: string,
  period: PeriodCode,
  { known, explained, activities }: Reckoned,
): NumberExplained['reckoned'] {
  const formula = known.formulaOf(code);
  if (formula === null) return null;
  const periods = periodsUpTo(period, 12);
  return {
    words: { ru: formulaWords(formula, known, 'ru'), en: formulaWords(formula, known, 'en') },
    elements: (explained?.parts ?? []).flatMap((part) => reckonedElements(part, { known, periods })),
    activities: [...activities],
  };
}

type Divided = {
  readonly looked: Looked;
  readonly units: readonly OrgUnit[];
  readonly shown: ShownUnit;
  readonly numbers: OpenNumbers;
};

/** Municipalities of a region, schools of a municipality: by name, those that have a number. */
function partsOf(
  indicator: Indicator,
  period: PeriodCode,
  { looked, units, shown, numbers }: Divided,
): NumberExplained['parts'] {
  if (looked.level === 'school') return [];
  return units.flatMap(({ id, shortName, scope }) => {
    const part = shown.parts.get(scope);
    const sums = part?.sums.get(indicator.code);
    const isPart = looked.level === 'region' ? scope.split('.').length === 2 : isBelow(scope, looked.scope);
    const computed = isPart ? numbers.part(scope, indicator.code, period) : null;
    if (computed !== null)
      return [{ id, name: shortName, own: computed.value, schools: schoolCountsOf(computed.sums) }];
    return part === undefined || sums === undefined
      ? []
      : [{ id, name: shortName, own: shownPart(indicator, part), schools: schoolCountsOf(sums) }];
  });
}

const isBelow = (scope: string, node: string): boolean => scope !== node && isWithin(scope, node);

type GivenQuestion = {
  readonly orgUnitId: string;
  readonly period: string;
  readonly code: string;
  /** What was typed would tell what is kept back. */
  readonly isHidden: boolean;
};

async function givenOf(db: Db, question: GivenQuestion): Promise<NumberExplained['given']> {
  const given = await findGivenValue(db, question);
  if (given === undefined) return null;
  const person = await db
    .selectFrom('person')
    .select(['surname', 'given_name', 'patronymic'])
    .where('id', '=', given.made_by)
    .executeTakeFirst();
  return {
    state: z.enum(valueStates).parse(given.state),
    typed: question.isHidden ? null : given.typed,
    source: z.enum(valueSources).parse(given.source),
    version: given.definition_version,
    by:
      person === undefined
        ? ''
        : formatSurnameFirst({
            surname: person.surname,
            givenName: person.given_name,
            patronymic: person.patronymic,
          }),
    at: given.made_at.toISOString(),
    campaign: given.campaign,
  };
}
