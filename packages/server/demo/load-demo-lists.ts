import { identificationContract } from '@opora/domain/results/identification-contract.ts';
import { registryContract } from '@opora/domain/registry/registry-contract.ts';
import { createApp } from '../app.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { ServerParts } from '../platform/server-parts.ts';
import { signInForDemo } from './demo-client.ts';
import { lastExamYears } from './load-demo-results.ts';

const coordinator = 'region@demo.opora';

const invented = { text: 'Учебный пример демонстрационного региона', chosen: true };

/** The rule of 2025 with years added up where few pupils sat: most schools of the region are small. */
const ownMethodology = {
  title: 'Порядок Заречной области для малых школ',
  standing:
    'Учебный пример: правило 2025 года, в котором для процедур с участниками меньше 20 складываются два года, а наименьшее число участников — 8.',
  threshold: 0.3,
  minParticipants: 8,
  yearsPooled: 2,
  poolOnlyUnder: 20,
  minProceduresInYear: 2,
  repeatYears: 2,
  combine: 'and' as const,
  excludedTypes: ['correctional' as const, 'evening' as const],
  sources: { minParticipants: invented, yearsPooled: invented, poolOnlyUnder: invented },
};

/** The region's list of last year, approved by an order of its October, and the draft of this year's by a methodology of its own. */
export async function loadDemoLists(parts: ServerParts): Promise<void> {
  const [year = 0, before = 0] = lastExamYears(isoDateIn(parts.clock())).toReversed();
  let now = new Date(`${before}-10-15T10:00:00`);
  const past = { ...parts, clock: () => now };
  const app = await createApp(past);
  try {
    const then = await signInForDemo(app, past, coordinator);
    const units = await then.call(registryContract.listOrgUnits, {});
    const orgUnitId = units.find(({ kind }) => kind === 'region')?.id ?? '';
    const methodology = { kind: 'shipped', code: 'rule-2025' } as const;
    const params = await then.call(identificationContract.makeRun, {
      body: { orgUnitId, year: before, methodology },
    });
    const act = { actNumber: '1604', actOn: `${before}-10-15`, fromOn: `${before}-10-15` };
    await then.call(identificationContract.approveRun, {
      params,
      body: { ...act, untilOn: `${before + 2}-06-30`, version: 1, endEarlier: true },
    });
    const { verdicts } = await then.call(identificationContract.getRun, { params });
    const listed = verdicts.find(({ verdict }) => verdict === 'listed');
    if (listed !== undefined)
      await then.call(identificationContract.discloseVerdict, {
        params: { ...params, orgUnitId: listed.orgUnitId },
        body: { reason: 'Школа просит показать, на каких числах основан вывод' },
      });
    now = parts.clock();
    const today = await signInForDemo(app, past, coordinator);
    const { id } = await today.call(identificationContract.saveMethodology, {
      body: { orgUnitId, after: null, methodology: ownMethodology },
    });
    const own = { kind: 'own', methodologyId: id ?? '' } as const;
    await today.call(identificationContract.makeRun, { body: { orgUnitId, year, methodology: own } });
  } finally {
    await app.close();
  }
}
