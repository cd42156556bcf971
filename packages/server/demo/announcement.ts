import type { Settings } from '../platform/settings.ts';
import { demoPassword, type DemoRegion } from './demo-region.ts';

/** What is printed when the server answers: the address and, for a demonstration, who may sign in. */
export function announcement(settings: Settings, people: DemoRegion['people']): string {
  const lines = ['', `  Опора открыта: ${settings.publicUrl}`, ''];
  if (people.length > 0) {
    lines.push(`  Демонстрационный регион. Пароль у всех: ${demoPassword}`);
    for (const { login, surname, givenName, post } of people) {
      lines.push(
        `    ${login.padEnd(26)} ${surname} ${givenName}, ${post[0]?.toLowerCase()}${post.slice(1)}`,
      );
    }
    lines.push('');
  }
  lines.push('  Остановить: Ctrl-C', '');
  return lines.join('\n');
}
