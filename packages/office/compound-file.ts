/**
 * The old container of Office 97 and of encrypted OOXML ([MS-CFB]): just enough to know what is inside. Directory
 * entries are 128 bytes each and stand on 128-byte borders, so they are found without following the sector chains,
 * which in a hostile file may be endless.
 */
const entrySize = 128;

/** Names of the streams and storages in the container. */
export function streamNames(bytes: Uint8Array): Set<string> {
  const names = new Set<string>();
  for (const entry of directoryEntries(bytes)) names.add(entry.name);
  return names;
}

/** Whether a Word 97–2003 document has its encryption flag set ([MS-DOC] FibBase, bit 8 of the word at offset 10). */
export function encryptedWordDocument(bytes: Uint8Array): boolean {
  const stream = streamStart(bytes, ['WordDocument']);
  return (
    stream !== null && stream.getUint16(0, true) === 0xa5ec && (stream.getUint16(10, true) & 0x0100) !== 0
  );
}

/** Whether an Excel 97–2003 workbook has a FilePass record, which stands among the first ([MS-XLS] 2.1.7.20.1). */
export function encryptedWorkbook(bytes: Uint8Array): boolean {
  const stream = streamStart(bytes, ['Workbook', 'Book']);
  if (stream === null) return false;
  for (let at = 0, records = 0; records < 8 && at + 4 <= stream.byteLength; records += 1) {
    if (stream.getUint16(at, true) === 0x002f) return true;
    at += 4 + stream.getUint16(at + 2, true);
  }
  return false;
}

/** The first sector of a stream, which is whole because streams this long are never kept in the small-stream area. */
function streamStart(bytes: Uint8Array, names: readonly string[]): DataView | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorSize = view.getUint16(30, true) === 12 ? 4096 : 512;
  for (const entry of directoryEntries(bytes)) {
    const start = (entry.startSector + 1) * sectorSize;
    if (names.includes(entry.name) && start + sectorSize <= bytes.length) {
      return new DataView(bytes.buffer, bytes.byteOffset + start, sectorSize);
    }
  }
  return null;
}

function* directoryEntries(bytes: Uint8Array): Generator<{ name: string; startSector: number }> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 512; at + entrySize <= bytes.length; at += entrySize) {
    const nameBytes = view.getUint16(at + 64, true);
    const kind = bytes[at + 66] ?? 0;
    if (nameBytes < 4 || nameBytes > 64 || nameBytes % 2 === 1 || (kind !== 1 && kind !== 2 && kind !== 5))
      continue;
    const name = new TextDecoder('utf-16le').decode(bytes.subarray(at, at + nameBytes - 2));
    if (/^\p{ASCII}+$/u.test(name)) yield { name, startSector: view.getUint32(at + 116, true) };
  }
}
