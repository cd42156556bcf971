import type { ReportUnit } from './report.ts';
import { headText } from './sheet-words.ts';

const login = /(?<![\p{L}\d])(?:edu|sch)\d{4,}(?!\d)/iu;
const schoolWords =
  /(?<!\p{L})(?:школ|гимнази|лице[йя]|сош|оош|нош|интернат|кадетск|мб?оу|мкоу|маоу|гбоу|гкоу|чоу|ано|нчоу|филиал|образовательн\p{L}* (?:учрежд|организ|центр|комплекс)|центр образования)/u;
const territoryWords =
  /вся выборка|российск\p{L}* федераци|^рф$|(?:^|\s)(?:область|край|республика|округ|район|ао)(?:\s|$|,)|(?:^|\s)(?:г|город|городской|муниципальн\p{L}*|мо)(?:\s|\.|$)/u;

/**
 * Whose line a name is. A login makes it a school, whatever the name; without one the words decide, and what neither names is a territory: lines above schools
 * are often a bare «Заречье».
 */
export function unitNamed(text: string, territory: string | null = null): ReportUnit {
  const found = login.exec(text)?.[0].toLowerCase() ?? null;
  const name = text
    .replace(login, ' ')
    .replaceAll(/\(\s*\)|^\s*[-–—,;|]\s*|\s*[-–—,;|]\s*$/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const folded = headText(name);
  const isSchool =
    found !== null || (schoolWords.test(folded) && !/^(?:вся|все|всего)(?!\p{L})/u.test(folded));
  const isTerritory =
    !isSchool || (found === null && territoryWords.test(folded) && !schoolWords.test(folded));
  return {
    level: isTerritory ? 'territory' : 'school',
    login: found,
    name,
    territory: isTerritory ? null : territory,
  };
}
