/** Order matters: Edge and Yandex also call themselves Chrome, and Chrome calls itself Safari. */
const browsers: readonly (readonly [string, RegExp])[] = [
  ['Яндекс Браузер', /YaBrowser\//],
  ['Edge', /Edg(e|A|iOS)?\//],
  ['Opera', /OPR\//],
  ['Firefox', /Firefox\/|FxiOS\//],
  ['Chrome', /Chrome\/|CriOS\//],
  ['Safari', /Safari\//],
];

const systems: readonly (readonly [string, RegExp])[] = [
  ['Android', /Android/],
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
];

/** «Firefox, Windows»: enough for a person to know her own device by. Null when the browser tells nothing known. */
export function deviceName(userAgent: string): string | null {
  const parts = [browsers, systems].flatMap((known) => {
    const found = known.find(([, sign]) => sign.test(userAgent));
    return found === undefined ? [] : [found[0]];
  });
  return parts.length === 0 ? null : parts.join(', ');
}
