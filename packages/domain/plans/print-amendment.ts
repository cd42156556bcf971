import type { AmendmentAct } from './amendment.ts';
import { actIn } from './act-words.ts';
import type { PlanComparison, SectionChange } from './compare-plans.ts';
import { printFieldPoints, printSchoolPoints } from './print-field-points.ts';
import { printRowPoints } from './print-row-points.ts';
import { type AmendmentPoint, type PrintedAmendment, printRow } from './printed-amendment.ts';

type PlanAct = {
  readonly title: string;
  readonly actType: string | null;
  readonly actNumber: string | null;
  readonly actOn: string | null;
  readonly actAuthority: string | null;
};

/**
 * The change sheet in the words in which Russian acts are amended («Строку 5 изложить в следующей редакции: …»). Rows are called by
 * the numbers of the edition that is changed. `plan` is that edition and its own act.
 */
export function printAmendment(
  plan: PlanAct,
  act: Pick<AmendmentAct, 'actType' | 'actNumber' | 'actOn' | 'actAuthority'>,
  comparison: PlanComparison,
): PrintedAmendment {
  const authority = plan.actAuthority === null ? '' : ` (${plan.actAuthority})`;
  const approved = plan.actType === null ? '' : `, утверждённый ${actIn(plan, 'instrumental')}${authority}`;
  return {
    mark: [`Приложение к ${actIn(act, 'dative')}`, ...(act.actAuthority === null ? [] : [act.actAuthority])],
    title: `Изменения, которые вносятся в план «${plan.title}»${approved}`,
    points: [
      ...printFieldPoints(comparison.fields),
      ...printSchoolPoints(comparison),
      ...sectionPoints(comparison),
      ...printRowPoints(comparison),
    ],
  };
}

function sectionPoints({ sections, activities }: PlanComparison): AmendmentPoint[] {
  const titleOf = (id: string): string =>
    sections.find((section) => section.id === id)?.from?.title ??
    sections.find((section) => section.id === id)?.to?.title ??
    '';
  return sections.flatMap(({ id, from, to, fields, moved, after }: SectionChange): AmendmentPoint[] => {
    if (to === null) return [{ text: `Раздел «${titleOf(id)}» исключить.`, rows: [] }];
    const place = after === null ? 'перед первым разделом' : `после раздела «${titleOf(after)}»`;
    if (from === null) {
      const added = activities.flatMap((change) =>
        change.from === null && change.to?.sectionId === id ? change.to : [],
      );
      const rows = added.map(printRow);
      const text = `Дополнить ${place} разделом «${to.title}»${rows.length > 0 ? ' следующего содержания:' : '.'}`;
      return [{ text, rows }];
    }
    return [
      ...(fields.includes('title')
        ? [
            {
              text: `Наименование раздела «${from.title}» изложить в следующей редакции: «${to.title}».`,
              rows: [],
            },
          ]
        : []),
      ...(moved ? [{ text: `Раздел «${from.title}» разместить ${place}.`, rows: [] }] : []),
    ];
  });
}
