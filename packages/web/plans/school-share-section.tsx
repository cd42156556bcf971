import { Alert, Group, List, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { formatDate, formatShare } from '@opora/domain/basics/format.ts';
import { isBelowTarget } from '@opora/domain/plans/evidence.ts';
import type { Activity } from '@opora/domain/plans/plan.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { DateField } from '../ui/date-field.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { instanceTexts } from './instance-catalog.ts';
import { useSchoolShare } from './use-instances.ts';

/** How many of the participating schools have done the activity by a day, with the schools behind both numbers. */
export function SchoolShareSection({ activity }: { readonly activity: Activity }) {
  const texts = useTexts(instanceTexts);
  const { language } = useLanguage();
  const [on, setOn] = useState<CalendarDate>(today());
  const share = useSchoolShare(activity.id, on);
  return (
    <section aria-labelledby="school-share">
      <Title order={3} size="h5" id="school-share">
        {texts.schoolShare}
      </Title>
      <Group align="flex-end">
        <DateField label={texts.shareOn} value={on} onChange={(date) => setOn(date ?? today())} />
      </Group>
      <Loaded query={share}>
        {({ n, total, schools }) => (
          <>
            <Text fw={600} mt="xs">
              {total === 0 ? texts.noSchoolsThen : formatShare(n, total, language)}
            </Text>
            {total > 0 && activity.expected.some((target) => isBelowTarget(target, { n, total })) && (
              <Alert color="gray">{texts.shareBelowTarget}</Alert>
            )}
            {total > 0 && (
              <details>
                <summary>{texts.schoolsBehind}</summary>
                <List size="sm">
                  {schools.map((school) => (
                    <List.Item key={school.orgUnitId}>
                      {school.name}:{' '}
                      {school.doneOn === null
                        ? texts.shareNotDone
                        : texts.shareDone(formatDate(school.doneOn))}
                    </List.Item>
                  ))}
                </List>
              </details>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}
