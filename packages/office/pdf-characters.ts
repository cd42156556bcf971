const LIGATURES: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
};

/** Bullets of the Symbol and Wingdings fonts, which have no Unicode of their own (Microsoft's private use area). */
const SYMBOLS: Readonly<Record<string, string>> = {
  '\uF0B7': '•',
  '\uF06C': '•',
  '\uF09F': '•',
  '\uF0A7': '▪',
  '\uF06E': '▪',
  '\uF0A8': '◦',
  '\uF0D8': '➢',
  '\uF0FC': '✓',
  '\uF02D': '–',
  '\uF0BE': '–',
};

/** A character the font gives no meaning to. */
export const UNREADABLE = '\uFFFD';

/** The text of one glyph: ligatures opened, symbol bullets named, spaces of every width made one, nothing for control characters. */
export function readableText(unicode: string): string {
  if (unicode.length === 1) {
    const replaced = LIGATURES[unicode] ?? SYMBOLS[unicode];
    if (replaced) return replaced;
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    if (/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B-\u200F\uFEFF]/u.test(unicode)) return '';
    if (/[\uE000-\uF8FF]/u.test(unicode)) return UNREADABLE;
    if (/[\u2000-\u200A\t\n]/u.test(unicode)) return ' ';
  }
  return unicode;
}
