import { isSameValue } from '../basics/same-value.ts';
import type { AmendmentContent } from './amendment.ts';
import type { AmendmentEdit } from './amendment-edit.ts';
import type { DeadlineContext } from './deadline-windows.ts';
import { deadlineContextOf } from './plan-context.ts';
import { type ActivityDefinition, inPlanOrder, type PlanDefinition } from './plan-definition.ts';
import { readDeadline } from './read-deadline.ts';
import type { Reckoning } from './reckoning.ts';
import { splitExpected } from './read-expected.ts';

type Given = {
  /** The edition in force: what a restored row goes back to. */
  readonly base: PlanDefinition;
  /** Day of the plan's own act; phrases without a year are read against it and the period. */
  readonly planActOn: string | null;
  /** Of the plan's territory. */
  readonly reckoning: Reckoning;
};

/** The draft after one edit; the very same value when the edit has nothing to act on: its row is not there. */
export function applyAmendmentEdit(
  content: AmendmentContent,
  edit: AmendmentEdit,
  given: Given,
): AmendmentContent {
  if (edit.kind === 'set-act' || edit.kind === 'set-act-date') {
    return { ...content, act: { ...content.act, [edit.field]: edit.value } };
  }
  const definition = change(content.definition, edit, given);
  return definition === content.definition ? content : { ...content, definition };
}

type DefinitionEdit = Exclude<AmendmentEdit, { kind: 'set-act' | 'set-act-date' }>;

function change(plan: PlanDefinition, edit: DefinitionEdit, given: Given): PlanDefinition {
  switch (edit.kind) {
    case 'set-title':
      return { ...plan, title: edit.value };
    case 'set-goal':
      return { ...plan, goal: edit.value };
    case 'set-controller':
      return { ...plan, controller: edit.value, controllerId: edit.value === null ? null : edit.personId };
    case 'set-list':
      return { ...plan, [edit.field]: edit.value };
    case 'set-period':
      return setPeriod(plan, { [edit.field]: edit.value }, given);
    case 'add-section':
    case 'rename-section':
    case 'move-section':
    case 'remove-section':
      return changeSections(plan, edit);
    case 'set-no':
      return changeActivity(plan, edit.activity, { no: edit.value });
    case 'set-activity-title':
      return changeActivity(plan, edit.activity, { title: edit.value });
    case 'set-deadline': {
      const deadline = readDeadline(edit.phrase, contextOf(plan, given));
      return changeActivity(plan, edit.activity, { deadline });
    }
    case 'set-parties':
      return changeActivity(plan, edit.activity, { parties: edit.value });
    case 'set-expected': {
      const expected = edit.value.flatMap((cell) => splitExpected(cell).map(({ raw }) => raw));
      return changeActivity(plan, edit.activity, { expected });
    }
    case 'add-activity':
      return addActivity(plan, edit, given);
    case 'move-activity':
      return moveActivity(plan, edit);
    case 'remove-activity':
      return without(plan, 'activities', edit.activity);
    case 'restore-activity':
      return restoreActivity(plan, edit.activity, given.base);
    case 'add-school':
      if (plan.schools.some(({ id }) => id === edit.school)) return plan;
      return { ...plan, schools: [...plan.schools, { id: edit.school, name: edit.name }] };
    case 'remove-school':
      return without(plan, 'schools', edit.school);
  }
}

const contextOf = (
  { periodStartsOn, periodEndsOn }: Pick<PlanDefinition, 'periodStartsOn' | 'periodEndsOn'>,
  { planActOn, reckoning }: Given,
): DeadlineContext => deadlineContextOf({ periodStartsOn, periodEndsOn, actOn: planActOn }, reckoning);

/** Phrases that were read against the former period are read against the new one; dates that a person typed stay. */
function setPeriod(
  plan: PlanDefinition,
  period: Partial<Pick<PlanDefinition, 'periodStartsOn' | 'periodEndsOn'>>,
  given: Given,
): PlanDefinition {
  const changed = { ...plan, ...period };
  const [old, fresh] = [contextOf(plan, given), contextOf(changed, given)];
  const activities = plan.activities.map((activity) => {
    const { deadline } = activity;
    const wasRead = isSameValue(readDeadline(deadline.raw, old), deadline);
    return wasRead ? { ...activity, deadline: readDeadline(deadline.raw, fresh) } : activity;
  });
  return { ...changed, activities };
}

type SectionEdit = Extract<DefinitionEdit, { section: string; kind: `${string}-section` }>;

function changeSections(plan: PlanDefinition, edit: SectionEdit): PlanDefinition {
  const { section: id } = edit;
  const known = plan.sections.find((section) => section.id === id);
  if (edit.kind === 'add-section') {
    if (known !== undefined) return plan;
    return { ...plan, sections: insertAfter(plan.sections, { id, title: edit.title }, edit.after) };
  }
  if (known === undefined) return plan;
  const others = plan.sections.filter((section) => section.id !== id);
  switch (edit.kind) {
    case 'rename-section': {
      const sections = plan.sections.map((each) => (each.id === id ? { ...each, title: edit.title } : each));
      return { ...plan, sections };
    }
    case 'move-section':
      return ordered({ ...plan, sections: insertAfter(others, known, edit.after) });
    case 'remove-section': {
      const activities = plan.activities.filter(({ sectionId }) => sectionId !== id);
      return { ...plan, sections: others, activities };
    }
  }
}

function changeActivity(
  plan: PlanDefinition,
  id: string,
  changes: Partial<ActivityDefinition>,
): PlanDefinition {
  if (!plan.activities.some((activity) => activity.id === id)) return plan;
  const activities = plan.activities.map((each) => (each.id === id ? { ...each, ...changes } : each));
  return { ...plan, activities };
}

function addActivity(
  plan: PlanDefinition,
  edit: Extract<AmendmentEdit, { kind: 'add-activity' }>,
  given: Given,
): PlanDefinition {
  if (plan.activities.some(({ id }) => id === edit.activity) || !hasSection(plan, edit.section)) return plan;
  const activity: ActivityDefinition = {
    id: edit.activity,
    sectionId: edit.section,
    no: '',
    title: edit.title,
    deadline: readDeadline('', contextOf(plan, given)),
    parties: [],
    expected: [],
  };
  return place(plan, activity, edit.after);
}

function moveActivity(
  plan: PlanDefinition,
  edit: Extract<AmendmentEdit, { kind: 'move-activity' }>,
): PlanDefinition {
  const activity = plan.activities.find(({ id }) => id === edit.activity);
  if (activity === undefined || !hasSection(plan, edit.section) || edit.after === edit.activity) return plan;
  const rest = without(plan, 'activities', edit.activity);
  return place(rest, { ...activity, sectionId: edit.section }, edit.after);
}

function restoreActivity(plan: PlanDefinition, id: string, base: PlanDefinition): PlanDefinition {
  const at = base.activities.findIndex((activity) => activity.id === id);
  const activity = base.activities[at];
  if (activity === undefined) return plan;
  const sectionId = hasSection(plan, activity.sectionId) ? activity.sectionId : null;
  const rest = without(plan, 'activities', id);
  const left = new Set(rest.activities.filter((each) => each.sectionId === sectionId).map((each) => each.id));
  const after = base.activities.slice(0, at).findLast((each) => left.has(each.id));
  return place(rest, { ...activity, sectionId }, after?.id ?? null);
}

const hasSection = (plan: PlanDefinition, id: string | null): boolean =>
  id === null || plan.sections.some((section) => section.id === id);

/** After the named row when it stands in the same section, else first in the section. */
function place(plan: PlanDefinition, activity: ActivityDefinition, after: string | null): PlanDefinition {
  const before = plan.activities.find(({ id }) => id === after);
  const isNeighbour = before !== undefined && before.sectionId === activity.sectionId;
  return ordered({
    ...plan,
    activities: insertAfter(plan.activities, activity, isNeighbour ? before.id : null),
  });
}

const ordered = (plan: PlanDefinition): PlanDefinition => ({
  ...plan,
  activities: inPlanOrder(plan.sections, plan.activities),
});

function without(plan: PlanDefinition, list: 'activities' | 'schools', id: string): PlanDefinition {
  const rest = plan[list].filter((each) => each.id !== id);
  return rest.length === plan[list].length ? plan : { ...plan, [list]: rest };
}

/** First when `after` is null or not there. */
function insertAfter<T extends { readonly id: string }>(
  rows: readonly T[],
  row: T,
  after: string | null,
): T[] {
  const at = rows.findIndex(({ id }) => id === after) + 1;
  return [...rows.slice(0, at), row, ...rows.slice(at)];
}
