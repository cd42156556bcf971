import type { Language } from './catalog.ts';
import { formatDate } from './format.ts';
import type { RefusalFacts } from './refusal.ts';

/** What somebody who was too slow is told. `state`: of an instance, as it is now; `by`: '' when the reader may not see who. */
export function overtakenText(language: Language, { state, by, on, time }: RefusalFacts): string {
  const who = [by, formatDate(String(on ?? '')), time].filter((part) => part !== '').join(', ');
  const now = states[language][String(state)] ?? '';
  return language === 'ru'
    ? `Кто-то был быстрее: ${now} (${who}). Введённое сохранено.`
    : `Somebody was faster: ${now} (${who}). What you typed is kept.`;
}

const states: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  ru: {
    planned: 'уже возвращено в план',
    'in-progress': 'уже взято в работу',
    submitted: 'уже отправлено на проверку',
    returned: 'уже возвращено на доработку',
    postponed: 'уже отложено',
    accepted: 'уже принято',
    cancelled: 'уже отменено',
    'before-approval': 'снова ждёт подтверждения',
  },
  en: {
    planned: 'it is back in the plan',
    'in-progress': 'it is in progress',
    submitted: 'it has been submitted',
    returned: 'it has been returned',
    postponed: 'it has been postponed',
    accepted: 'it has been accepted',
    cancelled: 'it has been cancelled',
    'before-approval': 'it waits for evidence again',
  },
};
