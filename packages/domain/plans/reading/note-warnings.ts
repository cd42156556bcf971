import type { SourceNote } from '../../basics/source-document.ts';
import type { ReadActivity, ReadWarning } from '../read-document.ts';

/** What the reader of the file was not sure of, told about the row or the page it concerns. */
export function noteWarnings(
  notes: readonly SourceNote[],
  activities: readonly ReadActivity[],
): ReadWarning[] {
  return notes.flatMap(({ code, place, value }): ReadWarning[] => {
    const values = [place?.page ?? null, code === 'low-recognition' ? value : null]
      .filter((fact) => fact !== null)
      .map(String);
    const aboutPage = { where: '', activity: null, values, source: null };
    if (code === 'page-without-text') return [{ ...aboutPage, code: 'page-unread' }];
    if (code === 'low-recognition') return [{ ...aboutPage, code: 'page-faint' }];
    if (code !== 'row-unclear' || place === null) return [];
    const index = activities.findIndex(({ source }) => source.from <= place.line && place.line <= source.to);
    const activity = activities[index];
    if (activity === undefined) return [];
    const where = activity.no === '' ? activity.title : activity.no;
    return [{ code: 'row-unclear', where, activity: index, values: [], source: activity.source }];
  });
}
