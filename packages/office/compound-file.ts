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
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const entry of directoryEntries(bytes)) {
    if (entry.name !== 'WordDocument') continue;
    const sectorSize = 2 ** Math.min(view.getUint16(30, true), 12);
    const start = (entry.startSector + 1) * sectorSize;
    if (start + 12 <= bytes.length && view.getUint16(start, true) === 0xa5ec) {
      return (view.getUint16(start + 10, true) & 0x0100) !== 0;
    }
  }
  return false;
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
