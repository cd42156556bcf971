import type { FastifyInstance } from 'fastify';
import type { Action } from '@opora/domain/basics/can.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { dynamicsContract, type TargetFields } from '@opora/domain/indicators/dynamics-contract.ts';
import type { Indicator } from '@opora/domain/indicators/indicator.ts';
import { isTargetOf } from '@opora/domain/indicators/read-target.ts';
import { periodOfCode } from '@opora/domain/indicators/report-period.ts';
import { currentIndicators } from '@opora/domain/indicators/shipped-indicators.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { type Call, type Means, mount } from '../platform/mount.ts';
import { findOrgUnit } from '../registry/registry-queries.ts';
import { keepConclusion } from './keep-conclusion.ts';
import { listConclusions } from './list-conclusions.ts';
import { explainNumber } from './explain-number.ts';
import { getDynamics } from './get-dynamics.ts';
import { listWorsened } from './list-worsened.ts';
import type { Registers } from './register-source.ts';
import { listDefinitions } from './list-definitions.ts';
import { deleteTarget, putTarget } from './target-queries.ts';

export function mountDynamics(
  app: FastifyInstance,
  { sources, ...means }: Means & { readonly sources: Registers },
): void {
  mount(app, means, dynamicsContract, {
    getDynamics: ({ query }, call) => getDynamics(query, call, sources),
    explainNumber: ({ query }, call) => explainNumber(query, call, sources),
    listWorsened: ({ query: { orgUnitId } }, call) => listWorsened(orgUnitId, call, sources),
    setTarget: async ({ body }, call) => {
      const { scope } = await seeUnit(body.orgUnitId, 'indicators.manage', call);
      refuseTarget(body, await listDefinitions(call.tx));
      await putTarget(call.tx, body, { scope, personId: call.actor.personId, at: call.now });
      return null;
    },
    removeTarget: async ({ body }, call) => {
      await seeUnit(body.orgUnitId, 'indicators.manage', call);
      await deleteTarget(call.tx, body);
      return null;
    },
    listConclusions: async ({ query: { orgUnitId } }, call) =>
      listConclusions(await seeUnit(orgUnitId, 'indicators.values', call), call, sources),
    keepConclusion: async ({ body }, call) => {
      await keepConclusion(await seeUnit(body.orgUnitId, 'indicators.enter', call), body, call, sources);
      return null;
    },
  });
}

function refuseTarget(target: TargetFields, all: readonly Indicator[]): void {
  const { indicator: code, period } = target;
  const definition = currentIndicators(all).find((one) => one.code === code);
  if (definition === undefined) throw new Refusal('campaign-indicator-unknown', { code });
  if (!definition.periods.includes(periodOfCode(period).kind))
    throw new Refusal('campaign-period-wrong', { code });
  if (!isTargetOf(definition, target)) throw new Refusal('form-value-wrong', { code });
}

async function seeUnit(
  id: string,
  action: Action,
  { tx, allow }: Pick<Call, 'tx' | 'allow'>,
): Promise<OrgUnit> {
  const unit = await findOrgUnit(tx, id);
  if (unit === undefined) throw new Refusal('not-found');
  allow(action, unit);
  return unit;
}
