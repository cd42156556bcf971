import { userCommand } from './accounts/user-command.ts';
import { readCommand } from './plans/read-command.ts';
import { commandTexts } from './platform/command-catalog.ts';
import type { Command } from './platform/command.ts';
import { identifyCommand } from './results/identify-command.ts';
import { resultsCommand } from './results/results-command.ts';

const commands: Readonly<Record<string, Command>> = {
  identify: identifyCommand,
  read: readCommand,
  results: resultsCommand,
  user: userCommand,
};

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (command === undefined) {
  process.stderr.write(`${commandTexts.ru.usage}\n`);
  process.exitCode = name === '' || name === '--help' ? 0 : 2;
} else {
  process.exitCode = await command(args, {
    print: (text) => process.stdout.write(text),
    warn: (text) => process.stderr.write(text),
    environment: process.env,
    width: process.stdout.columns ?? 120,
  });
}
