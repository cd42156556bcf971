import { randomUUID } from 'node:crypto';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { OfferedMethodology } from '@opora/domain/results/identification-contract.ts';
import type { Methodology } from '@opora/domain/results/methodology.ts';
import { shippedMethodologies } from '@opora/domain/results/shipped-methodologies.ts';
import type { Db } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import { findOrgUnit } from '../registry/registry-queries.ts';
import {
  findLatestVersion,
  findMethodology,
  insertMethodology,
  listMethodologies,
} from './methodology-queries.ts';

type Saving = {
  readonly orgUnitId: string;
  readonly after: Pick<Methodology, 'code' | 'version'> | null;
  readonly methodology: Omit<Methodology, 'code' | 'version'>;
};

/** A new methodology of the office, or the next version of its own; those that come with the product are copied, not changed. */
export async function saveMethodology(saving: Saving, call: Call): Promise<OfferedMethodology> {
  const { tx, allow, actor, now } = call;
  const unit = await findOrgUnit(tx, saving.orgUnitId);
  if (unit === undefined) throw new Refusal('not-found');
  allow('identification.manage', unit);
  const { after } = saving;
  if (after !== null) {
    const latest = await findLatestVersion(tx, after.code);
    if (latest === undefined) throw new Refusal('not-found');
    allow('identification.manage', { scope: latest.scope });
    if (latest.version !== after.version || latest.scope !== unit.scope)
      throw new Refusal('changed-meanwhile');
  }
  const id = randomUUID();
  const methodology = {
    ...saving.methodology,
    code: after?.code ?? `own-${id.slice(0, 8)}`,
    version: (after?.version ?? 0) + 1,
  };
  const by = { personId: actor.personId, now };
  await insertMethodology(tx, { id, orgUnitId: unit.id, scope: unit.scope, methodology, by });
  const saved = await findMethodology(tx, id);
  if (saved === undefined) throw new Refusal('not-found');
  return saved;
}

/** Those that come with the product first. */
export async function offerMethodologies(db: Db): Promise<OfferedMethodology[]> {
  const shipped = shippedMethodologies.map((methodology) => ({
    id: null,
    orgUnitId: null,
    madeBy: null,
    madeAt: null,
    methodology,
  }));
  return [...shipped, ...(await listMethodologies(db))];
}
