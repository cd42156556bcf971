import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { formatDate } from '@opora/domain/basics/format.ts';
import type { Language } from '@opora/domain/basics/catalog.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { cellWords } from '@opora/domain/indicators/dynamics-words.ts';
import { makeReportSheets } from '@opora/domain/indicators/make-report-sheets.ts';
import { reportTexts } from '@opora/domain/indicators/report-catalog.ts';
import {
  indicatorReportContract,
  type RecheckedReport,
  type ReportContent,
  type ReportParameters,
  type ReportSheet,
} from '@opora/domain/indicators/report-contract.ts';
import { schoolYearStartOf } from '@opora/domain/basics/school-calendar.ts';
import { periodName } from '@opora/domain/indicators/period-catalog.ts';
import { reportNote } from '@opora/domain/indicators/report-note.ts';
import { periodOfCode } from '@opora/domain/indicators/report-period.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { isoDateIn } from '../platform/clock.ts';
import { docxAnswer } from '../platform/docx-answer.ts';
import { languageOf } from '../platform/http-server.ts';
import { type Call, type Means, mount } from '../platform/mount.ts';
import { findOrgUnit } from '../registry/registry-queries.ts';
import { findResultSight } from '../results/result-sight.ts';
import type { WorkbookWriter } from '../results/write-workbook.ts';
import { getCompleteness } from './get-completeness.ts';
import { getDynamics } from './get-dynamics.ts';
import type { Registers } from './register-source.ts';
import { reportDigest } from './report-digest.ts';
import { findReport, insertReport, listReports, type WholeReport } from './report-queries.ts';

type ReportMeans = { readonly workbooks: WorkbookWriter; readonly sources: Registers };

export function mountIndicatorReports(
  app: FastifyInstance,
  { workbooks, sources, ...means }: Means & ReportMeans,
): void {
  mount(app, means, indicatorReportContract, {
    listIndicatorReports: async (_input, { tx, actor }) => {
      const { isAbove } = await findResultSight(tx, actor);
      return listReports(tx, !isAbove);
    },
    makeIndicatorReport: ({ body }, call) => makeReport(body, call, sources),
    getIndicatorReport: async ({ params }, call) => {
      const { scope: _s, parameters: _p, content: _c, ...report } = await seeReport(params.reportId, call);
      return { report, sheets: await sheetsOf(params.reportId, call) };
    },
    recheckIndicatorReport: async ({ params }, call) =>
      recheck(await seeReport(params.reportId, call), call, sources),
    exportIndicatorReport: async ({ params }, call) => {
      const { title } = await seeReport(params.reportId, call);
      return workbooks.write(await sheetsOf(params.reportId, call), title);
    },
    printIndicatorReport: async ({ params }, call) => {
      const { title } = await seeReport(params.reportId, call);
      const note = reportNote(title, await sheetsOf(params.reportId, call), languageOf(call.request));
      // Loaded here: the drawing of charts is large, and a start of the server does not wait for it.
      const { writeNoteDocx } = await import('@opora/office/write-note-docx.ts');
      return docxAnswer(await writeNoteDocx(note), title);
    },
  });
}

/** Keeps the numbers as they are shown to who makes it, with the versions of their definitions and a hash. */
async function makeReport(
  parameters: ReportParameters,
  call: Call,
  sources: Registers,
): Promise<{ id: string }> {
  const unit = await findOrgUnit(call.tx, parameters.orgUnitId);
  if (unit === undefined) throw new Refusal('not-found');
  call.allow('indicators.enter', unit);
  const { isAbove } = await findResultSight(call.tx, call.actor);
  const asked = {
    ...parameters,
    schoolYear: parameters.schoolYear ?? schoolYearStartOf(isoDateIn(call.now)),
  };
  const content = await gatherContent({ asked, unit, sources }, call);
  const id = randomUUID();
  await insertReport(call.tx, {
    id,
    orgUnitId: unit.id,
    scope: unit.scope,
    kind: asked.kind,
    title: `${reportTexts.ru.kinds[asked.kind]} — ${unit.shortName}`,
    parameters: asked,
    definitions:
      'dynamics' in content
        ? content.dynamics.indicators.map(({ code, version }) => ({ code, version }))
        : [],
    content,
    digest: reportDigest(asked, content),
    isOwn: !isAbove,
    personId: call.actor.personId,
    at: call.now,
  });
  return { id };
}

type Year = { readonly schoolYear: number };

type Gathering = {
  readonly asked: ReportParameters & Year;
  readonly unit: OrgUnit;
  readonly sources: Registers;
};

async function gatherContent({ asked, unit, sources }: Gathering, call: Call): Promise<ReportContent> {
  if (asked.kind !== 'completeness') return { dynamics: await getDynamics(asked, call, sources) };
  return { completeness: await getCompleteness(unit.id, asked.schoolYear, call), unitName: unit.shortName };
}

async function seeReport(
  id: string,
  { tx, actor, allow }: Pick<Call, 'tx' | 'actor' | 'allow'>,
): Promise<WholeReport> {
  const { isAbove } = await findResultSight(tx, actor);
  const report = await findReport(tx, { id, isOwn: !isAbove });
  if (report === undefined) throw new Refusal('not-found');
  allow('indicators.values', report);
  return report;
}

async function sheetsOf(
  id: string,
  call: Pick<Call, 'tx' | 'actor' | 'allow' | 'request'>,
): Promise<ReportSheet[]> {
  const report = await seeReport(id, call);
  const language = languageOf(call.request);
  const texts = reportTexts[language];
  const versions = report.definitions.map(({ code, version }) => `${code} — ${version}`).join(', ');
  return makeReportSheets(report.parameters, report.content, language).map((sheet) => ({
    ...sheet,
    notes: [
      ...sheet.notes,
      texts.cut(`${formatDate(report.cutAt.slice(0, 10))} ${report.cutAt.slice(11, 16)}`),
      ...(versions === '' ? [] : [texts.versions(versions)]),
      texts.hash(report.digest),
    ],
  }));
}

async function recheck(report: WholeReport, call: Call, sources: Registers): Promise<RecheckedReport> {
  const { parameters } = report;
  const digest = reportDigest(parameters, report.content);
  const unit = await findOrgUnit(call.tx, report.orgUnitId);
  if (unit === undefined) throw new Refusal('not-found');
  const schoolYear = parameters.schoolYear ?? schoolYearStartOf(report.cutAt.slice(0, 10));
  const today = await gatherContent({ asked: { ...parameters, schoolYear }, unit, sources }, call);
  const language = languageOf(call.request);
  const [before, now] = [report.content, today].map((content) => numbersIn(parameters, content, language));
  return {
    digest,
    isSame: digest === report.digest,
    differing: differing(before ?? new Map(), now ?? new Map()),
  };
}

type NamedNumber = { readonly name: string; readonly at: string; readonly words: string };

/** Every number of a report with what it is called: an indicator and its period, a territory and its collection. */
function numbersIn(
  parameters: ReportParameters,
  content: ReportContent,
  language: Language,
): Map<string, NamedNumber> {
  const numbers =
    'dynamics' in content
      ? content.dynamics.rows.flatMap(({ code, cells }) => {
          const unit = content.dynamics.indicators.find((one) => one.code === code)?.unit ?? 'count';
          return cells.map((cell) => ({
            name: code,
            at: periodName(periodOfCode(cell.period), language),
            words: cellWords(unit, cell, language),
          }));
        })
      : makeReportSheets(parameters, content, language).flatMap(({ rows }) =>
          rows.map(([name = '', at = '', , ...counts]) => ({
            name: String(name),
            at: String(at),
            words: counts.slice(0, 7).join(' / '),
          })),
        );
  return new Map(numbers.map((one) => [`${one.name} ${one.at}`, one]));
}

function differing(
  before: ReadonlyMap<string, NamedNumber>,
  now: ReadonlyMap<string, NamedNumber>,
): RecheckedReport['differing'] {
  const none = '—';
  return [...new Set([...before.keys(), ...now.keys()])].flatMap((key) => {
    const [one, two] = [before.get(key), now.get(key)];
    const [kept, today] = [one?.words ?? none, two?.words ?? none];
    return kept === today
      ? []
      : [{ name: one?.name ?? two?.name ?? '', at: one?.at ?? two?.at ?? '', kept, today }];
  });
}
