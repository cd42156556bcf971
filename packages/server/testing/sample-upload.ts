import type { SendOptions } from './server-for-tests.ts';

/** Options of a request that sends one file. */
export function sampleUpload(
  name: string,
  text: string,
  fields: Readonly<Record<string, string>> = {},
): Pick<SendOptions, 'body' | 'headers'> {
  const said = Object.entries(fields).map(
    ([field, value]) => `--sample\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  );
  const head = `content-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/plain`;
  return {
    headers: { 'content-type': 'multipart/form-data; boundary=sample' },
    body: Buffer.from(`${said.join('')}--sample\r\n${head}\r\n\r\n${text}\r\n--sample--\r\n`),
  };
}
