import './edition-list.css';
import { Anchor, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { addDays } from '@opora/domain/basics/calendar-date.ts';
import { formatDate } from '@opora/domain/basics/format.ts';
import { editionsContract, type PlanEditions } from '@opora/domain/plans/editions-contract.ts';
import type { Edition } from '@opora/domain/plans/edition.ts';
import { addressOf } from '../platform/call.ts';
import { useTexts } from '../platform/language.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { actOf } from './act-of.ts';
import { editionTexts } from './edition-catalog.ts';
import { plansTexts } from './plans-catalog.ts';

/** The editions, the one in force first, each with its act and with what it changed. */
export function EditionList({ plan }: { readonly plan: PlanEditions }) {
  return (
    <ol className="edition-list" reversed>
      {plan.editions.map((edition, at) => (
        <li key={edition.id}>
          <EditionCard planId={plan.planId} edition={edition} next={plan.editions[at - 1] ?? null} />
        </li>
      ))}
    </ol>
  );
}

type EditionCardProps = {
  readonly planId: string;
  readonly edition: Edition;
  /** The edition that replaced it. */
  readonly next: Edition | null;
};

function EditionCard({ planId, edition, next }: EditionCardProps) {
  const texts = useTexts(editionTexts);
  const planTexts = useTexts(plansTexts);
  const { id, number, reasons, approvedBy, actAuthority } = edition;
  const until = next === null ? null : formatDate(lastDay(edition, next));
  const by = approvedBy === null ? '' : ` · ${texts.approvedBy(approvedBy)}`;
  const page = `/plans/${planId}/editions`;
  return (
    <>
      <Group gap="xs">
        <Text fw={600}>{texts.edition(number)}</Text>
        {next === null && <StateBadge tone="accepted" word={texts.inForce} />}
        <Text>{texts.inForceFrom(formatDate(edition.inForceOn), until)}</Text>
      </Group>
      <Text size="sm">
        {actOf(edition, planTexts)}
        {actAuthority !== null && `, ${actAuthority}`}
        {by}
      </Text>
      {reasons !== null && (
        <Text size="sm">
          {texts.reasons}: {reasons}
        </Text>
      )}
      <Group gap="md" className="screen-only">
        <Anchor component={Link} size="sm" to={`${page}?at=${number}`}>
          {texts.open}
        </Anchor>
        <Anchor size="sm" href={addressOf(editionsContract.exportEdition, { params: { editionId: id } })}>
          {texts.annex}
        </Anchor>
        {number > 1 && (
          <>
            <Anchor component={Link} size="sm" to={`${page}?from=${number - 1}&to=${number}`}>
              {texts.whatChanged}
            </Anchor>
            <Anchor
              size="sm"
              href={addressOf(editionsContract.exportEditionChanges, { params: { editionId: id } })}
            >
              {texts.sheet}
            </Anchor>
          </>
        )}
      </Group>
    </>
  );
}

/** An edition that was replaced on its own first day was in force for that day only. */
function lastDay(edition: Edition, next: Edition): string {
  const day = addDays(next.inForceOn, -1);
  return day < edition.inForceOn ? edition.inForceOn : day;
}
