import { Anchor, Stack, Table, Text, Title, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { formatDate } from '@opora/domain/basics/format.ts';
import type { NumberExplained, ReckonedElement } from '@opora/domain/indicators/dynamics-contract.ts';
import { valueWords } from '@opora/domain/indicators/dynamics-words.ts';
import { periodName } from '@opora/domain/indicators/period-catalog.ts';
import { periodOfCode } from '@opora/domain/indicators/report-period.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { dynamicsPageTexts } from './dynamics-page-catalog.ts';
import type { AskedNumber } from './use-dynamics.ts';

type ReckonedProps = {
  readonly reckoned: NonNullable<NumberExplained['reckoned']>;
  readonly asked: AskedNumber;
  readonly isSchool: boolean;
  readonly onOpen: (asked: AskedNumber) => void;
};

/** The formula of a number in words and its elements, each with its value and the way to where it comes from. */
export function ReckonedSection({
  reckoned: { words, elements, activities },
  asked,
  isSchool,
  onOpen,
}: ReckonedProps) {
  const texts = useTexts(dynamicsPageTexts);
  const { language } = useLanguage();
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {texts.reckoned}
      </Title>
      <Text size="sm">{words[language]}</Text>
      {elements.length > 0 && (
        <Table aria-label={texts.reckoned}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{texts.element}</Table.Th>
              <Table.Th scope="col" ta="right">
                {texts.value}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {elements.map((element, at) => (
              // A tree as lines: an element may stand in it twice.
              <Table.Tr key={`${at} ${element.period}`}>
                <Table.Th
                  scope="row"
                  fw={400}
                  pl={`calc(var(--table-horizontal-spacing) + ${element.depth}rem)`}
                >
                  <Text size="sm">{element.name[language]}</Text>
                  <Text size="xs" c="dimmed">
                    {periodName(periodOfCode(element.period), language)} ·{' '}
                    <ElementSource element={element} asked={asked} isSchool={isSchool} onOpen={onOpen} />
                  </Text>
                </Table.Th>
                <Table.Td ta="right">{valueWords(element.unit, element.value, language)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <CountedActivities activities={activities} />
    </Stack>
  );
}

function CountedActivities({ activities }: Pick<ReckonedProps['reckoned'], 'activities'>) {
  const texts = useTexts(dynamicsPageTexts);
  if (activities.length === 0) return null;
  return (
    <Stack gap={4}>
      <Text size="sm">{texts.countedBy}</Text>
      {activities.map(({ planId, activityId, eventId, no, title, heldOn, asked, done }) => (
        <Text key={`${activityId} ${eventId ?? ''}`} size="sm">
          <Anchor
            size="sm"
            renderRoot={(props) => <Link {...props} to="/plans/$planId" params={{ planId }} />}
          >
            {[no, title].filter((part) => part !== '').join(' ')}
          </Anchor>
          {heldOn === null ? '' : `, ${texts.event(formatDate(heldOn))}`}: {texts.ofSchools(done, asked)}
        </Text>
      ))}
    </Stack>
  );
}

type SourceProps = Omit<ReckonedProps, 'reckoned'> & { readonly element: ReckonedElement };

function ElementSource({ element: { from, code, period }, asked, isSchool, onOpen }: SourceProps) {
  const texts = useTexts(dynamicsPageTexts);
  const words = texts.elementFrom[from];
  if (code !== null)
    return (
      <UnstyledButton
        className="number-door"
        fz="xs"
        onClick={() => onOpen({ orgUnitId: asked.orgUnitId, indicator: code, period })}
      >
        {`${code}, ${words}`}
      </UnstyledButton>
    );
  if (from === 'plans')
    return (
      <Anchor size="xs" renderRoot={(props) => <Link {...props} to="/plans" />}>
        {words}
      </Anchor>
    );
  return (
    <Anchor
      size="xs"
      renderRoot={(props) =>
        isSchool ? (
          <Link {...props} to="/results/schools/$schoolId" params={{ schoolId: asked.orgUnitId }} />
        ) : (
          <Link {...props} to="/results" />
        )
      }
    >
      {words}
    </Anchor>
  );
}
