import type { ReadDocument, ReadWarning } from '../read-document.ts';

/** Known to every office and school; nobody explains them. */
const common = new Set(
  (
    'РФ ФЗ ЕГЭ ОГЭ ГИА ГВЭ ВПР ФГОС СОШ ООШ НОШ СШ ОШ МБОУ МАОУ МКОУ МОАУ МОБУ МОУ ГБОУ ГКОУ ГОУ ГАОУ ОГАОУ ГАУ ГБУ МБУ МКУ МАУ ' +
    'ДПО ИКТ ОВЗ СМИ МО РМО ШМО ГМО ПК НИКО PISA ЗУН'
  ).split(' '),
);

/** Abbreviations in the plan that the document never explains, each once, at its first row. */
export function unexplainedAbbreviations(reading: Omit<ReadDocument, 'warnings'>): ReadWarning[] {
  const known = new Set(
    Object.keys(reading.abbreviations).flatMap((short) => [short, ...short.split(/\s+/)]),
  );
  const warnings: ReadWarning[] = [];
  reading.activities.forEach((activity, index) => {
    const texts = [activity.title, activity.deadline.raw, ...activity.responsible, ...activity.expected];
    for (const [short] of texts.join(' \n ').matchAll(/(?<![\p{L}\d])\p{Lu}{2,8}(?![\p{L}\d])/gu)) {
      if (known.has(short) || common.has(short) || /^[IVX]+$/.test(short)) continue;
      known.add(short);
      warnings.push({
        code: 'abbreviation-unknown',
        where: activity.no === '' ? activity.title : activity.no.replace(/[.)]$/, ''),
        activity: index,
        values: [short],
        source: activity.source,
      });
    }
  });
  return warnings;
}
