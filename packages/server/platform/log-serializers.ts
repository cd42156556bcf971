import pg from 'pg';

type LoggedRequest = { readonly method: string; readonly url: string };

/**
 * What a log keeps of a request and of an error: nothing that tells of a person. The address of a calendar is a secret, a query holds names that were searched for and codes of
 * sign-ins, PostgreSQL's message and detail hold values of the row.
 */
export const logSerializers = {
  req: ({ method, url }: LoggedRequest) => ({
    method,
    path: url.replace(/\?.*/s, '').replace(/(calendar-feeds\/).*/s, '$1…'),
  }),
  err: (error: Error) => ({
    type: error.name,
    ...('code' in error ? { code: error.code } : {}),
    message:
      error instanceof pg.DatabaseError
        ? `${error.table ?? ''} ${error.constraint ?? ''}`.trim()
        : error.message,
    stack: framesOf(error),
  }),
};

/** The stack without its first line, which repeats the message. */
function framesOf({ stack = '' }: Error): string {
  return stack
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .join('\n');
}
