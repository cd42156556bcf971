import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { canSomewhere } from '@opora/domain/basics/can.ts';
import { useMe } from '../accounts/use-me.ts';
import { useTexts } from '../platform/language.tsx';
import { Section } from '../ui/section.tsx';
import { resultsTexts } from './results-catalog.ts';

/** The way from a school's page to its results. */
export function SchoolResultsDoor({ orgUnitId }: { readonly orgUnitId: string }) {
  const texts = useTexts(resultsTexts);
  const { data: me } = useMe();
  if (me === undefined || !canSomewhere(me, 'results.read')) return null;
  return (
    <Section title={texts.results}>
      <div>
        <Anchor component={Link} to={`/results/schools/${orgUnitId}`}>
          {texts.ofSchool}
        </Anchor>
      </div>
    </Section>
  );
}
