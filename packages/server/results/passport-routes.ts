import type { FastifyInstance } from 'fastify';
import { can } from '@opora/domain/basics/can.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { isSchool } from '@opora/domain/registry/org-unit.ts';
import { passportContract, type PassportFile } from '@opora/domain/results/passport-contract.ts';
import { readPassportSheets } from '@opora/domain/results/passport-sheet.ts';
import { schoolFinder } from '@opora/domain/results/school-finder.ts';
import { showPassportValue } from '@opora/domain/results/social-passport.ts';
import { mount, type UploadCall } from '../platform/mount.ts';
import type { Identify, ServerParts } from '../platform/server-parts.ts';
import { listAllAliases } from '../registry/alias-queries.ts';
import { readUploadedSheets } from '../registry/read-uploaded-sheets.ts';
import { openSheetReader, type SheetReader } from '../registry/register-sheets.ts';
import { listOrgUnits } from '../registry/registry-queries.ts';
import { ownSchools } from './own-schools.ts';
import { listPassportValues } from './passport-queries.ts';
import { loadPassports, passportChanges, savePassport } from './save-passports.ts';

export function mountPassports(
  app: FastifyInstance,
  means: { readonly parts: ServerParts; readonly identify: Identify },
): void {
  const reader = openSheetReader();
  app.addHook('onClose', () => reader.close());
  mount(app, means, passportContract, {
    listPassports: async ({ query }, { tx, actor }) => {
      const isOwn = ownSchools(actor, await listOrgUnits(tx));
      const values = await listPassportValues(tx, query.year);
      return values
        .filter((value) => can(actor, 'results.read', value))
        .map((value) => ({ ...value, ...showPassportValue(value, isOwn(value)) }));
    },
    savePassport: ({ params, body }, call) => savePassport(call, params.orgUnitId, body),
    readPassportFile: ({ body }, call) => readPassportFile(call, body.year, reader),
    loadPassports: ({ body }, call) => loadPassports(call, body.schoolYear, body.values),
  });
}

/** Schools that the person may not enter for are no schools of this file. */
async function readPassportFile(call: UploadCall, year: number, reader: SheetReader): Promise<PassportFile> {
  const { tx, actor, files } = call;
  const [file] = files;
  if (file === undefined) throw new Refusal('input-invalid');
  const sheets = await readUploadedSheets(call, reader, file);
  const schools = (await listOrgUnits(tx)).filter(
    (unit) => isSchool(unit) && can(actor, 'passport.enter', unit),
  );
  const { values, problems } = readPassportSheets(sheets, schoolFinder(schools, await listAllAliases(tx)));
  const changeOf = passportChanges(await listPassportValues(tx, year));
  return { values: values.map((value) => ({ ...value, change: changeOf(value) })), problems: [...problems] };
}
