import '../ui/due-list.css';
import { Anchor, Text, Title } from '@mantine/core';
import { formatDate } from '@opora/domain/basics/format.ts';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { campaignTexts } from './campaign-catalog.ts';
import { useOwnForms } from './use-campaigns.ts';

/** Forms that wait for the person's own school; nothing where there are none. */
export function FormsToFill() {
  const texts = useTexts(campaignTexts);
  const forms = useOwnForms(true).data ?? [];
  if (forms.length === 0) return null;
  return (
    <section aria-labelledby="forms-to-fill">
      <Title order={2} size="h4" id="forms-to-fill">
        {texts.toFill} · {forms.length}
      </Title>
      <ul className="due-list">
        {forms.map((form) => (
          <li key={form.submissionId}>
            <Anchor component={Link} to={`/monitoring/forms/${form.submissionId}`}>
              {form.title}
            </Anchor>
            <Text size="sm" className={form.lateAfter < today() ? 'due-late' : ''}>
              {[
                form.lateAfter < today()
                  ? texts.fillLate(formatDate(form.lateAfter), formatDate(form.closedAfter))
                  : texts.fillUntil(formatDate(form.lateAfter)),
                form.schoolName,
                texts.complete(form.givenCount, form.askedCount),
                form.isReturned ? texts.sendBack : null,
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
