import { countRu } from '../basics/catalog.ts';
import { formatDate, formatPercent } from '../basics/format.ts';
import type { InstanceState } from '../plans/instance-state.ts';
import type { ActivityFacts, OpenFact } from './narrative-facts.ts';

/** «подтверждено: приказ от 12.03.2026 № 45, …», «участие: 4 из 5 (80 %)»; empty when nothing was given. */
export function writeProofs(activity: ActivityFacts): string[] {
  const documents = activity.documents.map(
    ({ type, number, on }) => `${lowerFirst(type)} от ${formatDate(on)} № ${number}`,
  );
  const beyond = activity.documentCount - documents.length;
  const files = activity.fileCount;
  const proofs = [
    ...documents,
    ...(beyond > 0 ? [`и ещё ${countRu(beyond, 'документ', 'документа', 'документов')}`] : []),
    ...activity.links,
    ...(files > 0 ? [countRu(files, 'приложенный файл', 'приложенных файла', 'приложенных файлов')] : []),
  ];
  const counts = activity.counts.map(({ expected, n, total }) => {
    const percent = formatPercent(n, total);
    return `${lowerFirst(trimmed(expected))}: ${n} из ${total}${percent === null ? '' : ` (${percent})`}`;
  });
  return [...(proofs.length === 0 ? [] : [`подтверждено: ${proofs.join(', ')}`]), ...counts];
}

const stateWords: Readonly<Record<InstanceState, string>> = {
  planned: 'не исполнено',
  'in-progress': 'не исполнено, начато',
  returned: 'не исполнено, возвращено на доработку',
  submitted: 'представлено и проверяется',
  postponed: 'перенесено',
  'before-approval': 'проведено до утверждения плана, подтверждение не представлено',
  accepted: 'исполнено',
  cancelled: 'отменено',
};

/** What of it is open, state by state: «не исполнено: СОШ № 1, СОШ № 2; перенесено на 15.12.2026: СОШ № 3». */
export function writeOpenPart(activity: ActivityFacts): string {
  const groups = Map.groupBy(activity.open, wordsOf);
  const named = [...groups].map(([words, facts]) => {
    const names = [...new Set(facts.flatMap((fact) => nameOf(fact) ?? []))];
    return names.length === 0 ? words : `${words}: ${names.join(', ')}`;
  });
  const beyond = activity.asked - activity.done - activity.open.length;
  if (named.length === 0) return 'не исполнено';
  if (beyond > 0) {
    named.push(`и ещё не завершено: ${countRu(beyond, 'исполнение', 'исполнения', 'исполнений')}`);
  }
  return named.join('; ');
}

function wordsOf({ state, dueOn }: OpenFact): string {
  const words = stateWords[state];
  return state === 'postponed' && dueOn !== null ? `${words} на ${formatDate(dueOn)}` : words;
}

function nameOf({ school, label, state, dueOn }: OpenFact): string | null {
  if (school !== null) return label === null ? school : `${school} (${label})`;
  if (label !== null) return label;
  // The new day of a postponed one is said already.
  return dueOn === null || state === 'postponed' ? null : `срок ${formatDate(dueOn)}`;
}

export function writeReasons({ reasons }: ActivityFacts): string {
  if (reasons.length === 0) return 'причина не указана';
  const told = reasons.map((reason) => `«${trimmed(reason).replaceAll('«', '„').replaceAll('»', '“')}»`);
  return `${reasons.length === 1 ? 'причина' : 'причины'}: ${told.join(', ')}`;
}

const trimmed = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().replace(/[.;]$/, '');

/** An abbreviation («МКУ …», «ИОМ») stays as it is. */
export const lowerFirst = (text: string): string =>
  /^\p{Lu}(?!\p{Lu})/u.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;
