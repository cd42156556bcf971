import { addDays, type CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { schoolYearStartOf } from '@opora/domain/basics/school-calendar.ts';
import { campaignContract } from '@opora/domain/indicators/campaign-contract.ts';
import { formContract } from '@opora/domain/indicators/form-contract.ts';
import { indicatorsOfSet } from '@opora/domain/indicators/ready-sets.ts';
import type { CellChange } from '@opora/domain/indicators/school-form.ts';
import { currentIndicators } from '@opora/domain/indicators/shipped-indicators.ts';
import { registryContract } from '@opora/domain/registry/registry-contract.ts';
import { createApp } from '../app.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { ServerParts } from '../platform/server-parts.ts';
import { type DemoClient, signInForDemo } from './demo-client.ts';

const region = 'region@demo.opora';

type Sent = {
  readonly login: string;
  readonly daysAgo: number;
  /** By the code of the indicator; shares are of the total that stands beside them. */
  readonly said: Readonly<Record<string, number>>;
  readonly isAccepted: boolean;
};

/** Who has sent her form; a municipality that is not named has it still before it. */
const sent: readonly Sent[] = [
  {
    login: 'kamenka@demo.opora',
    daysAgo: 6,
    said: { D18: 9, P04: 7, P09: 1, D19: 2, P16: 2 },
    isAccepted: true,
  },
  {
    login: 'svetly@demo.opora',
    daysAgo: 2,
    said: { D18: 7, P04: 6, P09: 1, D19: 2, P16: 1 },
    isAccepted: false,
  },
];

/** What only municipalities know, asked of all of them for the last school year: one accepted, one waiting for the region, one not sent. */
export async function loadDemoMunicipalCampaign(parts: ServerParts): Promise<void> {
  const today = isoDateIn(parts.clock());
  let now = parts.clock();
  const past = { ...parts, clock: () => now };
  const app = await createApp(past);
  const on = (day: CalendarDate, login: string): Promise<DemoClient> => {
    now = new Date(`${day}T11:00:00`);
    return signInForDemo(app, past, login);
  };
  try {
    const campaignId = await askMunicipalities(await on(addDays(today, -12), region), today);
    for (const { login, daysAgo, said, isAccepted } of sent) {
      const day = addDays(today, -daysAgo);
      // oxlint-disable-next-line no-await-in-loop -- one after another, as days go
      const form = await fillAndSend(await on(day, login), campaignId, said);
      // oxlint-disable-next-line no-await-in-loop -- as above
      if (isAccepted) await accept(await on(addDays(day, 1), region), form);
    }
  } finally {
    await app.close();
  }
}

async function askMunicipalities(client: DemoClient, today: CalendarDate): Promise<string> {
  const units = await client.call(registryContract.listOrgUnits, {});
  const year = schoolYearStartOf(today) - 1;
  const indicators = indicatorsOfSet('road-map', currentIndicators(), 'municipality');
  const { campaignId } = await client.call(campaignContract.makeCampaign, {
    body: {
      orgUnitId: units.find(({ kind }) => kind === 'region')?.id ?? '',
      title: `Кураторы и координаторы проекта, ${year}/${String(year + 1).slice(2)}`,
      asks: 'municipality',
      period: `SY${year}`,
      sections: [
        {
          title: 'Дорожная карта проекта',
          indicators: indicators.map(({ code, version }) => ({ code, version })),
        },
      ],
      approvedBy: 'region',
      opensOn: addDays(today, -12),
      lateAfter: addDays(today, 3),
      closedAfter: addDays(today, 10),
      schoolIds: units.filter(({ kind }) => kind === 'municipality').map(({ id }) => id),
    },
  });
  await client.call(campaignContract.openCampaign, { params: { campaignId }, body: { version: 1 } });
  return campaignId;
}

type Kept = { readonly submissionId: string; readonly version: number };

async function fillAndSend(client: DemoClient, campaignId: string, said: Sent['said']): Promise<Kept> {
  const waiting = await client.call(campaignContract.listOwnForms, {});
  const submissionId = waiting.find((form) => form.campaignId === campaignId)?.submissionId ?? '';
  const params = { submissionId };
  const { indicators, version } = await client.call(formContract.openForm, { params });
  const cells = indicators.flatMap(({ code, totalCode }): CellChange[] => {
    const amount = said[code];
    if (amount === undefined) return [];
    const total = said[totalCode ?? ''] ?? null;
    return [
      {
        indicator: code,
        base: null,
        value: { state: 'given', amount, total, typed: null, source: 'typed' },
      },
    ];
  });
  await client.call(formContract.saveCells, { params, body: { cells } });
  const track = await client.call(campaignContract.moveOwnForm, { params, body: { move: 'send', version } });
  return { submissionId, version: track.version };
}

async function accept(client: DemoClient, { submissionId, version }: Kept): Promise<void> {
  await client.call(campaignContract.judgeForm, {
    params: { submissionId },
    body: { move: 'accept', version, note: null },
  });
}
