import type { NumberExplained } from '@opora/domain/indicators/dynamics-contract.ts';
import { valueSources, valueStates } from '@opora/domain/indicators/indicator-value.ts';
import type { PeriodCode } from '@opora/domain/indicators/report-period.ts';
import { isSecret } from '@opora/domain/indicators/hide-values.ts';
import { shownPart, showUnit } from '@opora/domain/indicators/show-dynamics.ts';
import { can } from '@opora/domain/basics/can.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { formatSurnameFirst } from '@opora/domain/basics/format.ts';
import { isSchool } from '@opora/domain/registry/org-unit.ts';
import { isWithin } from '@opora/domain/basics/actor.ts';
import { z } from 'zod';
import type { Db } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import { entryOf, withWholeRegion } from '../platform/transaction.ts';
import { listOrgUnits } from '../registry/registry-queries.ts';
import { lookAtUnit, sumsIn } from './get-dynamics.ts';
import { findGivenValue, listIndicatorSums } from './indicator-sum-queries.ts';
import { listTerritorySums } from './territory-sums.ts';
import { findTarget } from './target-queries.ts';

type NumberQuestion = { readonly orgUnitId: string; readonly period: PeriodCode; readonly indicator: string };

/** One number of a unit down to what it was made of, as far as it may be shown to who asks. */
export async function explainNumber(
  { orgUnitId, period, indicator: code }: NumberQuestion,
  call: Pick<Call, 'tx' | 'actor' | 'parts' | 'allow'>,
): Promise<NumberExplained> {
  const { unit, looked, indicators, known } = await lookAtUnit(orgUnitId, (one) => one.code === code, call);
  const [indicator] = indicators;
  if (indicator === undefined) throw new Refusal('not-found');
  const { shown, names } = await withWholeRegion(
    call.tx,
    call.parts.database,
    entryOf(call.actor),
    async (db) => {
      const units = await listOrgUnits(db);
      const territory = looked.scope.split('.', 2).join('.');
      const near = units.filter((one) => isSchool(one) && isWithin(one.scope, territory)).map(({ id }) => id);
      const asked = { indicators: known, periods: [period] };
      const sums = {
        territories: await listTerritorySums(db, call.parts.database, asked),
        schools: looked.level === 'region' ? [] : await listIndicatorSums(db, { ...asked, by: near }),
      };
      return {
        shown: showUnit(known, sumsIn(period, sums), looked),
        names: new Map(units.map((one) => [one.scope, one])),
      };
    },
  );
  const { counted, withoutTotal, notApplicable, unreadable } = shown.sums(code);
  const own = shown.own(code);
  const parts = [...shown.parts].flatMap(([scope, part]) => {
    const named = names.get(scope);
    const sums = part.sums.get(code);
    if (named === undefined || sums === undefined) return [];
    const schools = {
      counted: sums.counted,
      withoutTotal: sums.withoutTotal,
      notApplicable: sums.notApplicable,
      unreadable: sums.unreadable,
    };
    return [{ id: named.id, name: named.shortName, own: shownPart(indicator, part), schools }];
  });
  const target = await findTarget(call.tx, { orgUnitId, period, indicator: code });
  const isSaid = own !== null && own !== 'hidden';
  const isHidden = looked.isOwn === null && isSecret(indicator) && !isSaid;
  const order = new Map([...names.values()].map(({ id }, at) => [id, at]));
  return {
    indicator,
    period,
    own,
    schools: { counted, withoutTotal, notApplicable, unreadable },
    given: isSchool(unit) ? await givenOf(call.tx, { orgUnitId, period, code, isHidden }) : null,
    target:
      target === undefined
        ? null
        : { amount: target.amount, total: target.total, source: target.source, version: target.version },
    maySetTarget: can(call.actor, 'indicators.manage', unit),
    parts: parts.toSorted((one, other) => (order.get(one.id) ?? 0) - (order.get(other.id) ?? 0)),
  };
}

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
