import { Text, UnstyledButton } from '@mantine/core';
import type { DraftActivity } from '@opora/domain/plans/draft-document.ts';
import { printDeadline } from '@opora/domain/plans/print-deadline.ts';
import { memo } from 'react';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { draftTexts } from './draft-catalog.ts';
import { useDraftEditor } from './draft-context.ts';
import { DraftActivityForm } from './draft-activity-form.tsx';
import { DoubtMark } from './doubt-notes.tsx';

type DraftActivityProps = {
  readonly activity: DraftActivity;
  /** Row above, for joining and moving. */
  readonly above: string | null;
  readonly below: string | null;
};

/** A row of the plan: read until the person comes to it, then a form. */
export function DraftActivityCard({ activity, above, below }: DraftActivityProps) {
  const { at } = useDraftEditor();
  const isOpen = at === `rows/${activity.id}` || at?.startsWith(`rows/${activity.id}/`) === true;
  return isOpen ? (
    <DraftActivityForm activity={activity} above={above} below={below} />
  ) : (
    <ClosedActivity activity={activity} />
  );
}

const ClosedActivity = memo(function ClosedActivity({ activity }: { readonly activity: DraftActivity }) {
  const texts = useTexts(draftTexts);
  const { language } = useLanguage();
  const { goTo } = useDraftEditor();
  const { no, title, deadline, responsible, expected } = activity;
  const name = `${no} ${title === '' ? texts.noTitle : title}`.trim();
  return (
    <div className="draft-card" data-place={`rows/${activity.id}`}>
      <UnstyledButton
        className="draft-card-open"
        aria-label={texts.edit(name)}
        onClick={() => goTo(`rows/${activity.id}/title`)}
      />
      <Text fw={600} size="sm">
        {name}
        <Marks place={`rows/${activity.id}`} />
        <Marks place={`rows/${activity.id}/no`} />
        <Marks place={`rows/${activity.id}/title`} />
      </Text>
      <dl className="draft-facts">
        <dt>{texts.deadline}</dt>
        <dd>
          {deadline.raw !== '' && `«${deadline.raw}» `}
          <span className="draft-meaning">→ {printDeadline(deadline, language)}</span>
          <Marks place={`rows/${activity.id}/deadline`} />
        </dd>
        <dt>{texts.responsible}</dt>
        <dd>
          {responsible.length === 0
            ? texts.nobody
            : responsible.map((party) => (
                <span key={party} className="draft-chip">
                  {party}
                </span>
              ))}
          <Marks place={`rows/${activity.id}/responsible`} />
        </dd>
        <dt>{texts.expected}</dt>
        <dd>
          {expected.length === 0 ? texts.nothing : expected.join('; ')}
          <Marks place={`rows/${activity.id}/expected`} />
        </dd>
      </dl>
    </div>
  );
});

function Marks({ place }: { readonly place: string }) {
  const { doubtsOf } = useDraftEditor();
  return (
    <>
      {doubtsOf(place).map((doubt) => (
        <span key={doubt.id}>
          {' '}
          <DoubtMark doubt={doubt} />
        </span>
      ))}
    </>
  );
}
