const separators = [';', '\t', ','];

/**
 * Rows of a CSV text. The separator is the one of `;`, tab and `,` that divides the first rows most evenly; quotation marks may hold
 * separators and line breaks.
 */
export function readDelimited(text: string): string[][] {
  const clean = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const declared = /^sep=(.)\n/.exec(clean);
  const body = declared === null ? clean : clean.slice(declared[0].length);
  return divide(body, declared?.[1] ?? likelySeparator(body));
}

function likelySeparator(text: string): string {
  const head = text.slice(0, 20_000);
  const scores = separators.map((separator) => {
    const widths = divide(head, separator)
      .slice(0, 20)
      .map((row) => row.length)
      .sort((one, other) => one - other);
    return { separator, width: widths[Math.floor(widths.length / 2)] ?? 1 };
  });
  return scores.reduce((best, score) => (score.width > best.width ? score : best)).separator;
}

function divide(text: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const endCell = (): void => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && cell.trim() === '') {
      cell = '';
      isQuoted = true;
    } else if (sign === separator) endCell();
    else if (sign === '\n') {
      endCell();
      rows.push([]);
    } else cell += sign;
  }
  endCell();
  return rows.filter((row) => row.length > 1 || row[0] !== '');
}
