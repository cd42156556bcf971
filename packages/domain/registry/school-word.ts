/** «МБОУ», «ГКОУ», «ОГБОУ», «МАНОУ», «МОБУ», «ЧОУ», «ОУ». */
const legalForm = '(?:[кофв]?[гм]?[бак]?[нп]?оу|мо[аб]у|чоу|аноо)';

/** «СОШ», «ООШ», «СШ», «ОСОШ», «НШДС»; «ВсОШ» is an olympiad. */
const abbreviation = '(?:о?[сонкм]?ош|[сн]ш|нш-?дс)';

const noun = String.raw`(?<!до)школ(?!ьн|яр)\p{L}*|гимнази\p{L}+|лице(?:[йюея]|ем|и|ев|ями?|ях)(?!\p{L})|интернат\p{L}*|кадетск\p{L}+ корпус\p{L}*|(?:центр|комплекс)\p{L}* образования|образовательн\p{L}+ (?:центр|комплекс)\p{L}*|общеобразовательн\p{L}+ (?:организаци|учреждени)\p{L}*`;

/** Source of a pattern (flag `u`) for folded text: a word by which an organisation that teaches is known, its kind or legal form. */
export const schoolWord = String.raw`(?:(?<!\p{L})(?:${legalForm}|${abbreviation})(?!\p{L})|(?:${noun}))`;
