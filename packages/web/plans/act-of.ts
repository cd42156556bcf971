import { formatDate } from '@opora/domain/basics/format.ts';
import type { PlanSummary } from '@opora/domain/plans/plan.ts';

type Act = Pick<PlanSummary, 'actType' | 'actNumber' | 'actOn'>;
type ActTexts = {
  readonly actOf: (type: string, number: string, on: string) => string;
  readonly noAct: string;
};

/** «приказ от 02.03.2023 № 109»; what is not known is left out. */
export function actOf({ actType, actNumber, actOn }: Act, texts: ActTexts): string {
  if (actOn === null || actNumber === null) return texts.noAct;
  return texts.actOf(actType ?? texts.noAct, actNumber, formatDate(actOn));
}
