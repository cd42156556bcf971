import type { Indicator } from '@opora/domain/indicators/indicator.ts';
import { isSecret, withHidingKin } from '@opora/domain/indicators/hide-values.ts';
import type { FormValue } from '@opora/domain/indicators/school-form.ts';
import { currentIndicators } from '@opora/domain/indicators/shipped-indicators.ts';
import { type ShownUnit, showUnit } from '@opora/domain/indicators/show-dynamics.ts';
import { showFormValue } from '@opora/domain/indicators/show-form-value.ts';
import { isWithin } from '@opora/domain/basics/actor.ts';
import { isSchool } from '@opora/domain/registry/org-unit.ts';
import type { Call } from '../platform/mount.ts';
import { entryOf, withWholeRegion } from '../platform/transaction.ts';
import { listOrgUnits, listUnitsAt } from '../registry/registry-queries.ts';
import { ownSchools } from '../results/own-schools.ts';
import type { KeptForm, KeptValue } from './form-queries.ts';
import { type CountedValues, listIndicatorSums } from './indicator-sum-queries.ts';
import { listDefinitions } from './list-definitions.ts';
import { sumsIn } from './load-numbers.ts';
import { listSteps } from './submission-queries.ts';
import { listTerritorySums } from './territory-sums.ts';

/** How a form is seen by who asks. */
export type FormSight = {
  /** The school's own people see all that it said, and who has opened its numbers with a reason. */
  readonly isWhole: boolean;
  /** A value of an indicator and period that the sight was found for. */
  readonly show: (value: KeptValue) => FormValue;
};

export const wholeSight: FormSight = {
  isWhole: true,
  show: ({ period: _period, ...value }) => ({ ...value, isHidden: false }),
};

type Asked = { readonly indicators: readonly Indicator[]; readonly periods: readonly string[] };
type SightCall = Pick<Call, 'tx' | 'actor' | 'parts'>;

/**
 * From above the school a value that counts is what dynamics show of it; one that does not count yet (a form still with its school) is what they would show if all
 * that schools have entered counted, so that opening forms before they are sent tells no more than afterwards.
 */
export async function findFormSight(
  form: Pick<KeptForm, 'id' | 'scope' | 'asks'>,
  { indicators, periods }: Asked,
  call: SightCall,
): Promise<FormSight> {
  // What a municipality alone knows is of no school's pupils.
  if (form.asks === 'municipality') return wholeSight;
  if ((await isOwnForm(form, call)) || (await hasOpened(form, call))) return wholeSight;
  const byCode = new Map(indicators.map((one) => [one.code, one]));
  const shownOf = await readShown(form, { indicators: indicators.filter(isSecret), periods }, call);
  return {
    isWhole: false,
    show: ({ period, ...value }) => {
      const definition = byCode.get(value.indicator);
      return definition === undefined
        ? { ...value, amount: null, total: null, typed: null, isHidden: true }
        : showFormValue(definition, shownOf(period, value.indicator), value);
    },
  };
}

async function isOwnForm(form: Pick<KeptForm, 'scope'>, { tx, actor }: SightCall): Promise<boolean> {
  const at = actor.grants.map(({ scope }) => scope);
  return ownSchools(actor, await listUnitsAt(tx, at))(form);
}

/** She has opened the numbers of the form since it last left its school. */
async function hasOpened({ id }: Pick<KeptForm, 'id'>, { tx, actor }: SightCall): Promise<boolean> {
  const steps = await listSteps(tx, id);
  const last = steps.findLastIndex(({ move }) => move === 'return' || move === 'take-back');
  return steps.some(
    ({ move, madeBy }, at) => at > last && move === 'open-numbers' && madeBy === actor.personId,
  );
}

async function readShown(
  { scope }: Pick<KeptForm, 'scope'>,
  { indicators, periods }: Asked,
  call: SightCall,
) {
  const { tx, actor, parts } = call;
  const current = currentIndicators(await listDefinitions(tx));
  const kin = new Set(
    withHidingKin(
      indicators.map(({ code }) => code),
      current,
    ),
  );
  const known = current.filter(({ code }) => kin.has(code));
  const territory = scope.split('.', 2).join('.');
  const found = await withWholeRegion(tx, parts.database, entryOf(actor), async (db) => {
    const near = (await listOrgUnits(db)).filter((one) => isSchool(one) && isWithin(one.scope, territory));
    const read = async (values: CountedValues) => {
      const asked = { indicators: known, periods, values };
      return {
        territories:
          values === 'counted'
            ? await listTerritorySums(db, parts.database, asked)
            : await listIndicatorSums(db, { ...asked, by: 'territory' }),
        schools: await listIndicatorSums(db, { ...asked, by: near.map(({ id }) => id) }),
      };
    };
    return { counted: await read('counted'), entered: await read('entered') };
  });
  const look = (sums: typeof found.counted) => {
    const units = new Map(
      periods.map((period): [string, ShownUnit] => [
        period,
        showUnit(known, sumsIn(period, sums), { scope, level: 'school', isOwn: null }),
      ]),
    );
    return (period: string) => units.get(period);
  };
  const [counted, entered] = [look(found.counted), look(found.entered)];
  const isCounted = new Set(
    found.counted.schools.flatMap((one) => (one.scope === scope ? [`${one.period} ${one.code}`] : [])),
  );
  return (period: string, code: string) =>
    (isCounted.has(`${period} ${code}`) ? counted : entered)(period)?.own(code) ?? null;
}
