/** Source of a pattern for the beginning of a month's name in any case, in folded text. */
export const monthWord = '(?:январ|феврал|март|апрел|ма[йяею]|июн|июл|август|сентябр|октябр|ноябр|декабр)';
