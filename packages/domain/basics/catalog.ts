/** Languages of the interface; Russian is the default. */
export const languages = ['ru', 'en'] as const;
export type Language = (typeof languages)[number];

/** The shape an English catalogue must have to match a Russian one: a missing key or another argument does not compile. */
export type Catalog<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : Catalog<T[K]>;
};

/** A Russian catalogue with its English match. */
export type Texts<T> = { readonly ru: T; readonly en: Catalog<T> };

const russianPlural = new Intl.PluralRules('ru');

/** «1 школа», «2 школы», «5 школ»: the number with the form that agrees with it. */
export function countRu(count: number, one: string, few: string, many: string): string {
  const rule = russianPlural.select(count);
  const form = rule === 'one' ? one : rule === 'few' ? few : Number.isInteger(count) ? many : few;
  return `${formatNumberRu(count)} ${form}`;
}

export function countEn(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** Decimal comma and no-break spaces between thousands: «1 234,5». */
export function formatNumberRu(value: number): string {
  return value.toLocaleString('ru');
}
