/**
 * Splits a migration into statements: several statements in one call are refused by a distributed PostgreSQL. Knows line comments,
 * quoted text and dollar quotes; a migration uses nothing else.
 */
export function sqlStatements(sql: string): string[] {
  const statements: string[] = [];
  let from = 0;
  let at = 0;
  while (at < sql.length) {
    const end = skipQuoted(sql, at);
    if (end > at) {
      at = end;
    } else if (sql[at] === ';') {
      statements.push(sql.slice(from, at));
      at += 1;
      from = at;
    } else {
      at += 1;
    }
  }
  statements.push(sql.slice(from));
  return statements.map((statement) => statement.trim()).filter((statement) => hasCode(statement));
}

/** Where the comment or quoted text that begins at `at` ends; `at` itself when none begins there. */
function skipQuoted(sql: string, at: number): number {
  const rest = sql.slice(at, at + 64);
  const dollar = /^\$[a-z_]*\$/i.exec(rest)?.[0];
  const closing = rest.startsWith('--')
    ? '\n'
    : rest.startsWith("'")
      ? "'"
      : rest.startsWith('"')
        ? '"'
        : dollar;
  if (closing === undefined) return at;
  const end = sql.indexOf(closing, at + (dollar?.length ?? 1));
  return end === -1 ? sql.length : end + closing.length;
}

function hasCode(statement: string): boolean {
  return statement.split('\n').some((line) => line.trim() !== '' && !line.trim().startsWith('--'));
}
