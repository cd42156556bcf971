import { commandTexts } from './platform/command-catalog.ts';
import type { Command } from './platform/command.ts';

/** Each is loaded when it is called: reading documents must not wait for the database, nor counting results for either. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  identify: async () => (await import('./results/identify-command.ts')).identifyCommand,
  read: async () => (await import('./plans/read-command.ts')).readCommand,
  results: async () => (await import('./results/results-command.ts')).resultsCommand,
  user: async () => (await import('./accounts/user-command.ts')).userCommand,
};

const [name = '', ...args] = process.argv.slice(2);
const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (load === undefined) {
  process.stderr.write(`${commandTexts.ru.usage}\n`);
  process.exitCode = name === '' || name === '--help' ? 0 : 2;
} else {
  const command = await load();
  process.exitCode = await command(args, {
    print: (text) => process.stdout.write(text),
    printBytes: (bytes) => process.stdout.write(bytes),
    warn: (text) => process.stderr.write(text),
    environment: process.env,
    width: process.stdout.columns ?? 120,
  });
}
