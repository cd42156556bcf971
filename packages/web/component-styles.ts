import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const styles = dirname(createRequire(import.meta.url).resolve('@mantine/core/styles/Button.css'));

/** A part that is drawn outside its component too, and the component whose stylesheet it needs. */
const lentParts: Readonly<Record<string, string>> = { ComboboxChevron: 'Combobox' };

/**
 * Gives each Mantine component its own stylesheet, so that the bundle holds only the styles of components in use, and those of a lazy
 * page arrive with that page. A component imports the ones it is built of, which keeps Mantine's order of styles.
 */
export function componentStyles(): Plugin {
  return {
    name: 'component-styles',
    enforce: 'pre',
    transform(code, id) {
      if (!/@mantine\/core\/esm\/(components|utils)\/.+\.mjs$/.test(id)) return null;
      const name = basename(id, '.mjs');
      const style = join(styles, `${lentParts[name] ?? name}.css`);
      return existsSync(style) ? { code: `import ${JSON.stringify(style)};\n${code}`, map: null } : null;
    },
  };
}
