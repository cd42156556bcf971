import { splitExpected } from './read-expected.ts';

/** «Доля школ …», «Доля ШНОР …»: a share whose whole is schools and not their people. */
export function countsSchools(expected: string): boolean {
  const [result] = splitExpected(expected);
  return (
    result?.kind === 'share' &&
    /^(?:\p{L}+(?:ых|их)\s+)*(?:школ(?![\p{L}-])|шнор|шссу|оо(?!\p{L})|общеобразовательн)/iu.test(result.of)
  );
}
