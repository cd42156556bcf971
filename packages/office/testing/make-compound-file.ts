const sectorSize = 512;
const endOfChain = 0xfffffffe;

/**
 * A compound file (the container of Office 97 and of encrypted documents) with the given streams, each at most one sector
 * long: what telling the format needs, not what a program could open.
 */
export function makeCompoundFile(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const names = Object.keys(streams);
  const file = new Uint8Array(sectorSize * (3 + names.length + Math.ceil(names.length / 4)));
  const view = new DataView(file.buffer);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(30, 9, true);
  const directory = 1 + names.length;
  view.setUint32(48, directory, true);
  for (const [i, name] of ['Root Entry', ...names].entries()) {
    const at = sectorSize * (directory + 1) + 128 * i;
    for (let c = 0; c < name.length; c += 1) view.setUint16(at + 2 * c, name.charCodeAt(c), true);
    view.setUint16(at + 64, 2 * (name.length + 1), true);
    file[at + 66] = i === 0 ? 5 : 2;
    view.setUint32(at + 116, i === 0 ? endOfChain : i, true);
    const content = streams[name]?.subarray(0, sectorSize);
    if (i > 0 && content) file.set(content, sectorSize * (i + 1));
  }
  return file;
}
