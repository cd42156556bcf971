import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { roles } from '@opora/domain/basics/actor.ts';
import { OrgUnitKind } from '@opora/domain/registry/org-unit.ts';

export const demoDirectory = join(import.meta.dirname, '../../../demo');

/** Everybody of the demonstration signs in with it; it is printed at the start. */
export const demoPassword = 'опора-для-школы';

const DemoRegion = z.object({
  units: z.array(
    z.object({
      key: z.string(),
      parent: z.string().optional(),
      kind: OrgUnitKind,
      name: z.string(),
      shortName: z.string(),
      settlement: z.string().optional(),
      code: z.string().optional(),
      aliases: z.array(z.string()).optional(),
    }),
  ),
  people: z.array(
    z.object({
      login: z.string(),
      unit: z.string(),
      surname: z.string(),
      givenName: z.string(),
      patronymic: z.string(),
      post: z.string(),
      role: z.enum(roles),
      /** Key of the unit on which the role is held. */
      on: z.string(),
      acting: z.boolean().optional(),
    }),
  ),
});
export type DemoRegion = z.infer<typeof DemoRegion>;

/** The invented region of `demo/region.json`. */
export async function readDemoRegion(): Promise<DemoRegion> {
  return DemoRegion.parse(JSON.parse(await readFile(join(demoDirectory, 'region.json'), 'utf8')));
}
