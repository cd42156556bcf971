import { request } from 'node:http';
import { quantile } from './bench-measure.ts';

export type LoadRequest = {
  /** Under which the time is counted. */
  readonly name: string;
  readonly path: string;
  readonly cookie: string;
};

export type LoadFigures = {
  readonly name: string;
  readonly requests: number;
  readonly p50: number;
  readonly p95: number;
  /** As sent, packed; the largest. */
  readonly kilobytes: number;
  /** Answered that the server is busy; their time counts as any other. */
  readonly refused: number;
};

type Answered = {
  readonly name: string;
  readonly ms: number;
  readonly bytes: number;
  readonly isRefused: boolean;
};

const addresses = 20;

/**
 * Sends requests at an even pace, however slow the answers are, and counts the time from the moment when each should have left: waiting in
 * a line is not hidden. They come from several loopback addresses, as from several offices, or the limit of one address would refuse them.
 * Throws on any answer but 200 and 503.
 */
export async function sendAtPace(
  port: number,
  requests: readonly LoadRequest[],
  perSecond: number,
): Promise<LoadFigures[]> {
  const start = performance.now();
  const sent = requests.map(async (one, at) => {
    const due = start + (at * 1_000) / perSecond;
    await new Promise((wake) => setTimeout(wake, Math.max(0, due - performance.now())));
    const answer = await send(port, one, `127.0.0.${(at % addresses) + 2}`);
    return { name: one.name, ms: performance.now() - due, ...answer };
  });
  const answers = Map.groupBy(await Promise.all(sent), ({ name }) => name);
  return [...answers].map(([name, ofName]) => figuresOf(name, ofName));
}

function figuresOf(name: string, answers: readonly Answered[]): LoadFigures {
  const times = answers.map(({ ms }) => ms);
  const bytes = Math.max(...answers.map((answer) => answer.bytes));
  const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)];
  const refused = answers.filter(({ isRefused }) => isRefused).length;
  return { name, requests: answers.length, p50, p95, kilobytes: bytes / 1_000, refused };
}

function send(
  port: number,
  { path, cookie }: LoadRequest,
  localAddress: string,
): Promise<Pick<Answered, 'bytes' | 'isRefused'>> {
  return new Promise((done, failed) => {
    const headers = { cookie, 'accept-encoding': 'br, gzip' };
    request({ host: '127.0.0.1', port, path, headers, localAddress }, (response) => {
      let bytes = 0;
      response.on('data', (part: Buffer) => {
        bytes += part.length;
      });
      response.on('end', () =>
        response.statusCode === 200 || response.statusCode === 503
          ? done({ bytes, isRefused: response.statusCode === 503 })
          : failed(new Error(`${path}: answered ${response.statusCode ?? 'nothing'}`)),
      );
      response.on('error', failed);
    })
      .on('error', failed)
      .end();
  });
}
