const plain = /^[\w.-]+$/;

/** As PostgreSQL reads arrays. The driver writes them too, but looks at each element several times: of a million that is a second. */
export function arrayText(values: readonly (string | number | null)[]): string {
  const element = (value: string | number | null): string | number =>
    value === null || typeof value === 'number'
      ? (value ?? 'null')
      : plain.test(value) && value.toLowerCase() !== 'null'
        ? value
        : `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
  return `{${values.map(element).join(',')}}`;
}
