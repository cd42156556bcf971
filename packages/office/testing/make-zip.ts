import { strToU8, zipSync } from 'fflate';

/** A zip file of parts given as text or bytes. */
export function makeZip(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const entries = Object.entries(parts).map(([name, part]) => [
    name,
    typeof part === 'string' ? strToU8(part) : part,
  ]);
  // Object.fromEntries forgets the type of the values it was given.
  return zipSync(Object.fromEntries(entries) as Record<string, Uint8Array>, { level: 6 });
}
