import type { Deadline, DeadlineWindow } from './deadline.ts';
import { deadlineContextOf, type DraftActivity, type DraftDocument } from './draft-document.ts';
import { placeOfWarning } from './draft-doubts.ts';
import { type DraftEdit, type EditOf, touchedPlaces } from './draft-edit.ts';
import { readDeadline } from './read-deadline.ts';
import { columnSize, readValue } from './reading/indicator-value.ts';
import type { Requisites } from './read-document.ts';

/**
 * The draft after one edit. An edit that has nothing to act on (its row was removed meanwhile) gives the very same value back, so the
 * caller can refuse it, and a list of edits can be applied with one of them left out.
 */
export function applyEdit(draft: DraftDocument, edit: DraftEdit): DraftDocument {
  const changed = change(draft, edit);
  return changed === draft ? draft : settleTouched(draft, changed, edit);
}

export function applyEdits(draft: DraftDocument, edits: readonly DraftEdit[]): DraftDocument {
  return edits.reduce(applyEdit, draft);
}

function change(draft: DraftDocument, edit: DraftEdit): DraftDocument {
  switch (edit.kind) {
    case 'set-requisite':
      return withRequisites(draft, { [edit.field]: edit.value });
    case 'set-date':
      return rereadDeadlines(withRequisites(draft, { [edit.field]: edit.value }));
    case 'set-signatory':
      return withRequisites(draft, { signatory: { name: edit.name, post: edit.post } });
    case 'set-goal':
      return { ...draft, goal: edit.value };
    case 'set-list':
      return edit.field === 'basis'
        ? withRequisites(draft, { basis: edit.value })
        : { ...draft, [edit.field]: edit.value };
    case 'set-schools':
      return { ...draft, schools: edit.value };
    case 'set-abbreviation':
      return setAbbreviation(draft, edit);
    case 'rename-section':
      return renameSection(draft, edit);
    case 'set-activity':
    case 'set-activity-list':
      return changeRow(draft, edit.row, { [edit.field]: edit.value });
    case 'set-section':
      return setSection(draft, edit);
    case 'set-deadline':
      return setDeadline(draft, edit);
    case 'add-activity':
      return addActivity(draft, edit);
    case 'remove-activity':
      return removeActivity(draft, edit.row);
    case 'move-activity':
      return moveActivity(draft, edit);
    case 'join-activities':
      return joinActivities(draft, edit);
    case 'split-activity':
      return splitActivity(draft, edit);
    case 'set-indicator':
    case 'set-indicator-value':
      return changeIndicator(draft, edit);
    case 'confirm-doubts':
      return confirmDoubts(draft, edit);
    case 'match-party':
      return { ...draft, matches: { ...draft.matches, [edit.printed]: edit.choice } };
    case 'choose-owner':
      return { ...draft, ownerUnitId: edit.orgUnitId };
  }
}

/** What a person has retyped is no longer in doubt; what she confirmed is in question again when the field has changed since. */
function settleTouched(before: DraftDocument, after: DraftDocument, edit: DraftEdit): DraftDocument {
  if (edit.kind === 'confirm-doubts') return after;
  const places = touchedPlaces(edit);
  const mended = before.warnings.filter((warning) => places.includes(placeOfWarning(warning)));
  const kept = Object.entries(after.settled).filter(
    ([id, how]) => how === 'mended' || !places.some((place) => id.endsWith(` ${place}`)),
  );
  return {
    ...after,
    settled: Object.fromEntries([...kept, ...mended.map((warning) => [warning.id, 'mended'] as const)]),
  };
}

function confirmDoubts(draft: DraftDocument, { doubts }: EditOf<'confirm-doubts'>): DraftDocument {
  const confirmed = doubts.map((doubt) => [doubt, 'confirmed'] as const);
  return { ...draft, settled: { ...draft.settled, ...Object.fromEntries(confirmed) } };
}

function withRequisites(draft: DraftDocument, part: Partial<Requisites>): DraftDocument {
  return { ...draft, requisites: { ...draft.requisites, ...part } };
}

function setAbbreviation(draft: DraftDocument, edit: EditOf<'set-abbreviation'>): DraftDocument {
  const { [edit.short]: _, ...others } = draft.abbreviations;
  return {
    ...draft,
    abbreviations: edit.long === null ? others : { ...draft.abbreviations, [edit.short]: edit.long },
  };
}

/** A name that another section has joins the two. */
function renameSection(draft: DraftDocument, { from, to }: EditOf<'rename-section'>): DraftDocument {
  if (!draft.sections.includes(from)) return draft;
  return {
    ...draft,
    sections: [...new Set(draft.sections.map((section) => (section === from ? to : section)))],
    activities: draft.activities.map((row) => (row.section === from ? { ...row, section: to } : row)),
  };
}

function setSection(draft: DraftDocument, { row, value }: EditOf<'set-section'>): DraftDocument {
  const changed = changeRow(draft, row, { section: value });
  if (changed === draft || value === null || draft.sections.includes(value)) return changed;
  return { ...changed, sections: [...changed.sections, value] };
}

function changeRow(draft: DraftDocument, id: string, part: Partial<DraftActivity>): DraftDocument {
  const at = positionOf(draft, id);
  const row = draft.activities[at];
  if (row === undefined) return draft;
  return { ...draft, activities: draft.activities.with(at, { ...row, ...part }) };
}

const positionOf = (draft: DraftDocument, id: string): number =>
  draft.activities.findIndex((row) => row.id === id);

function setDeadline(draft: DraftDocument, edit: EditOf<'set-deadline'>): DraftDocument {
  const read = readDeadline(edit.phrase, deadlineContextOf(draft.requisites));
  return changeRow(draft, edit.row, {
    deadline: edit.windows === null ? read : typedDeadline(read, edit.windows),
    datesTyped: edit.windows !== null,
  });
}

/** Dates that a person gave for the phrase: nothing of them is assumed. */
function typedDeadline(read: Deadline, windows: readonly Omit<DeadlineWindow, 'label'>[]): Deadline {
  const dated = windows
    .filter((window) => window.start !== null || window.end !== null)
    .map((window) => ({ ...window, label: null }))
    .sort((a, b) => ((a.end ?? a.start ?? '') < (b.end ?? b.start ?? '') ? -1 : 1));
  const [first] = dated;
  return {
    ...read,
    kind: dated.length > 1 ? 'compound' : first === undefined ? 'continuous' : kindOf(first),
    windows: dated,
    recurrence: null,
    schedule: null,
    event: null,
    confidence: 1,
    assumptions: [],
  };
}

const kindOf = (window: DeadlineWindow): 'date' | 'range' =>
  window.start === null || window.start === window.end ? 'date' : 'range';

/** A phrase without a year follows the dates of the plan, so it is read again when they change. */
function rereadDeadlines(draft: DraftDocument): DraftDocument {
  const context = deadlineContextOf(draft.requisites);
  return {
    ...draft,
    activities: draft.activities.map((row) =>
      row.datesTyped || row.deadline.raw === ''
        ? row
        : { ...row, deadline: readDeadline(row.deadline.raw, context) },
    ),
  };
}

function addActivity(draft: DraftDocument, edit: EditOf<'add-activity'>): DraftDocument {
  if (positionOf(draft, edit.row) !== -1) return draft;
  const at = edit.after === null ? -1 : positionOf(draft, edit.after);
  if (at === -1 && edit.after !== null) return draft;
  const neighbour = draft.activities[Math.max(at, 0)];
  const row: DraftActivity = {
    id: edit.row,
    datesTyped: false,
    no: '',
    section: neighbour?.section ?? draft.sections[0] ?? null,
    title: '',
    deadline: readDeadline('', deadlineContextOf(draft.requisites)),
    responsible: [],
    expected: [],
    source: neighbour?.source ?? { from: 1, to: 1, page: null, table: null, row: null },
  };
  return { ...draft, activities: draft.activities.toSpliced(at + 1, 0, row) };
}

function removeActivity(draft: DraftDocument, id: string): DraftDocument {
  const at = positionOf(draft, id);
  if (at === -1) return draft;
  return {
    ...draft,
    activities: draft.activities.toSpliced(at, 1),
    warnings: draft.warnings.filter((warning) => warning.row !== id),
  };
}

function moveActivity(draft: DraftDocument, { row: id, after }: EditOf<'move-activity'>): DraftDocument {
  const row = draft.activities.find((one) => one.id === id);
  if (row === undefined || after === id) return draft;
  const others = draft.activities.filter((one) => one.id !== id);
  const at = after === null ? -1 : others.findIndex((one) => one.id === after);
  if (at === -1 && after !== null) return draft;
  const section = (at === -1 ? others[0] : others[at])?.section ?? row.section;
  return { ...draft, activities: others.toSpliced(at + 1, 0, { ...row, section }) };
}

function joinActivities(draft: DraftDocument, edit: EditOf<'join-activities'>): DraftDocument {
  const row = draft.activities.find((one) => one.id === edit.row);
  const into = draft.activities.find((one) => one.id === edit.into);
  if (row === undefined || into === undefined || row === into) return draft;
  const phrase = joinTexts(into.deadline.raw, row.deadline.raw);
  const joined = changeRow(draft, into.id, {
    no: into.no === '' ? row.no : into.no,
    title: joinTexts(into.title, row.title),
    responsible: [...new Set([...into.responsible, ...row.responsible])],
    expected: [...into.expected, ...row.expected],
    source: {
      ...into.source,
      from: Math.min(into.source.from, row.source.from),
      to: Math.max(into.source.to, row.source.to),
    },
  });
  const withDeadline =
    phrase === into.deadline.raw
      ? joined
      : setDeadline(joined, { kind: 'set-deadline', row: into.id, phrase, windows: null });
  return removeActivity(withDeadline, row.id);
}

const joinTexts = (one: string, other: string): string =>
  [one, other].filter((text) => text !== '').join(' ');

function splitActivity(draft: DraftDocument, edit: EditOf<'split-activity'>): DraftDocument {
  const at = positionOf(draft, edit.row);
  const row = draft.activities[at];
  if (row === undefined || positionOf(draft, edit.newRow) !== -1) return draft;
  const parts = [
    { ...row, title: edit.title },
    { ...row, id: edit.newRow, no: '', title: edit.newTitle },
  ];
  return { ...draft, activities: draft.activities.toSpliced(at, 1, ...parts) };
}

function changeIndicator(
  draft: DraftDocument,
  edit: EditOf<'set-indicator'> | EditOf<'set-indicator-value'>,
): DraftDocument {
  const row = draft.indicators[edit.row];
  if (row === undefined) return draft;
  if (edit.kind === 'set-indicator') {
    const value = edit.value === '' && edit.field !== 'name' ? null : edit.value;
    return { ...draft, indicators: draft.indicators.with(edit.row, { ...row, [edit.field]: value }) };
  }
  const { column, value: raw } = edit;
  const beside = draft.indicators.flatMap(({ values }) => values.filter((value) => value.column === column));
  const size = columnSize(beside.map((value) => value.raw));
  const read = readValue(raw, { unit: row.unit, column, size });
  const values = row.values.map((value) => (value.column === column ? read : value));
  return { ...draft, indicators: draft.indicators.with(edit.row, { ...row, values }) };
}
