import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../platform/language.tsx';
import { CarriedToLink } from './carried-to-link.tsx';
import { carryOverTexts } from './carry-over-catalog.ts';
import { useActivityTrace } from './use-carry-over.ts';

/** What an activity was carried over from, and where it went; nothing for most. */
export function ActivityTraceView({ activityId }: { readonly activityId: string }) {
  const texts = useTexts(carryOverTexts);
  const { data: trace } = useActivityTrace(activityId);
  if (trace === undefined) return null;
  const { from, to } = trace;
  return (
    <>
      {from !== null && (
        <Text size="sm">
          {texts.from}{' '}
          <Anchor
            size="sm"
            renderRoot={(props) => (
              <Link
                {...props}
                to="/plans/$planId"
                params={{ planId: from.planId }}
                search={{ activity: from.activityId }}
              />
            )}
          >
            {texts.place(from.no, from.planTitle)}
          </Anchor>
          {from.reason !== '' && `, ${texts.because(from.reason)}`}
        </Text>
      )}
      {to !== null && <CarriedToLink to={to} />}
    </>
  );
}
