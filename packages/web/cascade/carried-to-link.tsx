import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { CarriedTo } from '@opora/domain/cascade/carry-over-contract.ts';
import { useTexts } from '../platform/language.tsx';
import { carryOverTexts } from './carry-over-catalog.ts';

/** Where an activity went: into a draft, or into the plan that it has become. */
export function CarriedToLink({ to }: { readonly to: CarriedTo }) {
  const texts = useTexts(carryOverTexts);
  const { draftId, planId, activityId, title, reason } = to;
  return (
    <Text size="sm">
      {planId === null ? texts.carriedInto : texts.carriedTo}{' '}
      {planId !== null && activityId !== null ? (
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link {...props} to="/plans/$planId" params={{ planId }} search={{ activity: activityId }} />
          )}
        >
          {title}
        </Anchor>
      ) : (
        <Anchor
          size="sm"
          renderRoot={(props) => <Link {...props} to="/plans/drafts/$draftId" params={{ draftId }} />}
        >
          {title}
        </Anchor>
      )}
      {reason !== '' && `, ${texts.because(reason)}`}
    </Text>
  );
}
