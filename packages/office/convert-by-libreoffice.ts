import { FileRefusal } from '@opora/domain/basics/file-refusal.ts';
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export type Conversion = {
  readonly soffice: string;
  readonly from: 'odt' | 'rtf' | 'doc' | 'xls';
  readonly to: 'docx' | 'xlsx';
  readonly timeMs: number;
};

const folderPrefix = 'opora-convert-';
/** Many times longer than any conversion is given. */
const leftoverMs = 3_600_000;

/** LibreOffice takes a few hundred megabytes, so conversions of one process stand in a queue. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Turns an older format into OOXML. Each conversion has a profile of its own, thrown away afterwards: a hostile document
 * cannot leave anything for the next one, nor meet the office a person has open.
 */
export function convertByLibreOffice(bytes: Uint8Array, conversion: Conversion): Promise<Uint8Array> {
  const turn = last.then(() => convert(bytes, conversion));
  last = turn.catch(() => undefined);
  return turn;
}

async function convert(bytes: Uint8Array, { soffice, from, to, timeMs }: Conversion): Promise<Uint8Array> {
  await removeLeftovers();
  const folder = await mkdtemp(join(tmpdir(), folderPrefix));
  try {
    const profile = join(folder, 'profile');
    await mkdir(join(profile, 'user'), { recursive: true });
    await writeFile(join(profile, 'user', 'registrymodifications.xcu'), safeProfile);
    const source = join(folder, `source.${from}`);
    await writeFile(source, bytes, { mode: 0o600 });
    const args = [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      '--headless',
      '--norestore',
      '--convert-to',
      to,
      '--outdir',
      join(folder, 'out'),
      source,
    ];
    await run(soffice, args, timeMs);
    return await readFile(join(folder, 'out', `source.${to}`)).catch(() => {
      // LibreOffice ends with success even when it could not open the file; the missing result is the only sign.
      throw new FileRefusal('broken');
    });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Folders of conversions whose process or thread was ended in the middle: nobody's document may stay in them. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(folderPrefix)) continue;
    const folder = join(tmpdir(), name);
    const age = await stat(folder).then(
      (found) => Date.now() - found.mtimeMs,
      () => 0,
    );
    if (age > leftoverMs) await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

function run(program: string, args: readonly string[], timeMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    // A group of its own, because soffice is a starter: the work is in its child, which must die with it.
    const child = spawn(program, args, {
      stdio: 'ignore',
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    const timer = setTimeout(() => {
      killGroup(child.pid);
      reject(new FileRefusal('took-too-long', { limit: Math.round(timeMs / 1000) }));
    }, timeMs);
    child.once('error', () => {
      clearTimeout(timer);
      reject(new FileRefusal('needs-libreoffice'));
    });
    child.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  if (process.platform === 'win32')
    spawn('taskkill', ['/pid', String(pid), '/t', '/f'], { windowsHide: true });
  else process.kill(-pid, 'SIGKILL');
}

/** No macros, no active content, nothing fetched from the network or from other files. */
const safeProfile = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;
