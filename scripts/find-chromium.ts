import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe'];

/** The browser for the journeys: CHROMIUM_PATH, else the first one on the PATH, else Debian's package when it can be installed; else null. */
export function findChromium(environment: NodeJS.ProcessEnv): string | null {
  const given = environment['CHROMIUM_PATH'];
  if (given !== undefined) return existsSync(given) ? given : null;
  return onPath(environment) ?? (installDebianPackage() ? onPath(environment) : null);
}

function onPath(environment: NodeJS.ProcessEnv): string | null {
  const directories = (environment['PATH'] ?? '').split(delimiter);
  const files = directories.flatMap((directory) => names.map((name) => join(directory, name)));
  return files.find((file) => existsSync(file)) ?? null;
}

function installDebianPackage(): boolean {
  if (process.platform !== 'linux' || userInfo().uid !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  process.stdout.write('Устанавливаю Chromium (apt-get install chromium)…\n');
  const apt = (...args: string[]) =>
    spawnSync('apt-get', args, {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: 'ignore',
    }).status === 0;
  return apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium');
}
