import type { Answer, TestServer } from './server-for-tests.ts';

/** Sends a file as a register; a text goes as CSV. */
export function uploadRegister(
  server: TestServer,
  as: string,
  content: string | Uint8Array,
  name = 'register.csv',
): Promise<Answer> {
  const boundary = 'register-for-tests';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  return server.send('POST', '/api/register-imports', {
    as,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`)]),
  });
}
