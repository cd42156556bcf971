import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';

/** How often a text is asked before it gets a name, and how many do: every connection keeps each in PostgreSQL's memory. */
const askedOften = 3;
const namesMax = 300;
/** Texts that come and go (lists of another length each time) are forgotten. */
const countedMax = 2_000;

/**
 * A pool whose connections let PostgreSQL keep what it has worked out of reads that are sent again and again: to parse a text, put row
 * security into it and plan it was a third of the database's time. PostgreSQL itself chooses between the plan kept and one for the values
 * given, and works everything out anew when a table, its policies or the search path have changed.
 */
export function preparingReads(pool: pg.Pool): PostgresPool {
  const nameOf = namesOfReads();
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    connect: async () => {
      const client = await pool.connect();
      const preparing = known.get(client) ?? preparingClient(client, nameOf);
      known.set(client, preparing);
      return preparing;
    },
    end: () => pool.end(),
  };
}

type NameOf = (text: string) => string | undefined;

function preparingClient(client: pg.PoolClient, nameOf: NameOf): PostgresPoolClient {
  let isStale = false;
  const query = async (text: string, values: readonly unknown[]) => {
    try {
      return await client.query({ name: nameOf(text), text, values: [...values] });
    } catch (error) {
      isStale ||= error instanceof pg.DatabaseError && error.code === resultTypeChanged;
      throw error;
    }
  };
  return {
    // Of the overloads only the one for a text is ever asked: nothing is read by a cursor.
    query: query as unknown as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy === true || isStale),
  };
}

/** A newer server has added a column to a table that a kept `select *` reads; the connection is closed, for it would say so again. */
const resultTypeChanged = '0A000';

function namesOfReads(): NameOf {
  const names = new Map<string, string>();
  const asked = new Map<string, number>();
  return (text) => {
    const name = names.get(text);
    if (name !== undefined || names.size >= namesMax || !/^(select|with) /.test(text)) return name;
    const times = (asked.get(text) ?? 0) + 1;
    if (times < askedOften) {
      if (asked.size >= countedMax) asked.clear();
      asked.set(text, times);
      return undefined;
    }
    asked.delete(text);
    names.set(text, `read_${names.size}`);
    return names.get(text);
  };
}
