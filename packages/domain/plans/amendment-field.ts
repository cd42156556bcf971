import type { AmendmentContent } from './amendment.ts';
import type { AmendmentEdit } from './amendment-edit.ts';

/** The edit that would set what already stands in the field of `edit`; null when it sets no field, or its row is gone. */
export function fieldAsItStands(content: AmendmentContent, edit: AmendmentEdit): AmendmentEdit | null {
  const { act, definition } = content;
  switch (edit.kind) {
    case 'set-act':
      return { ...edit, value: act[edit.field] };
    case 'set-act-date':
      return { ...edit, value: act[edit.field] };
    case 'set-title':
      return { ...edit, value: definition.title };
    case 'set-goal':
      return { ...edit, value: definition.goal };
    case 'set-controller':
      return { ...edit, value: definition.controller, personId: definition.controllerId };
    case 'set-list':
      return { ...edit, value: [...definition[edit.field]] };
    case 'set-period':
      return { ...edit, value: definition[edit.field] };
    case 'rename-section': {
      const section = definition.sections.find(({ id }) => id === edit.section);
      return section === undefined ? null : { ...edit, title: section.title };
    }
    case 'set-no':
    case 'set-activity-title':
    case 'set-deadline':
    case 'set-parties':
    case 'set-expected':
      return rowAsItStands(content, edit);
    case 'add-section':
    case 'move-section':
    case 'remove-section':
    case 'add-activity':
    case 'move-activity':
    case 'remove-activity':
    case 'restore-activity':
    case 'add-school':
    case 'remove-school':
      return null;
  }
}

type RowEdit = Extract<
  AmendmentEdit,
  { kind: 'set-no' | 'set-activity-title' | 'set-deadline' | 'set-parties' | 'set-expected' }
>;

function rowAsItStands({ definition }: AmendmentContent, edit: RowEdit): AmendmentEdit | null {
  const row = definition.activities.find(({ id }) => id === edit.activity);
  if (row === undefined) return null;
  switch (edit.kind) {
    case 'set-no':
      return { ...edit, value: row.no };
    case 'set-activity-title':
      return { ...edit, value: row.title };
    case 'set-deadline':
      return { ...edit, phrase: row.deadline.raw };
    case 'set-parties':
      return { ...edit, value: [...row.parties] };
    case 'set-expected':
      return { ...edit, value: [...row.expected] };
  }
}

/** What a person has typed in an edit, a list by lines and '' for an emptied field; null when nothing in it was typed. */
export function typedIn(edit: AmendmentEdit): string | null {
  switch (edit.kind) {
    case 'set-parties':
      return edit.value.map(({ raw }) => raw).join('\n');
    case 'set-list':
    case 'set-expected':
      return edit.value.join('\n');
    case 'set-deadline':
      return edit.phrase;
    case 'add-section':
    case 'rename-section':
    case 'add-activity':
      return edit.title;
    case 'set-act':
    case 'set-act-date':
    case 'set-title':
    case 'set-goal':
    case 'set-controller':
    case 'set-period':
    case 'set-no':
    case 'set-activity-title':
      return edit.value ?? '';
    case 'move-section':
    case 'remove-section':
    case 'move-activity':
    case 'remove-activity':
    case 'restore-activity':
    case 'add-school':
    case 'remove-school':
      return null;
  }
}
