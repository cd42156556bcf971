import type { Texts } from '../basics/catalog.ts';
import type { SchoolType } from './school-type.ts';

const ru: Record<SchoolType, string> = {
  general: 'общеобразовательная',
  correctional: 'коррекционная',
  evening: 'вечерняя (сменная)',
  penal: 'при исправительном учреждении',
  sanatorium: 'санаторная',
  hospital: 'при больнице',
};

/** A type of schools in a word; the language has it for one school. */
export const schoolTypeTexts: Texts<typeof ru> = {
  ru,
  en: {
    general: 'general',
    correctional: 'correctional',
    evening: 'evening (shift)',
    penal: 'at a penal institution',
    sanatorium: 'sanatorium',
    hospital: 'at a hospital',
  },
};
