import type { Texts } from '../basics/catalog.ts';
import type { PassportCode } from './social-passport.ts';

const ru: Readonly<Record<PassportCode, string>> = {
  X01: 'Учителя с первой категорией',
  X02: 'Учителя с высшей категорией',
  X03: 'Учителя с высшим педагогическим образованием',
  X04: 'Учителя, прошедшие повышение квалификации',
  X05: 'Обучающиеся с ОВЗ',
  X06: 'Дети-инвалиды',
  X07: 'На учёте с алкогольной или наркотической зависимостью',
  X08: 'На внутришкольном и иных учётах (ОДН, КДН и ЗП)',
  X09: 'Из многодетных семей',
  X10: 'Из неполных семей',
  X11: 'Оба родителя с высшим образованием',
  X12: 'Один родитель с высшим образованием',
  X13: 'Оба родителя безработные',
  X14: 'Единственный родитель безработный',
  X15: 'Родители — инвалиды',
  X16: 'Живут в неблагоустроенных помещениях',
  X17: 'Русский язык не родной',
  X18: 'На подвозе',
  X19: 'Сменили место жительства, регион или страну',
};

/** Names of what a social passport counts. */
export const passportVariableTexts: Texts<typeof ru> = {
  ru,
  en: {
    X01: 'Teachers of the first category',
    X02: 'Teachers of the highest category',
    X03: 'Teachers with a degree in teaching',
    X04: 'Teachers who took further training',
    X05: 'Pupils with special needs',
    X06: 'Disabled pupils',
    X07: 'On record for alcohol or drug addiction',
    X08: 'On the school’s or other prevention records',
    X09: 'Of large families',
    X10: 'Of one-parent families',
    X11: 'Both parents with a degree',
    X12: 'One parent with a degree',
    X13: 'Both parents out of work',
    X14: 'The only parent out of work',
    X15: 'Disabled parents',
    X16: 'Living in poor housing',
    X17: 'Russian is not the native language',
    X18: 'Brought to school by bus',
    X19: 'Moved from another place, region or country',
  },
};
