import { canSomewhere } from '@opora/domain/basics/can.ts';
import { schoolYearStartOf } from '@opora/domain/basics/school-calendar.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import type { ContextQuestion } from '@opora/domain/results/context-contract.ts';
import { expectedSigns } from '@opora/domain/results/social-passport.ts';
import { useState } from 'react';
import { useMe } from '../accounts/use-me.ts';
import { useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { useOrgUnits } from '../registry/use-registry.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { ContextApprovals } from './context-approvals.tsx';
import { contextTexts } from './context-catalog.ts';
import { ContextLineSection } from './context-line-section.tsx';
import { ContextSetForm } from './context-set-form.tsx';
import { ContextTable } from './context-table.tsx';
import { FoldedWeights } from './folded-weights.tsx';
import { OwnContext } from './own-context.tsx';
import { useContextIndex, useWeightSets } from './use-context.ts';

/** In which conditions schools teach: from above the set that is chosen, from a school itself. */
export function ContextPage() {
  const texts = useTexts(contextTexts);
  const units = useOrgUnits();
  const sets = useWeightSets();
  return (
    <Page title={texts.title} purpose={texts.purpose}>
      <Loaded query={units}>
        {(list) => (
          <Loaded query={sets}>
            {([latest]) => <ContextOf units={list} weights={latest?.weights ?? expectedSigns} />}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

type ContextOfProps = { readonly units: readonly OrgUnit[]; readonly weights: ContextQuestion['weights'] };

function ContextOf({ units, weights }: ContextOfProps) {
  const { data: me } = useMe();
  const [question, setQuestion] = useState<ContextQuestion>({
    schoolYear: schoolYearStartOf(today()),
    set: { kind: 'all' },
    weights,
    hardestShare: 0.3,
  });
  const index = useContextIndex(question);
  const change = (part: Partial<ContextQuestion>) => setQuestion({ ...question, ...part });
  return (
    <>
      {index.data?.isAbove === true && (
        <>
          <ContextSetForm question={question} units={units} onChange={change} />
          <FoldedWeights
            weights={question.weights}
            units={units}
            onChange={(next) => change({ weights: next })}
          />
        </>
      )}
      <Loaded query={index}>
        {(answer) =>
          answer.isAbove ? (
            <>
              <ContextTable answer={answer} units={units} />
              {me !== undefined && canSomewhere(me, 'identification.manage') && (
                <ContextApprovals answer={answer} question={question} units={units} onChange={change} />
              )}
            </>
          ) : (
            <OwnContext answer={answer} units={units} />
          )
        }
      </Loaded>
      <ContextLineSection question={question} units={units} />
    </>
  );
}
