import type { DuckDBConnection } from '@duckdb/node-api';

/** What the engine may take of memory; beyond it a file is refused, for nothing is ever put on disk. */
const memoryMb = 600;

/**
 * An empty database in memory that may open one file and nothing else: no temporary directory, for rows of pupils must not reach the disk, no network,
 * no extensions. The engine is loaded here, so that other commands do not wait for it.
 */
export async function withResultDatabase<T>(
  file: string,
  work: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: `${memoryMb}MB`,
    temp_directory: '',
    preserve_insertion_order: 'false',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  try {
    await connection.run(`set allowed_paths = [${sqlText(file)}]`);
    await connection.run('set enable_external_access = false');
    await connection.run('set lock_configuration = true');
    return await work(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** A text as a literal of SQL. */
export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
