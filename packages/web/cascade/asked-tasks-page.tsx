import { Anchor, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { canSomewhere } from '@opora/domain/basics/can.ts';
import { formatDate } from '@opora/domain/basics/format.ts';
import type { OpenRequirement } from '@opora/domain/cascade/cascade-contract.ts';
import { useMe } from '../accounts/use-me.ts';
import { FormsToFill } from '../indicators/forms-to-fill.tsx';
import { useOwnForms } from '../indicators/use-campaigns.ts';
import { TasksPage } from '../plans/tasks-page.tsx';
import { useTexts } from '../platform/language.tsx';
import { cascadeTexts } from './cascade-catalog.ts';
import { useOpenRequirements } from './use-cascade.ts';

/** Tasks, headed by forms of indicators to fill in and by what plans above ask of the person's own organisation. */
export function AskedTasksPage() {
  const open = useOpenRequirements();
  const me = useMe().data;
  const forms = useOwnForms(me !== undefined && canSomewhere(me, 'indicators.enter')).data ?? [];
  const above = (
    <>
      {forms.length > 0 && <FormsToFill />}
      {open.length > 0 && <OpenRequirements open={open} />}
    </>
  );
  return <TasksPage above={forms.length + open.length === 0 ? null : above} />;
}

function OpenRequirements({ open }: { readonly open: readonly OpenRequirement[] }) {
  const texts = useTexts(cascadeTexts);
  return (
    <section aria-labelledby="tasks-required">
      <Title order={2} size="h4" id="tasks-required">
        {texts.open} · {open.length}
      </Title>
      <ul className="plain-list">
        {open.map(({ requirementId, unitId, activityName, ownerName, lastDay, why }) => (
          <li key={requirementId} className="event">
            <Anchor
              fw={600}
              renderRoot={(props) => <Link {...props} to="/requirements" search={{ unit: unitId }} />}
            >
              {activityName}
            </Anchor>
            <Text size="sm">
              {[lastDay === null ? null : texts.until(formatDate(lastDay)), texts.why[why], ownerName]
                .filter((part) => part !== null)
                .join(' · ')}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
