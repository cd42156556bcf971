const latin = `qwertyuiop[]asdfghjkl;'zxcvbnm,.\`QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>~`;
const russian = 'йцукенгшщзхъфывапролджэячсмитьбюёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ';

const keys = (from: string, to: string) => new Map(Array.from(from, (sign, at) => [sign, to.charAt(at)]));
const toRussian = keys(latin, russian);
const toLatin = keys(russian, latin);

/** What the same keys give under the other layout: «ghbdtn» is «привет», «увг» is «edu». Null when the text mixes both or has no letters. */
export function otherLayout(text: string): string | null {
  const hasLatin = /[a-z]/i.test(text);
  const hasRussian = /[а-яё]/i.test(text);
  if (hasLatin === hasRussian) return null;
  const other = hasLatin ? toRussian : toLatin;
  return Array.from(text, (sign) => other.get(sign) ?? sign).join('');
}
