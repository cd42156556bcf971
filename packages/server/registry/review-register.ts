import type { Actor } from '@opora/domain/basics/actor.ts';
import { can } from '@opora/domain/basics/can.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { compareRegister, type RegisterComparison } from '@opora/domain/registry/compare-register.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import {
  type RegisterCounts,
  type RegisterReview,
  reviewLinesMax,
} from '@opora/domain/registry/register-import-contract.ts';
import { readRegisterRows } from '@opora/domain/registry/register-row.ts';
import type { RegisterStep } from '@opora/domain/registry/register-step.ts';
import type { Db } from '../platform/database.ts';
import { listAllAliases } from './alias-queries.ts';
import { entryOfImport, type RegisterImport } from './register-import-queries.ts';
import { listOrgUnits } from './registry-queries.ts';
import { listSchoolTypes } from './school-type-queries.ts';

/** What applying the draft would do to the tree as it is now. */
export async function compareDraft(db: Db, draft: RegisterImport, actor: Actor): Promise<RegisterComparison> {
  const table = draft.sheets[draft.layout.sheet];
  if (table === undefined) throw new Refusal('input-invalid');
  return compareRegister(readRegisterRows(table, draft.layout), {
    units: await listOrgUnits(db),
    aliases: await listAllAliases(db),
    types: await listSchoolTypes(db, draft.scope),
    addMunicipalities: draft.layout.addMunicipalities,
    mayManage: (scope) => can(actor, 'registry.manage', { scope }),
  });
}

export async function reviewRegister(db: Db, draft: RegisterImport, actor: Actor): Promise<RegisterReview> {
  if (draft.state !== 'draft') throw new Refusal('registry-import-applied');
  const comparison = await compareDraft(db, draft, actor);
  const rows = draft.sheets[draft.layout.sheet]?.rows ?? [];
  const below = rows.slice(draft.layout.headRow + 1, draft.layout.headRow + 4);
  const width = rows.slice(0, 100).reduce((most, row) => Math.max(most, row.length), 0);
  return {
    ...entryOfImport(draft),
    layout: draft.layout,
    sheets: draft.sheets.map((sheet) => ({ name: sheet.name, rowCount: sheet.rows.length })),
    columns: Array.from({ length: width }, (_, at) => ({
      title: String(rows[draft.layout.headRow]?.[at] ?? ''),
      sample: below.map((row) => String(row[at] ?? '').slice(0, 100)),
    })),
    firstRows: rows.slice(0, 30).map((row) =>
      row
        .filter((cell) => cell !== null)
        .join(' · ')
        .slice(0, 120),
    ),
    expected: countsOf(comparison),
    problems: comparison.problems.slice(0, reviewLinesMax),
    problemCount: comparison.problems.length,
    changes: changesOf(comparison.steps),
  };
}

export function countsOf({ steps, problems }: RegisterComparison): RegisterCounts {
  const count = (action: RegisterStep['action']) => steps.filter((step) => step.action === action).length;
  return {
    added: count('add'),
    changed: count('change'),
    kept: count('keep'),
    // A row may have several problems and is refused once.
    refused: new Set(problems.map((problem) => problem.row)).size,
  };
}

function changesOf(steps: readonly RegisterStep[]): RegisterReview['changes'] {
  const nameOf = (step: RegisterStep | undefined): string => {
    if (step === undefined) return '';
    return step.action === 'keep' ? step.unit.name : step.fields.name;
  };
  const lines = steps.flatMap((step) => {
    if (step.action === 'keep') return [];
    const { row, action, fields } = step;
    const below = action === 'change' ? '' : nameOfParent(step, nameOf, steps);
    return [{ row, action, kind: fields.kind, name: fields.name, below }];
  });
  return lines.sort((one, other) => one.row - other.row).slice(0, reviewLinesMax);
}

function nameOfParent(
  { parent }: Extract<RegisterStep, { action: 'add' }>,
  nameOf: (step: RegisterStep | undefined) => string,
  steps: readonly RegisterStep[],
): string {
  const known: OrgUnit | null = 'known' in parent ? parent.known : null;
  return known?.name ?? nameOf('step' in parent ? steps[parent.step] : undefined);
}
