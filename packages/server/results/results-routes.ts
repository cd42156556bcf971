import type { FastifyInstance } from 'fastify';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { territorySheets } from '@opora/domain/results/make-result-sheets.ts';
import { resultsContract } from '@opora/domain/results/results-contract.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { languageOf } from '../platform/http-server.ts';
import { type Call, type Means, mount } from '../platform/mount.ts';
import { findOrgUnit } from '../registry/registry-queries.ts';
import { contractSheet, openDataSheet } from './export-results.ts';
import { getSchoolResults } from './get-school-results.ts';
import { getTerritoryResults } from './get-territory-results.ts';
import type { WorkbookWriter } from './write-workbook.ts';

export function mountResults(
  app: FastifyInstance,
  { workbooks, ...means }: Means & { readonly workbooks: WorkbookWriter },
): void {
  mount(app, means, resultsContract, {
    getTerritoryResults: ({ query }, call) => getTerritoryResults(query, call),
    getSchoolResults: async ({ params, query }, call) =>
      getSchoolResults(await seeSchool(params.orgUnitId, call), query, call),
    exportTerritoryResults: async ({ query }, call) => {
      const results = await getTerritoryResults(query, call);
      if (results.chosen === null) throw new Refusal('not-found');
      const { kind, grade, subject, year } = results.chosen;
      const sheets = territorySheets(results, languageOf(call.request));
      return workbooks.write(sheets, `${kind} ${grade} ${subject} ${year}`);
    },
    exportOpenData: async (_input, call) => {
      const sheet = await openDataSheet(call, languageOf(call.request));
      return workbooks.write([sheet], sheet.name);
    },
    exportContractSheet: async ({ params }, call) => {
      const unit = await seeSchool(params.orgUnitId, call);
      const sheet = await contractSheet(unit, call, languageOf(call.request));
      return workbooks.write([sheet], `${sheet.name} — ${unit.shortName}`);
    },
  });
}

async function seeSchool(id: string, { tx, allow }: Pick<Call, 'tx' | 'allow'>): Promise<OrgUnit> {
  const unit = await findOrgUnit(tx, id);
  if (unit === undefined) throw new Refusal('not-found');
  allow('results.read', unit);
  return unit;
}
