import { FileRefusal } from '@opora/domain/basics/file-refusal.ts';
import { fileTypeFromBuffer } from 'file-type';
import { encryptedWordDocument, encryptedWorkbook, streamNames } from './compound-file.ts';
import { decodeText } from './decode-text.ts';
import type { ReadLimits } from './read-limits.ts';
import { openZip, type ZipParts } from './zip-parts.ts';

export type DetectedFile =
  | { readonly format: 'docx'; readonly parts: ZipParts }
  | { readonly format: 'xlsx' | 'ods'; readonly parts: ZipParts }
  | { readonly format: 'odt' | 'rtf' | 'doc' }
  | { readonly format: 'xls' }
  | { readonly format: 'pdf' }
  | { readonly format: 'picture'; readonly mime: string }
  | { readonly format: 'text' | 'html' | 'calendar'; readonly text: string };

/** Tells the format by what is in the file; its name is never asked. Throws a refusal for what cannot be read at all. */
export async function detectFormat(bytes: Uint8Array, limits: ReadLimits): Promise<DetectedFile> {
  if (startsWith(bytes, [0x50, 0x4b])) return zipFormat(await openZip(bytes, limits));
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return compoundFormat(bytes);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (head.includes('%PDF-')) return { format: 'pdf' };
  if (/^(?:ï»¿)?\s*\{\\rtf/.test(head)) return { format: 'rtf' };
  const type = await fileTypeFromBuffer(bytes);
  if (type?.mime.startsWith('image/')) return { format: 'picture', mime: type.mime };
  // XML and calendars are text to file-type as well; whether it is a page is seen below.
  if (type !== undefined && type.mime !== 'application/xml' && type.mime !== 'text/calendar')
    throw new FileRefusal('unknown-format');
  if (bytes.length > limits.textBytes) {
    throw new FileRefusal('too-large', { limit: limits.textBytes, found: bytes.length });
  }
  const text = decodeText(bytes);
  if (/^\s*BEGIN:VCALENDAR/i.test(text)) return { format: 'calendar', text };
  if (isWebPage(text)) return { format: 'html', text };
  const flat = flatDocument(text.slice(0, 4096));
  if (flat !== null) {
    if (text.includes('<!DOCTYPE')) throw new FileRefusal('xml-forbidden');
    return { format: flat };
  }
  // XML of other programs and pages packed as mail would only give their marks as if they were words.
  if (/^\s*<\?xml\b|^MIME-Version:/i.test(text)) throw new FileRefusal('unknown-format');
  return { format: 'text', text };
}

async function zipFormat(parts: ZipParts): Promise<DetectedFile> {
  const declared = await textPart(parts, 'mimetype');
  if (declared !== '' && (await textPart(parts, 'META-INF/manifest.xml')).includes('encryption-data')) {
    throw new FileRefusal('password-protected');
  }
  if (declared.startsWith('application/vnd.oasis.opendocument.text')) return { format: 'odt' };
  if (declared.startsWith('application/vnd.oasis.opendocument.spreadsheet')) return { format: 'ods', parts };
  const types = await textPart(parts, '[Content_Types].xml');
  if (
    /wordprocessingml\.(?:document|template)\.main|ms-word\.\w+\.macroEnabled(?:Template)?\.main/.test(types)
  ) {
    return { format: 'docx', parts };
  }
  if (
    /spreadsheetml\.(?:sheet|template)\.main|ms-excel\.(?:sheet|template)\.(?:macroEnabled|binary)/.test(
      types,
    )
  ) {
    return { format: 'xlsx', parts };
  }
  throw new FileRefusal('unknown-format');
}

async function textPart(parts: ZipParts, name: string): Promise<string> {
  const part = await parts.read(name);
  return part === null ? '' : new TextDecoder().decode(part);
}

function compoundFormat(bytes: Uint8Array): DetectedFile {
  const names = streamNames(bytes);
  if (names.has('EncryptedPackage')) throw new FileRefusal('password-protected');
  if (names.has('WordDocument')) {
    if (encryptedWordDocument(bytes)) throw new FileRefusal('password-protected');
    return { format: 'doc' };
  }
  if (names.has('Workbook') || names.has('Book')) {
    if (encryptedWorkbook(bytes)) throw new FileRefusal('password-protected');
    return { format: 'xls' };
  }
  throw new FileRefusal(names.size === 0 ? 'broken' : 'unknown-format');
}

/** A document in one XML file, as Word 2003 and OpenDocument have it: LibreOffice reads it like its packed kin. */
function flatDocument(head: string): 'doc' | 'odt' | null {
  if (!/^\s*<\?xml\b/.test(head)) return null;
  if (/<w:wordDocument\b/.test(head)) return 'doc';
  return /<office:document\b/.test(head) && /office:mimetype="[^"]*opendocument\.text"/.test(head)
    ? 'odt'
    : null;
}

/** Told by the first tag, after a declaration and comments. */
function isWebPage(text: string): boolean {
  const head = text.slice(0, 4096).replace(/^\s*<\?xml[^<>]*>/, '');
  const shown = head.replace(/<!--(?:(?!-->)[^])*-->/g, '').trimStart();
  return /^<(?:!doctype\s+html|html|head|body|table|meta|style)\b/i.test(shown);
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}
