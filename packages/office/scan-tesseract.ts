import { FileRefusal } from '@opora/domain/basics/file-refusal.ts';
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GreyImage } from './scan-image.ts';

/** A word as Tesseract saw it, in points of the picture it was given. */
export type SeenWord = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** Height of the line's type from the top of its capitals to the foot of its «р». */
  readonly lineHeight: number;
  /** Number of its line in the picture. */
  readonly line: number;
  /** Percent. */
  readonly confidence: number;
};

export type Recognition = {
  readonly tesseract: string;
  readonly dpi: number;
  readonly signal: AbortSignal;
};

/** Tesseract's way to look for text: a whole page in its own layout, one block of lines, or one line. */
export type Layout = keyof typeof segmentation;

const segmentation = { page: '3', block: '6', line: '7' } as const;

/**
 * Recognises Russian text; one list of words for each picture. Only `rus` is used: with `eng` beside it Tesseract takes
 * Cyrillic letters for Latin ones that look the same.
 */
export async function recognise(
  images: readonly GreyImage[],
  layout: Layout,
  recognition: Recognition,
): Promise<SeenWord[][]> {
  if (images.length === 0) return [];
  const folder = await mkdtemp(join(tmpdir(), 'opora-scan-'));
  try {
    const names = await Promise.all(
      images.map(async (image, index) => {
        const name = join(folder, `${index}.pgm`);
        await writeFile(name, toPgm(image), { mode: 0o600 });
        return name;
      }),
    );
    const list = join(folder, 'list.txt');
    await writeFile(list, names.join('\n'));
    const hocr = await run(list, layout, recognition);
    return parseHocr(hocr, images.length);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function toPgm({ width, height, data }: GreyImage): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const file = new Uint8Array(head.length + data.length);
  file.set(head);
  file.set(data, head.length);
  return file;
}

function run(list: string, layout: Layout, { tesseract, dpi, signal }: Recognition): Promise<string> {
  signal.throwIfAborted();
  const args = [
    list,
    'stdout',
    '-l',
    'rus',
    '--dpi',
    String(Math.round(dpi)),
    '--psm',
    segmentation[layout],
    'hocr',
  ];
  return new Promise((resolve, reject) => {
    // One thread: several cost more work than they save, and the machine has other things to do.
    const env = { ...process.env, OMP_THREAD_LIMIT: '1' };
    const child = spawn(tesseract, args, {
      env,
      stdio: ['ignore', 'pipe', 'ignore'],
      windowsHide: true,
      signal,
      killSignal: 'SIGKILL',
    });
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    const fail = (): void => reject(signal.aborted ? signal.reason : new FileRefusal('needs-tesseract'));
    child.once('error', fail);
    child.once('close', (code) => {
      // Without its Russian data it ends at once with an error: for the user that is the same as not having it.
      if (code === 0) resolve(Buffer.concat(parts).toString('utf8'));
      else fail();
    });
  });
}

const ELEMENT =
  /<(?:div|span) class='(ocr_page|ocr_line|ocr_caption|ocr_header|ocr_textfloat|ocrx_word)'[^>]*? title=(?:"([^"]*)"|'([^']*)')[^>]*>([^<]*)/gu;

/** The words of hOCR, the form of Tesseract's output that tells the baseline of lines. */
export function parseHocr(hocr: string, pageCount: number): SeenWord[][] {
  const pages: SeenWord[][] = Array.from({ length: pageCount }, () => []);
  let page = -1;
  let line = { number: 0, box: [0, 0, 0, 0], slope: 0, offset: 0, height: 0 };
  // Words in bold or italics have one more element inside.
  for (const [, kind, doubleQuoted, quoted, content] of hocr
    .replaceAll(/<\/?(?:strong|em)>/gu, '')
    .matchAll(ELEMENT)) {
    const title = doubleQuoted ?? quoted ?? '';
    const box = numbers(title, 'bbox');
    if (kind === 'ocr_page') page += 1;
    else if (kind === 'ocrx_word') {
      const [left = 0, , right = 0] = box;
      const text = unescape(content ?? '').trim();
      const [x = 0, , , bottom = 0] = line.box;
      const baseline = bottom + line.offset + line.slope * ((left + right) / 2 - x);
      const confidence = numbers(title, 'x_wconf')[0] ?? 0;
      if (text !== '')
        pages[page]?.push({
          text,
          left,
          right,
          baseline,
          lineHeight: line.height,
          line: line.number,
          confidence,
        });
    } else {
      const [slope = 0, offset = 0] = numbers(title, 'baseline');
      line = { number: line.number + 1, box, slope, offset, height: numbers(title, 'x_size')[0] ?? 0 };
    }
  }
  return pages;
}

function numbers(title: string, name: string): number[] {
  const found = new RegExp(`(?:^|; ?)${name}((?: -?[\\d.]+)+)`, 'u').exec(title)?.[1];
  return found ? found.trim().split(' ').map(Number) : [];
}

function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
