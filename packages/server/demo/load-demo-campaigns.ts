import { addDays, type CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { schoolYearStartOf } from '@opora/domain/basics/school-calendar.ts';
import { campaignContract } from '@opora/domain/indicators/campaign-contract.ts';
import { checkContract } from '@opora/domain/indicators/check-contract.ts';
import { dynamicsContract } from '@opora/domain/indicators/dynamics-contract.ts';
import { formContract } from '@opora/domain/indicators/form-contract.ts';
import type { Indicator } from '@opora/domain/indicators/indicator.ts';
import { indicatorsOfSet, type ReadySet } from '@opora/domain/indicators/ready-sets.ts';
import type { CellChange, FormValue } from '@opora/domain/indicators/school-form.ts';
import { currentIndicators } from '@opora/domain/indicators/shipped-indicators.ts';
import { registryContract } from '@opora/domain/registry/registry-contract.ts';
import { createApp } from '../app.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { ServerParts } from '../platform/server-parts.ts';
import { type DemoClient, signInForDemo } from './demo-client.ts';
import { seededChance } from './invented-results.ts';

const office = 'lugovskoy@demo.opora';

/** What became of the forms of the open campaign, by the order of schools; the rest have not sent theirs. */
const fates = ['in-time', 'returned', 'in-time', 'late', 'empty'] as const;

/** Results of the programme: a campaign of the last school year that was approved, and one of this year in the middle of its way. */
export async function loadDemoCampaigns(parts: ServerParts): Promise<void> {
  const today = isoDateIn(parts.clock());
  const start = schoolYearStartOf(today);
  let now = parts.clock();
  const past = { ...parts, clock: () => now };
  const app = await createApp(past);
  const on = (day: CalendarDate): Promise<DemoClient> => {
    now = new Date(`${day}T10:00:00`);
    return signInForDemo(app, past, office);
  };
  const chance = seededChance(20_261_122);
  try {
    const before = await askSchools(await on(addDays(today, -120)), {
      set: 'programme',
      year: start - 1,
      days: [addDays(today, -120), addDays(today, -100), addDays(today, -90)],
    });
    const reader = await on(addDays(today, -101));
    for (const [at, form] of before.forms.entries()) {
      // oxlint-disable-next-line no-await-in-loop -- one after another, as a day goes
      const version = await fillAndSend(reader, form, { pupils: pupilsOf(at), chance });
      // oxlint-disable-next-line no-await-in-loop -- as above
      await judge(reader, form.id, { move: 'accept', version, note: null });
    }
    await reader.call(campaignContract.closeCampaign, {
      params: { campaignId: before.id },
      body: { version: before.version },
    });
    const open = await askSchools(await on(addDays(today, -14)), {
      set: 'programme',
      year: start,
      days: [addDays(today, -14), addDays(today, -3), addDays(today, 10)],
    });
    for (const [at, form] of open.forms.entries()) {
      const fate = fates[at];
      if (fate === undefined) break;
      // oxlint-disable-next-line no-await-in-loop -- as above
      const school = await on(addDays(today, fate === 'late' ? -1 : -5));
      // oxlint-disable-next-line no-await-in-loop -- as above
      const version = await (fate === 'empty'
        ? send(school, form)
        : fillAndSend(school, form, { pupils: pupilsOf(at), chance, isLax: fate === 'returned' }));
      const note = 'Победителей больше, чем участников. Сверьте с приказами об итогах олимпиад.';
      // oxlint-disable-next-line no-await-in-loop -- as above
      if (fate === 'returned') await judge(school, form.id, { move: 'return', version, note });
    }
  } finally {
    await app.close();
  }
}

type Asked = {
  readonly set: ReadySet;
  readonly year: number;
  /** Open from, late after, closed after. */
  readonly days: readonly [CalendarDate, CalendarDate, CalendarDate];
};

async function askSchools(client: DemoClient, { set, year, days }: Asked) {
  const units = await client.call(registryContract.listOrgUnits, {});
  const municipality = units.find(({ kind }) => kind === 'municipality');
  const { campaignId } = await client.call(campaignContract.makeCampaign, {
    body: {
      orgUnitId: municipality?.id ?? '',
      title: `Результаты программы адресной помощи, ${year}/${String(year + 1).slice(2)}`,
      period: `SY${year}`,
      sections: [
        {
          title: 'Результаты обучающихся',
          // Results of exams come from their register, which has none of this year yet.
          indicators: indicatorsOfSet(set, currentIndicators(), 'school')
            .filter(({ origin }) => origin.kind === 'asked')
            .map(({ code, version }) => ({ code, version })),
        },
      ],
      approvedBy: 'municipality',
      opensOn: days[0],
      lateAfter: days[1],
      closedAfter: days[2],
      schoolIds: units.filter(({ kind }) => kind === 'school').map(({ id }) => id),
    },
  });
  const params = { campaignId };
  await client.call(campaignContract.openCampaign, { params, body: { version: 1 } });
  return client.call(campaignContract.getCampaign, { params });
}

type Form = { readonly id: string; readonly version: number };

/** Fills what is asked with numbers that fit one another, and sends it; gives the version it then has. */
async function fillAndSend(client: DemoClient, form: Form, { pupils, ...course }: Size): Promise<number> {
  const params = { submissionId: form.id };
  const opened = await client.call(formContract.openForm, { params });
  const known = new Map(opened.values.map((value) => [value.indicator, value]));
  const totals = new Map([...known].map(([code, { amount }]) => [code, amount ?? 0]));
  const before = new Map(opened.previous.map((value) => [value.indicator, value]));
  // What was loaded without a form is not asked again, and the rest has to fit it.
  const loaded = async (indicator: string) => {
    const query = { orgUnitId: opened.orgUnitId, period: opened.period, indicator };
    const { own } = await client.call(dynamicsContract.explainNumber, { query });
    return own === null || own === 'hidden' ? undefined : own;
  };
  const size = {
    pupils: (await loaded('R24'))?.total ?? before.get('D01')?.amount ?? pupils,
    wonBefore: (await loaded(winners.all))?.amount ?? 0,
    ...course,
  };
  const cells = opened.indicators.flatMap((indicator): CellChange[] => {
    if (indicator.origin.kind === 'computed' || known.has(indicator.code)) return [];
    const value = inventedValue(indicator, totals, {
      ...size,
      before: before.get(indicator.code),
    });
    totals.set(indicator.code, value.amount);
    return [
      {
        indicator: indicator.code,
        base: null,
        value: { ...value, state: 'given', typed: null, source: 'typed' },
      },
    ];
  });
  if (cells.length > 0) await client.call(formContract.saveCells, { params, body: { cells } });
  await settleChecks(client, form.id);
  return send(client, form);
}

/** As a school would: takes back what cannot be, and explains what is asked about. */
async function settleChecks(client: DemoClient, submissionId: string): Promise<void> {
  const params = { submissionId };
  const { values } = await client.call(formContract.openForm, { params });
  const versions = new Map(values.map(({ indicator, version }) => [indicator, version]));
  const wrong = await client.call(checkContract.checkForm, { params });
  const codes = wrong.findings.flatMap(({ severity, indicators: [code] }) =>
    severity === 'error' && code !== undefined ? [code] : [],
  );
  const cells = [...new Set(codes)].map((indicator): CellChange => ({
    indicator,
    base: versions.get(indicator) ?? null,
    value: null,
  }));
  if (cells.length > 0) await client.call(formContract.saveCells, { params, body: { cells } });
  const { findings } = await client.call(checkContract.checkForm, { params });
  for (const { key: checkKey, seen, severity } of findings) {
    const body = { checkKey, seen, answer: 'Сверено с отчётом школы за год, число верное.' };
    // oxlint-disable-next-line no-await-in-loop -- one after another, as a person answers
    if (severity === 'warning') await client.call(formContract.answerCheck, { params, body });
  }
}

type Size = {
  readonly pupils: number;
  readonly chance: () => number;
  /** Takes part of those who took part for all of them: what the office asks about. */
  readonly isLax?: boolean;
};

/** How large the school is that stands at this place of a campaign: the same in each year. */
function pupilsOf(at: number): number {
  return 60 + Math.round(240 * seededChance(1_000 + at)());
}

type Before = { readonly before: FormValue | undefined; readonly wonBefore: number };

/** Of a hundred pupils so many are of the kind, or so many work with them; what is not named are a few. */
const perHundred: Readonly<Record<string, number>> = {
  D01: 100,
  D02: 89,
  D03: 7.5,
  D04: 9,
  D05: 4,
  D06: 13,
  D07: 10,
  D08: 5,
};

/** Of the total: winners of the three levels are all the winners together. */
const levels: Readonly<Record<string, number>> = {
  R11: 0.32,
  R20: 0.04,
  R21: 0.03,
  R22: 0.08,
  R23: 0.12,
  R24: 0.6,
  R25: 0.16,
  R26: 0.22,
  R27: 0.18,
  R28: 0.56,
};
const levelUsual = 0.2;
/** Fewer pupils are kept back from the office, which then could not answer what is asked about them. */
const notFew = 5;
const winners = { all: 'R25', town: 'R25a', region: 'R25b', country: 'R25c' } as const;

/** Counts follow the size of the school, within a few of a hundred from year to year; shares go on from what they were, or stand about the level of their kind. */
function inventedValue(
  { code, unit, totalCode }: Indicator,
  totals: ReadonlyMap<string, number>,
  { pupils, chance, before, wonBefore, isLax = false }: Size & Before,
): { amount: number; total: number | null } {
  const size = totals.get('D01') ?? pupils;
  if (unit === 'count') {
    const drift = 0.98 + 0.04 * chance();
    return { amount: Math.max(1, Math.round((size * (perHundred[code] ?? 3) * drift) / 100)), total: null };
  }
  if (unit === 'yes-no') return { amount: chance() < 0.7 ? 1 : 0, total: null };
  const total = totals.get(totalCode ?? '') ?? size;
  const won = totals.get(winners.all) ?? wonBefore;
  const part = (share: number): number => (won * share < notFew ? 0 : Math.round(won * share));
  const [region, country] = [part(0.25), part(0.05)];
  if (code === winners.town) return { amount: won - region - country, total };
  if (code === winners.region) return { amount: region, total };
  if (code === winners.country) return { amount: country, total };
  if (code === 'R24' && isLax) return { amount: Math.round(total * 0.1), total };
  const was =
    before?.state === 'given' && before.amount !== null && before.total !== null && before.total > 0;
  const level = was
    ? (before.amount ?? 0) / (before.total ?? 1)
    : (levels[code] ?? levelUsual) * (0.8 + 0.4 * chance());
  return { amount: Math.round(total * level * (0.97 + 0.06 * chance())), total };
}

async function send(client: DemoClient, { id, version }: Form): Promise<number> {
  const params = { submissionId: id };
  const track = await client.call(campaignContract.moveOwnForm, { params, body: { move: 'send', version } });
  return track.version;
}

type Judged = { readonly move: 'accept' | 'return'; readonly version: number; readonly note: string | null };

async function judge(client: DemoClient, submissionId: string, body: Judged): Promise<void> {
  await client.call(campaignContract.judgeForm, { params: { submissionId }, body });
}
