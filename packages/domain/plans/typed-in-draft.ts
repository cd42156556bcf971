import type { DraftEdit } from './draft-edit.ts';

/** What a person has typed in an edit of a draft, a list by lines and '' for an emptied field; null when nothing in it was typed. */
export function typedInDraft(edit: DraftEdit): string | null {
  switch (edit.kind) {
    case 'set-requisite':
    case 'set-date':
    case 'set-goal':
    case 'set-section':
    case 'set-activity':
    case 'set-indicator':
    case 'set-indicator-value':
      return edit.value ?? '';
    case 'set-signatory':
      return [edit.name, edit.post].filter((words) => words !== null).join(', ');
    case 'set-list':
    case 'set-activity-list':
      return edit.value.join('\n');
    case 'set-schools':
      return edit.value.map(({ name }) => name).join('\n');
    case 'set-abbreviation':
      return edit.long ?? '';
    case 'rename-section':
      return edit.to;
    case 'set-deadline':
      return edit.phrase;
    case 'split-activity':
      return `${edit.title}\n${edit.newTitle}`;
    case 'add-activity':
    case 'remove-activity':
    case 'move-activity':
    case 'join-activities':
    case 'confirm-doubts':
    case 'match-party':
    case 'choose-owner':
      return null;
  }
}
