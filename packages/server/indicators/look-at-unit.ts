import { type ComputedIndicator, computedIndicators } from '@opora/domain/indicators/computed-indicator.ts';
import { withHidingKin } from '@opora/domain/indicators/hide-values.ts';
import type { Indicator } from '@opora/domain/indicators/indicator.ts';
import { type KnownIndicators, knowIndicators } from '@opora/domain/indicators/parse-formula.ts';
import { currentIndicators } from '@opora/domain/indicators/shipped-indicators.ts';
import type { Looked } from '@opora/domain/indicators/show-dynamics.ts';
import { isSchool, type OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { Call } from '../platform/mount.ts';
import { findOrgUnit } from '../registry/registry-queries.ts';
import { findResultSight, isInSight } from '../results/result-sight.ts';
import { listDefinitions } from './list-definitions.ts';

export type AskingCall = Pick<Call, 'tx' | 'actor' | 'parts' | 'allow'>;

export type LookedUnit = {
  readonly unit: OrgUnit;
  readonly looked: Looked;
  /** Those asked for; with what they are reckoned from and what is hidden with them. */
  readonly indicators: readonly Indicator[];
  readonly known: readonly Indicator[];
  /** Those asked for that are reckoned, and the reckoned ones that they are made of. */
  readonly computed: readonly ComputedIndicator[];
  readonly formulas: KnownIndicators;
};

/** The unit as it may be looked at by who asks. */
export async function lookAtUnit(
  orgUnitId: string,
  isAsked: (indicator: Indicator) => boolean,
  { tx, actor, allow }: AskingCall,
): Promise<LookedUnit> {
  const unit = await findOrgUnit(tx, orgUnitId);
  if (unit === undefined) throw new Refusal('not-found');
  allow('indicators.values', unit);
  if (unit.kind === 'authority' || unit.kind === 'institute') throw new Refusal('not-found');
  const sight = await findResultSight(tx, actor);
  const current = currentIndicators(await listDefinitions(tx));
  const indicators = current.filter(isAsked);
  const formulas = knowIndicators(current);
  const direct = computedIndicators(indicators, formulas);
  const between = new Set(direct.flatMap((one) => one.between));
  const computed = [
    ...direct,
    ...computedIndicators(
      current.filter((one) => between.has(one.code) && !indicators.includes(one)),
      formulas,
    ),
  ];
  const codes = [
    ...indicators.map(({ code }) => code),
    ...between,
    ...computed.flatMap(({ asked }) => asked),
  ];
  const kin = new Set(withHidingKin(codes, current));
  return {
    unit,
    indicators,
    computed,
    formulas,
    known: current.filter(({ code }) => kin.has(code)),
    looked: {
      scope: unit.scope,
      level: unit.kind === 'region' ? 'region' : isSchool(unit) ? 'school' : 'territory',
      isOwn: sight.isAbove ? null : (scope) => isInSight(sight, scope),
    },
  };
}
