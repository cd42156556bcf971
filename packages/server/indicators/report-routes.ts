import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Language } from '@opora/domain/basics/catalog.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { Dynamics } from '@opora/domain/indicators/dynamics-contract.ts';
import { cellWords } from '@opora/domain/indicators/dynamics-words.ts';
import { makeReportSheets } from '@opora/domain/indicators/make-report-sheets.ts';
import { reportTexts } from '@opora/domain/indicators/report-catalog.ts';
import {
  indicatorReportContract,
  type RecheckedReport,
  type ReportParameters,
  type ReportSheet,
} from '@opora/domain/indicators/report-contract.ts';
import { reportNote } from '@opora/domain/indicators/report-note.ts';
import { docxAnswer } from '../platform/docx-answer.ts';
import { languageOf } from '../platform/http-server.ts';
import { type Call, type Means, mount } from '../platform/mount.ts';
import { findOrgUnit } from '../registry/registry-queries.ts';
import { findResultSight } from '../results/result-sight.ts';
import type { WorkbookWriter } from '../results/write-workbook.ts';
import { getDynamics } from './get-dynamics.ts';
import { reportDigest } from './report-digest.ts';
import { findReport, insertReport, listReports, type WholeReport } from './report-queries.ts';

export function mountIndicatorReports(
  app: FastifyInstance,
  { workbooks, ...means }: Means & { readonly workbooks: WorkbookWriter },
): void {
  mount(app, means, indicatorReportContract, {
    listIndicatorReports: async (_input, { tx, actor }) => {
      const { isAbove } = await findResultSight(tx, actor);
      return listReports(tx, !isAbove);
    },
    makeIndicatorReport: ({ body }, call) => makeReport(body, call),
    getIndicatorReport: async ({ params }, call) => {
      const { scope: _s, parameters: _p, content: _c, ...report } = await seeReport(params.reportId, call);
      return { report, sheets: await sheetsOf(params.reportId, call) };
    },
    recheckIndicatorReport: async ({ params }, call) => recheck(await seeReport(params.reportId, call), call),
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
async function makeReport(parameters: ReportParameters, call: Call): Promise<{ id: string }> {
  const unit = await findOrgUnit(call.tx, parameters.orgUnitId);
  if (unit === undefined) throw new Refusal('not-found');
  call.allow('indicators.enter', unit);
  const content = { dynamics: await getDynamics(parameters, call) };
  const id = randomUUID();
  await insertReport(call.tx, {
    id,
    orgUnitId: unit.id,
    scope: unit.scope,
    kind: parameters.kind,
    title: `${reportTexts.ru.kinds[parameters.kind]} — ${unit.shortName}`,
    parameters,
    definitions: content.dynamics.indicators.map(({ code, version }) => ({ code, version })),
    content,
    digest: reportDigest(parameters, content),
    isOwn: content.dynamics.isOwn,
    personId: call.actor.personId,
    at: call.now,
  });
  return { id };
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
  return makeReportSheets(report.parameters, report.content.dynamics, language).map((sheet) => ({
    ...sheet,
    notes: [
      ...sheet.notes,
      texts.cut(report.cutAt.slice(0, 16).replace('T', ' ')),
      texts.versions(versions),
      texts.hash(report.digest),
    ],
  }));
}

async function recheck(report: WholeReport, call: Call): Promise<RecheckedReport> {
  const digest = reportDigest(report.parameters, report.content);
  const today = await getDynamics(report.parameters, call);
  const language = languageOf(call.request);
  return {
    digest,
    isSame: digest === report.digest,
    differing: differing(report.content.dynamics, today, language),
  };
}

function differing(kept: Dynamics, today: Dynamics, language: Language): RecheckedReport['differing'] {
  const wordsIn = ({ indicators, rows }: Dynamics): Map<string, readonly [string, string, string]> =>
    new Map(
      rows.flatMap(({ code, cells }) => {
        const unit = indicators.find((one) => one.code === code)?.unit ?? 'count';
        return cells.map((cell) => {
          const key = `${code} ${cell.period}`;
          return [key, [code, cell.period, cellWords(unit, cell, language)]] as const;
        });
      }),
    );
  const [before, now] = [wordsIn(kept), wordsIn(today)];
  const none = '—';
  return [...new Set([...before.keys(), ...now.keys()])].flatMap((key) => {
    const [one, two] = [before.get(key), now.get(key)];
    const [code, period] = one ?? two ?? ['', ''];
    const [keptWords, todayWords] = [one?.[2] ?? none, two?.[2] ?? none];
    return keptWords === todayWords ? [] : [{ code, period, kept: keptWords, today: todayWords }];
  });
}
