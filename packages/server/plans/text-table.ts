/** A table of a fixed pitch: words are wrapped inside their columns, rows parted by a line. `widths` are letters. */
export function textTable(rows: readonly (readonly string[])[], widths: readonly number[]): string {
  const rule = widths.map((width) => '─'.repeat(width)).join('─┼─');
  return rows.map((row) => tableRow(row, widths)).join(`\n${rule}\n`);
}

function tableRow(row: readonly string[], widths: readonly number[]): string {
  const cells = widths.map((width, at) => wrapped(row[at] ?? '', width));
  const height = Math.max(1, ...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((lines, at) => (lines[line] ?? '').padEnd(widths[at] ?? 0))
      .join(' │ ')
      .trimEnd(),
  ).join('\n');
}

/** Lines of at most `width` letters; a longer word is cut. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ').flatMap((long) => pieces(long, width))) {
      if (line !== '' && line.length + 1 + word.length > width) {
        lines.push(line);
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  return lines;
}

const pieces = (word: string, width: number): string[] =>
  word.length <= width ? [word] : (word.match(new RegExp(`.{1,${width}}`, 'gu')) ?? []);
