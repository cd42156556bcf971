import { FileRefusal } from '@opora/domain/basics/file-refusal.ts';

/** Encodings Russian offices have kept text in; node's own decoder knows all of them. */
const oneByteEncodings = ['windows-1251', 'koi8-r', 'ibm866', 'x-mac-cyrillic'];

/** Letters or bytes that are counted to judge the whole. */
const sampleLength = 65_536;

/**
 * The text of a plain file in whichever encoding it is: byte order mark, UTF-16 by its zero bytes, UTF-8, then the
 * one-byte Cyrillic encoding whose reading looks most like Russian. Throws `unknown-format` for what is not text.
 */
export function decodeText(bytes: Uint8Array): string {
  const text = decode(bytes);
  if (!looksLikeText(text)) throw new FileRefusal('unknown-format');
  return text;
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const wide = utf16WithoutMark(bytes);
  if (wide !== null) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeDamagedUtf8(bytes) ?? decodeOneByte(bytes);
  }
}

/** In Cyrillic UTF-16 every second byte is 0x04 or 0x00: a share that no one-byte text reaches. */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4096);
  if (sample.length < 4) return null;
  const high = [0, 0];
  for (const [i, byte] of sample.entries())
    if (byte === 0 || byte === 4) high[i % 2] = (high[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = high;
  const enough = sample.length * 0.4;
  if (odd >= enough && odd > even) return 'utf-16le';
  return even >= enough && even > odd ? 'utf-16be' : null;
}

/** UTF-8 cut in the middle of a letter or with a few bad bytes: still UTF-8 when nearly all of it decodes. */
function decodeDamagedUtf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  const sample = text.slice(0, sampleLength);
  const bad = count(sample, /�/g);
  const good = count(sample, /[^\0-\x7f�]/g);
  return good > 4 * bad ? text : null;
}

function decodeOneByte(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, sampleLength);
  let best = { encoding: 'windows-1251', score: -Infinity };
  for (const encoding of oneByteEncodings) {
    const score = russianScore(new TextDecoder(encoding).decode(sample));
    if (score > best.score) best = { encoding, score };
  }
  return new TextDecoder(best.encoding).decode(bytes);
}

/** Frequent small letters speak for an encoding; small letters before capitals and box drawing speak against it. */
function russianScore(text: string): number {
  return (
    count(text, /[оеаинтсрвлкмдпу]/g) -
    2 * count(text, /[а-яё][А-ЯЁ]/g) -
    3 * count(text, /[─-▟\u0080-\u009f]/g) -
    count(text, /[ЂЃѓЉЊЌЋЏђљњќћџ¤ҐґЄєЇїЅѕ]/g)
  );
}

function looksLikeText(text: string): boolean {
  // Control characters are what binary data has and text has not; the form feed of old printers is text.
  const sample = text.slice(0, sampleLength);
  const control = count(sample, /(?![\t\n\f\r])\p{Cc}/gu);
  const lost = count(sample, /�/g);
  return !text.includes('\0') && control <= sample.length / 200 && lost <= 1 + sample.length / 20;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
