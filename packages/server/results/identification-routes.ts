import type { FastifyInstance } from 'fastify';
import { isWithin } from '@opora/domain/basics/actor.ts';
import type { ScopedThing } from '@opora/domain/basics/can.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { identificationContract } from '@opora/domain/results/identification-contract.ts';
import { showPrior } from '@opora/domain/results/show-verdict.ts';
import type { IdentificationRun } from '@opora/domain/results/identification-run.ts';
import { isSchool } from '@opora/domain/registry/org-unit.ts';
import { isoDateIn } from '../platform/clock.ts';
import { type Call, type Means, mount } from '../platform/mount.ts';
import { findOrgUnit } from '../registry/registry-queries.ts';
import { findSchoolType, updateSchoolType } from '../registry/school-type-queries.ts';
import { approveRun, withdrawRun } from './approve-run.ts';
import { discloseVerdict } from './disclose-verdict.ts';
import { printRun } from './print-run.ts';
import { makeRun } from './make-run.ts';
import { presentVerdict } from './present-verdict.ts';
import { deleteRun, findRun, listRunPriors, listRuns } from './run-queries.ts';
import { offerMethodologies, saveMethodology } from './save-methodology.ts';
import { compareLists, recheckRun, tryRule } from './try-run.ts';
import { listDisclosures } from './verdict-disclosure-queries.ts';
import { listSchoolVerdicts, listVerdicts } from './verdict-queries.ts';
import type { WorkbookWriter } from './write-workbook.ts';

export function mountIdentification(
  app: FastifyInstance,
  { workbooks, ...means }: Means & { readonly workbooks: WorkbookWriter },
): void {
  mount(app, means, identificationContract, {
    listMethodologies: (_input, { tx }) => offerMethodologies(tx),
    saveMethodology: ({ body }, call) => saveMethodology(body, call),
    listRuns: (_input, { tx }) => listRuns(tx),
    makeRun: async ({ body }, call) => ({ runId: await makeRun(body, call) }),
    getRun: async ({ params }, call) => {
      const run = await getRun(params.runId, call);
      return {
        run,
        priors: (await listRunPriors(call.tx, run.id)).map(showPrior),
        verdicts: await listVerdicts(call.tx, { run, isOwn: isOwnOf(call) }),
      };
    },
    removeRun: async ({ params }, call) => {
      const run = await manageRun(params.runId, call);
      if (run.state !== 'draft') throw new Refusal('identification-not-draft');
      if ((await listDisclosures(call.tx, { runId: run.id })).length > 0)
        throw new Refusal('identification-disclosed');
      await deleteRun(call.tx, run.id);
      return {};
    },
    getVerdict: async ({ params }, call) => {
      const run = await getRun(params.runId, call);
      const [found] = await listSchoolVerdicts(call.tx, params);
      if (found === undefined) throw new Refusal('not-found');
      const disclosures = await listDisclosures(call.tx, params);
      return presentVerdict(run, found, { isWhole: isOwnOf(call)(found), disclosures });
    },
    discloseVerdict: ({ params, body }, call) => discloseVerdict({ ...params, ...body }, call),
    listDisclosures: async ({ params }, call) =>
      listDisclosures(call.tx, { runId: (await getRun(params.runId, call)).id }),
    listSchoolVerdicts: async ({ params }, call) => {
      const unit = await findOrgUnit(call.tx, params.orgUnitId);
      if (unit === undefined) throw new Refusal('not-found');
      call.allow('identification.read', unit);
      const runs = await listRuns(call.tx);
      const found = await listSchoolVerdicts(call.tx, { orgUnitId: unit.id });
      const disclosures = await listDisclosures(call.tx, { orgUnitId: unit.id });
      const isWhole = isOwnOf(call)(unit);
      return runs.flatMap((run) => {
        const own = found.find(({ runId }) => runId === run.id);
        return own === undefined || run.state === 'draft'
          ? []
          : [presentVerdict(run, own, { isWhole, disclosures })];
      });
    },
    getSchoolType: async ({ params }, { tx, allow }) => {
      const unit = await findOrgUnit(tx, params.orgUnitId);
      if (unit === undefined) throw new Refusal('not-found');
      allow('registry.read', unit);
      return { schoolType: await findSchoolType(tx, unit.id) };
    },
    setSchoolType: async ({ params, body }, { tx, allow }) => {
      const unit = await findOrgUnit(tx, params.orgUnitId);
      if (unit === undefined) throw new Refusal('not-found');
      allow('registry.manage', unit);
      if (!isSchool(unit)) throw new Refusal('registry-not-a-school');
      await updateSchoolType(tx, unit.id, body.schoolType);
      return body;
    },
    tryRule: async ({ params, body }, call) =>
      tryRule(call.tx, await manageRun(params.runId, call), body.rule),
    compareRuns: async ({ params }, call) => {
      const [run, other] = [await getRun(params.runId, call), await getRun(params.otherRunId, call)];
      return compareLists(
        await listVerdicts(call.tx, { run: other, isOwn: isOwnOf(call) }),
        await listVerdicts(call.tx, { run, isOwn: isOwnOf(call) }),
      );
    },
    recheckRun: async ({ params }, call) =>
      recheckRun(await manageRun(params.runId, call), isoDateIn(call.now), call),
    approveRun: async ({ params, body }, call) => {
      await approveRun(params.runId, body, call);
      return params;
    },
    withdrawRun: async ({ params, body }, call) => {
      await withdrawRun(params.runId, body, call);
      return params;
    },
    exportRun: async ({ params }, call) => {
      const run = await manageRun(params.runId, call);
      return workbooks.write(await printRun(run, call), `Список школ ${run.year}`);
    },
  });
}

async function getRun(id: string, { tx, allow }: Call): Promise<IdentificationRun> {
  const run = await findRun(tx, id);
  if (run === undefined) throw new Refusal('not-found');
  allow('identification.read', run);
  return run;
}

async function manageRun(id: string, call: Call): Promise<IdentificationRun> {
  const run = await getRun(id, call);
  call.allow('identification.manage', run);
  return run;
}

/** A school's own people see its numbers whole; above it everybody sees what result pages show, who makes the list too. */
function isOwnOf({ actor }: Call): (thing: ScopedThing) => boolean {
  return ({ scope }) => actor.grants.some((grant) => isWithin(grant.scope, scope));
}
