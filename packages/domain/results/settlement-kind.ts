import { foldText } from '../basics/fold-text.ts';

/** Town or village, as results are compared by. */
export const settlementKinds = ['town', 'village'] as const;
export type SettlementKind = (typeof settlementKinds)[number];

const townWords =
  /^(г|гор|город|пгт|п\.? ?г\.? ?т|рп|р\.? ?п|кп|поселок городского типа|рабочий поселок|курортный поселок)(?![а-я])/;
const villageWords =
  /^(с|д|дер|п|пос|х|хут|ст|стан|сл|аул|а|село|деревня|поселок|хутор|станица|слобода|станция|ж\/?д|нп|у|улус|м|местечко|кишлак|наслег)(?![а-я])/;

/** By the word before the name: urban settlements are towns, as Росстат counts them. Null where no word tells. */
export function settlementKind(settlement: string | null): SettlementKind | null {
  const words = foldText(settlement ?? '');
  if (townWords.test(words)) return 'town';
  return villageWords.test(words) ? 'village' : null;
}
