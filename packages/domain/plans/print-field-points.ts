import { formatDate } from '../basics/format.ts';
import type { PlanComparison, PlanFieldChange } from './compare-plans.ts';
import type { AmendmentPoint } from './printed-amendment.ts';

/** Points on what the plan says of itself. */
export function printFieldPoints(fields: readonly PlanFieldChange[]): AmendmentPoint[] {
  return fields.flatMap((change): AmendmentPoint[] => {
    const text = textOf(change, fields);
    return text === null ? [] : [{ text, rows: [] }];
  });
}

function textOf(change: PlanFieldChange, all: readonly PlanFieldChange[]): string | null {
  switch (change.field) {
    case 'title':
      return `Наименование плана изложить в следующей редакции: «${change.to}».`;
    case 'goal':
      return worded('Цель', 'целью', change.from, change.to);
    case 'tasks':
      return worded('Задачи', 'задачами', listed(change.from), listed(change.to));
    case 'expectedResults':
      return worded(
        'Ожидаемые результаты',
        'ожидаемыми результатами',
        listed(change.from),
        listed(change.to),
      );
    case 'abbreviations': {
      const lines = (legend: Readonly<Record<string, string>>) =>
        listed(Object.entries(legend).map(([short, long]) => `${short} – ${long}`));
      return worded('Перечень сокращений', 'перечнем сокращений', lines(change.from), lines(change.to));
    }
    case 'controller':
      return worded(
        'Указание о контроле за исполнением',
        'указанием о контроле за исполнением',
        change.from,
        change.to,
      );
    // Both ends of the period make one point.
    case 'periodStartsOn':
      return periodText(all);
    case 'periodEndsOn':
      return all.some(({ field }) => field === 'periodStartsOn') ? null : periodText(all);
    // Who the printed controller is in this system is no matter of the act.
    case 'controllerId':
      return null;
  }
}

function worded(what: string, withWhat: string, from: string | null, to: string | null): string {
  if (to === null) return `${what} исключить.`;
  if (from === null) return `Дополнить ${withWhat} следующего содержания: «${to}».`;
  return `${what} изложить в следующей редакции: «${to}».`;
}

const listed = (items: readonly string[]): string | null =>
  items.length === 0 ? null : items.map((item) => item.replace(/[;.]$/, '')).join('; ');

function periodText(changes: readonly PlanFieldChange[]): string {
  const dayOf = (wanted: 'periodStartsOn' | 'periodEndsOn'): string | null => {
    const change = changes.find(({ field }) => field === wanted);
    return typeof change?.to === 'string' ? formatDate(change.to) : null;
  };
  const [start, end] = [dayOf('periodStartsOn'), dayOf('periodEndsOn')];
  const bounds = [start === null ? null : `начало – ${start}`, end === null ? null : `окончание – ${end}`];
  const known = bounds.filter((bound) => bound !== null);
  if (known.length === 0) return 'Указание о сроке реализации плана исключить.';
  return `Срок реализации плана изложить в следующей редакции: «${known.join(', ')}».`;
}

export function printSchoolPoints({ schoolsAdded, schoolsRemoved }: PlanComparison): AmendmentPoint[] {
  const names = (schools: PlanComparison['schoolsAdded']): string =>
    schools.map(({ name }) => `«${name}»`).join(', ');
  const points = [
    schoolsAdded.length > 0 && `Перечень школ – участников дополнить: ${names(schoolsAdded)}.`,
    schoolsRemoved.length > 0 && `Из перечня школ – участников исключить: ${names(schoolsRemoved)}.`,
  ];
  return points.flatMap((text) => (text === false ? [] : { text, rows: [] }));
}
