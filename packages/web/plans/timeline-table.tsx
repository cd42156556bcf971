import { Table } from '@mantine/core';
import { formatDate } from '@opora/domain/basics/format.ts';
import { useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { stateOfCounts } from './activity-state.ts';
import type { PlanViewProps } from './plan-page.tsx';
import { titleOf } from './plan-table.tsx';
import { plansTexts } from './plans-catalog.ts';

/** The timeline in words: a row for each term. */
export function TimelineTable({ plan }: PlanViewProps) {
  const texts = useTexts(plansTexts);
  return (
    <Table.ScrollContainer minWidth={520} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            {[texts.activity, texts.starts, texts.ends, texts.state].map((title) => (
              <Table.Th key={title} scope="col">
                {title}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {plan.activities.flatMap((activity) =>
            activity.terms.map((term) => {
              const state = stateOfCounts(term.counts, term.dueOn, today());
              return (
                <Table.Tr key={`${activity.id} ${term.startsOn} ${term.dueOn} ${term.label}`}>
                  <Table.Th scope="row" fw={400}>
                    {titleOf(activity)}
                  </Table.Th>
                  <Table.Td>{term.startsOn === null ? '' : formatDate(term.startsOn)}</Table.Td>
                  <Table.Td>{term.dueOn === null ? texts.undated : formatDate(term.dueOn)}</Table.Td>
                  <Table.Td>{state === null ? '' : texts.states[state]}</Table.Td>
                </Table.Tr>
              );
            }),
          )}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
