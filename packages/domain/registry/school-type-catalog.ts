import type { Texts } from '../basics/catalog.ts';
import type { SchoolType } from './school-type.ts';

const one: Record<SchoolType, string> = {
  general: 'общеобразовательная',
  correctional: 'коррекционная',
  evening: 'вечерняя (сменная)',
  penal: 'при исправительном учреждении',
  sanatorium: 'санаторная',
  hospital: 'при больнице',
};

const many: Record<SchoolType, string> = {
  general: 'общеобразовательные',
  correctional: 'коррекционные',
  evening: 'вечерние (сменные)',
  penal: 'при исправительных учреждениях',
  sanatorium: 'санаторные',
  hospital: 'при больницах',
};

const ru = { one, many };

/** Types of schools: said of one school, and of many. */
export const schoolTypeTexts: Texts<typeof ru> = {
  ru,
  en: {
    one: {
      general: 'general',
      correctional: 'correctional',
      evening: 'evening (shift)',
      penal: 'at a penal institution',
      sanatorium: 'sanatorium',
      hospital: 'at a hospital',
    },
    many: {
      general: 'general',
      correctional: 'correctional',
      evening: 'evening (shift)',
      penal: 'at a penal institution',
      sanatorium: 'sanatorium',
      hospital: 'at a hospital',
    },
  },
};
