/** A small file of the flat form with counts, as a spreadsheet of a Russian office opens it: byte order mark, semicolons. */
export const flatFormSample = `\uFEFF${[
  'год;процедура;класс;предмет;код школы;участников;ниже минимума;отметок 2;отметок 3;отметок 4;отметок 5',
  '2026;ОГЭ;9;математика;edu000001;24;9;9;8;5;2',
  '2026;ОГЭ;9;русский язык;edu000001;24;3;3;9;8;4',
  '2026;ВПР;5;математика;edu000002;18;4;4;7;5;2',
].join('\r\n')}\r\n`;
