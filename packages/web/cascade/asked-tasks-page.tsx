import { Anchor, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { formatDate } from '@opora/domain/basics/format.ts';
import type { OpenRequirement } from '@opora/domain/cascade/cascade-contract.ts';
import { TasksPage } from '../plans/tasks-page.tsx';
import { useTexts } from '../platform/language.tsx';
import { cascadeTexts } from './cascade-catalog.ts';
import { useOpenRequirements } from './use-cascade.ts';

/** Tasks, headed by what plans above ask of the person's own organisation. */
export function AskedTasksPage() {
  const open = useOpenRequirements();
  return <TasksPage above={open.length === 0 ? null : <OpenRequirements open={open} />} />;
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
