import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Language } from '@opora/domain/basics/catalog.ts';
import { flatFormTexts } from '@opora/domain/results/flat-form-catalog.ts';
import { identifySchool } from '@opora/domain/results/identify.ts';
import type { MethodFile } from '@opora/domain/results/methodology.ts';
import { type PreparedRule, prepareRule, proceduresOf } from '@opora/domain/results/prepare-rule.ts';
import type { SchoolResults } from '@opora/domain/results/school-results.ts';
import { estimatePriors, type SharePriors } from '@opora/domain/results/share-priors.ts';
import { assessVerdict, type SureVerdict } from '@opora/domain/results/verdict-certainty.ts';
import type { Command, CommandSurroundings } from '../platform/command.ts';
import { commandTexts } from '../platform/command-catalog.ts';
import { identifyTexts } from './identify-catalog.ts';
import { readMethodFile } from './read-method-file.ts';
import { readResultFile, ResultFileFault } from './read-result-file.ts';
import { verdictJson } from './verdict-json.ts';
import { verdictReport } from './verdict-report.ts';

/** `opora identify --results FILE.csv --method FILE.json [--year N] [--json] [--lang ru|en]`: which schools a methodology lists, and why. No database. */
export const identifyCommand: Command = async (args, surroundings) => {
  const call = readCall(args);
  if (call === null) {
    surroundings.warn(`${commandTexts.ru.usage}\n`);
    return 2;
  }
  const { language } = call;
  const read = await readMethodFile(call.method, call);
  const results = await stat(call.results).catch(() => null);
  const missing = read === null ? call.method : results?.isFile() === true ? null : call.results;
  if (read === null || missing !== null) {
    surroundings.warn(`${commandTexts[language].fileMissing(basename(missing ?? call.method))}\n`);
    return 1;
  }
  if ('faults' in read) {
    for (const fault of read.faults) surroundings.warn(`${fault}\n`);
    return 1;
  }
  try {
    print(await readResultFile(resolve(call.results)), read.method, { ...call, surroundings });
    return 0;
  } catch (error) {
    if (!(error instanceof ResultFileFault)) throw error;
    surroundings.warn(`${flatFormTexts[language].fault(error.fault)}\n`);
    return 1;
  }
};

type Call = {
  readonly results: string;
  readonly method: string;
  readonly year: number | null;
  readonly json: boolean;
  readonly language: Language;
};

function readCall(args: readonly string[]): Call | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        results: { type: 'string' },
        method: { type: 'string' },
        year: { type: 'string' },
        json: { type: 'boolean', default: false },
        lang: { type: 'string', default: 'ru' },
      },
    });
    const { results, method, year, json, lang } = values;
    if (results === undefined || method === undefined) return null;
    return {
      results,
      method,
      year: year === undefined ? null : Number(year),
      json,
      language: lang === 'en' ? 'en' : 'ru',
    };
  } catch {
    return null;
  }
}

function print(
  results: readonly SchoolResults[],
  method: MethodFile,
  { json, language, surroundings, ...call }: Call & { readonly surroundings: CommandSurroundings },
): void {
  const prepared = prepareRule(method, method.year, proceduresOf(results));
  if (prepared.procedures.length === 0)
    surroundings.warn(`${identifyTexts[language].choice(basename(call.results))}\n`);
  const priors = estimatePriors(results, prepared);
  const verdicts = assess(results, prepared, priors);
  const parts = json ? verdictJson(verdicts, prepared, priors) : verdictReport(verdicts, language);
  let text = '';
  for (const part of parts) {
    text += part;
    if (text.length < 1_000_000) continue;
    surroundings.print(text);
    text = '';
  }
  surroundings.print(text);
}

function* assess(
  results: readonly SchoolResults[],
  prepared: PreparedRule,
  priors: SharePriors,
): Generator<SureVerdict> {
  for (const school of results) yield assessVerdict(identifySchool(school, prepared), prepared, priors);
}
