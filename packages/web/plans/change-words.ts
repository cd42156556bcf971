import type { Language } from '@opora/domain/basics/catalog.ts';
import { formatDate } from '@opora/domain/basics/format.ts';
import type { ComparedActivityField, PlanFieldChange } from '@opora/domain/plans/compare-plans.ts';
import type { ActivityDefinition } from '@opora/domain/plans/plan-definition.ts';
import { printDeadline } from '@opora/domain/plans/print-deadline.ts';

/** A field of an activity as a person reads it; null for a row that is not there. */
export function fieldText(activity: ActivityDefinition | null, field: ComparedActivityField): string | null {
  if (activity === null) return null;
  switch (field) {
    case 'no':
    case 'title':
      return activity[field];
    case 'deadline':
      return activity.deadline.raw;
    case 'parties':
      return activity.parties.map(({ raw }) => raw).join('\n');
    case 'expected':
      return activity.expected.join('\n');
  }
}

/** The old and the new text of a field. Where the phrase of a deadline stays and its meaning does not, the meaning is told. */
export function changedTexts(
  from: ActivityDefinition | null,
  to: ActivityDefinition | null,
  by: { readonly field: ComparedActivityField; readonly language: Language },
): { from: string | null; to: string | null } {
  const { field, language } = by;
  const texts = { from: fieldText(from, field), to: fieldText(to, field) };
  if (field !== 'deadline' || from === null || to === null || texts.from !== texts.to) return texts;
  const [was, became] = [from, to].map(({ deadline }) => printDeadline(deadline, language));
  if (was === became) return texts;
  return { from: `${from.deadline.raw} (${was})`, to: `${to.deadline.raw} (${became})` };
}

/** A field of the plan in words; null where it is empty. */
export function planFieldText(change: PlanFieldChange, side: 'from' | 'to'): string | null {
  const value = change[side];
  if (value === null) return null;
  if (Array.isArray(value)) return value.join('\n');
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([short, long]) => `${short} – ${String(long)}`)
      .join('\n');
  }
  return change.field === 'periodStartsOn' || change.field === 'periodEndsOn' ? formatDate(value) : value;
}
