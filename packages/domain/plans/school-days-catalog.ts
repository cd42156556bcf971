import type { Texts } from '../basics/catalog.ts';

const ru = {
  /** Stands in the history of a term that was closed with its school. */
  closed: (school: string, on: string) => `${school}: последний день работы — ${on}`,
  /** Stands in the history of a term that the closing had closed and that is asked again. */
  reopened: (school: string) => `${school}: школа продолжает работу`,
};

export const schoolDaysTexts: Texts<typeof ru> = {
  ru,
  en: {
    closed: (school, on) => `${school}: its last day is ${on}`,
    reopened: (school) => `${school}: the school goes on working`,
  },
};
