import { SMTPServer } from 'smtp-server';

export type ReceivedLetter = {
  readonly to: string;
  readonly headers: ReadonlyMap<string, string>;
  /** By media type, decoded. */
  readonly parts: ReadonlyMap<string, string>;
};

/** What the mail server answers to a letter for this address; null takes it. */
export type MailAnswer = (to: string) => { readonly code: number; readonly cut?: boolean } | null;

export type TestMailServer = {
  readonly url: string;
  readonly letters: ReceivedLetter[];
  /** Recipients of all attempts, refused ones too. */
  readonly attempts: string[];
  setAnswer(answer: MailAnswer): void;
  close(): Promise<void>;
};

/** A real SMTP server on a free port of this machine. */
export async function startTestMailServer(): Promise<TestMailServer> {
  const letters: ReceivedLetter[] = [];
  const attempts: string[] = [];
  let answer: MailAnswer = () => null;
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      attempts.push(address);
      const given = answer(address);
      if (given === null || given.cut === true) return done();
      done(Object.assign(new Error(`<${address}> not now`), { responseCode: given.code }));
    },
    onData: (stream, session, done) => {
      const pieces: Buffer[] = [];
      const to = session.envelope.rcptTo[0]?.address ?? '';
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        letters.push({ to, ...readLetter(Buffer.concat(pieces).toString('latin1')) });
        // Taken, but the line breaks before the sender hears of it.
        if (answer(to)?.cut === true) return cut(smtp);
        done();
      });
    },
  });
  // A line that breaks is what some tests are about.
  smtp.on('error', () => undefined);
  await new Promise<void>((ready) => smtp.listen(0, '127.0.0.1', ready));
  const place = smtp.server.address();
  const port = typeof place === 'object' && place !== null ? place.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    attempts,
    setAnswer: (next) => {
      answer = next;
    },
    close: () => new Promise((closed) => smtp.close(() => closed())),
  };
}

function cut(smtp: SMTPServer): void {
  for (const connection of smtp.connections) {
    // The declared type leaves out the socket that every connection has.
    (connection as unknown as { _socket: { destroy(): void } })._socket.destroy();
  }
}

function readLetter(source: string): Pick<ReceivedLetter, 'headers' | 'parts'> {
  const { headers, body } = split(source);
  const boundary = /boundary="?([^";]+)/.exec(headers.get('content-type') ?? '')?.[1];
  const pieces =
    boundary === undefined
      ? [source]
      : body
          .split(`--${boundary}`)
          .slice(1, -1)
          .map((piece) => piece.replace(/^\r\n/, ''));
  const parts = pieces.map((piece) => {
    const part = split(piece);
    const type = (part.headers.get('content-type') ?? 'text/plain').split(';')[0] ?? '';
    return [type, decoded(part.body, part.headers.get('content-transfer-encoding') ?? '7bit')] as const;
  });
  return { headers, parts: new Map(parts) };
}

function split(source: string): { headers: Map<string, string>; body: string } {
  const end = source.indexOf('\r\n\r\n');
  const lines = source
    .slice(0, end)
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), words(line.slice(colon + 1).trim())];
  });
  return { headers: new Map(headers), body: source.slice(end + 4) };
}

/** Encoded words of a header (RFC 2047). */
function words(value: string): string {
  return value
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      decoded(
        kind.toUpperCase() === 'B' ? text : text.replaceAll('_', ' '),
        kind === 'B' ? 'base64' : 'quoted-printable',
      ),
    );
}

function decoded(text: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(text, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return Buffer.from(text, 'latin1').toString('utf8');
  const bytes = text
    .replaceAll('=\r\n', '')
    .replaceAll(/=([\dA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
