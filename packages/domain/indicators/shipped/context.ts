import type { Indicator } from '../indicator.ts';
import { defineIndicators, type Shared, type Words } from '../define-indicators.ts';
import { passportVariableTexts } from '../../results/passport-variable-catalog.ts';
import type { PassportCode } from '../../results/social-passport.ts';
import { total } from './totals.ts';

const passport: Shared = {
  group: 'context',
  source: ['Социальный паспорт школы', 'The social passport of a school'],
  unit: 'share',
  amountOf: 'pupils',
  periods: ['school-year', 'point'],
  from: ['Социальный паспорт, раз в год, октябрь', 'The social passport, once a year in October'],
  total: total('D01'),
};

const named = (code: PassportCode): { code: string; name: Words; item: Words } => ({
  code,
  name: [passportVariableTexts.ru[code], passportVariableTexts.en[code]],
  item: [`строка ${Number(code.slice(1))}`, `row ${Number(code.slice(1))}`],
});

const teachers = defineIndicators(
  { ...passport, amountOf: 'teachers', total: total('D03'), direction: 'growth' },
  [
    {
      ...named('X01'),
      reading: [
        'От учителей. S15a считает от педагогических работников: доли не совпадут.',
        'Of teachers. S15a is of teaching staff: the shares differ.',
      ],
    },
    {
      ...named('X02'),
      reading: [
        'От учителей. S15b считает от педагогических работников: доли не совпадут.',
        'Of teachers. S15b is of teaching staff: the shares differ.',
      ],
    },
    {
      ...named('X03'),
      reading: [
        'От учителей. S14 считает от педагогических работников: доли не совпадут.',
        'Of teachers. S14 is of teaching staff: the shares differ.',
      ],
    },
    {
      ...named('X04'),
      reading: [
        'Есть документ о повышении квалификации, без срока давности. S17 считает за три года: доли не совпадут.',
        'There is a certificate of training, however old. S17 counts three years: the shares differ.',
      ],
    },
  ],
);

const pupils = defineIndicators(passport, [
  {
    ...named('X05'),
    sensitivity: 'special',
    reading: [
      'Все обучающиеся с заключением ПМПК. В источнике рядом названы «7–8 вид»: прежние виды входят сюда.',
      'All pupils with a finding of the commission. The source names former «kinds 7–8» beside: they are included.',
    ],
  },
  { ...named('X06'), sensitivity: 'special' },
  { ...named('X07'), sensitivity: 'special', direction: 'fall' },
  { ...named('X08'), sensitivity: 'sensitive', direction: 'fall' },
  { ...named('X09'), sensitivity: 'small-cells' },
  { ...named('X10'), sensitivity: 'small-cells' },
  { ...named('X11'), sensitivity: 'small-cells' },
  { ...named('X12'), sensitivity: 'small-cells' },
  { ...named('X13'), sensitivity: 'small-cells' },
  { ...named('X14'), sensitivity: 'small-cells' },
  { ...named('X15'), sensitivity: 'special' },
  { ...named('X16'), sensitivity: 'small-cells' },
  { ...named('X17'), sensitivity: 'sensitive' },
  { ...named('X18'), sensitivity: 'small-cells' },
  { ...named('X19'), sensitivity: 'sensitive' },
]);

/** The social passport under the codes of `results/social-passport.ts`. */
export const context: readonly Indicator[] = [...teachers, ...pupils];
