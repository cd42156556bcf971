import '../ui/due-list.css';
import { Anchor, Button, Group, SegmentedControl, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { printInstanceLabel } from '@opora/domain/plans/print-deadline.ts';
import type { ProgressParts } from '@opora/domain/plans/progress-parts.ts';
import { type SchoolInstance, SchoolPart } from '@opora/domain/plans/school-cycle.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { shownState } from './activity-state.ts';
import { ShownBadge } from './shown-badge.tsx';
import { DateText } from '../ui/date-text.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { schoolCycleTexts } from './school-cycle-catalog.ts';
import { useSchoolInstances } from './use-school-cycle.ts';

type SchoolInstancesProps = { readonly orgUnitId: string; readonly parts: ProgressParts };

/** Instances of a school by what is asked of it now; the part that presses most is open first. */
export function SchoolInstances({ orgUnitId, parts }: SchoolInstancesProps) {
  const texts = useTexts(schoolCycleTexts);
  const [part, setPart] = useState<SchoolPart>(
    () => SchoolPart.options.find((each) => parts[each] > 0) ?? 'ahead',
  );
  const query = useSchoolInstances(orgUnitId, part);
  return (
    <>
      <SegmentedControl
        className="school-parts screen-only"
        aria-label={texts.part}
        value={part}
        onChange={(value) => setPart(SchoolPart.parse(value))}
        data={SchoolPart.options.map((value) => ({ value, label: `${texts.parts[value]}: ${parts[value]}` }))}
      />
      <Loaded query={query} key={part}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows);
          return (
            <>
              {rows.length === 0 && <Text c="dimmed">{texts.empties[part]}</Text>}
              <ul className="due-list">
                {rows.map((row) => (
                  <li key={row.instanceId}>
                    <InstanceLine row={row} />
                  </li>
                ))}
              </ul>
            </>
          );
        }}
      </Loaded>
      {query.hasNextPage && (
        <div className="screen-only">
          <Button
            variant="default"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {texts.more}
          </Button>
        </div>
      )}
    </>
  );
}

function InstanceLine({ row }: { readonly row: SchoolInstance }) {
  const texts = useTexts(schoolCycleTexts);
  const { language } = useLanguage();
  const label = row.label === null ? null : printInstanceLabel(row.label, language);
  const notes = [label, row.branchName, row.deadline].filter((note) => note !== null && note !== '');
  return (
    <>
      <Group justify="space-between" gap="xs" align="flex-start">
        <Anchor
          component={Link}
          to={`/plans/${row.planId}?activity=${row.activityId}&instance=${row.instanceId}`}
          flex="1 1 240px"
        >
          {[row.no, row.title].filter((word) => word !== '').join(' ')}
        </Anchor>
        <ShownBadge state={shownState(row, today())} />
      </Group>
      <Text size="sm" c="dimmed">
        {row.dueOn === null ? (
          texts.undated
        ) : (
          <DateText date={row.dueOn} isRelative={row.state !== 'accepted'} />
        )}
        {notes.map((note) => ` · ${note}`).join('')}
      </Text>
    </>
  );
}
