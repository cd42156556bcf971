import '../ui/due-list.css';
import { Anchor, Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { EvidenceText } from './evidence-list.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { momentText } from '../ui/moment-text.ts';
import { schoolCycleTexts } from './school-cycle-catalog.ts';
import { useSchoolDocuments } from './use-school-cycle.ts';

/** Documents given as evidence, each with the activity that it proves. */
export function SchoolDocuments({ orgUnitId }: { readonly orgUnitId: string }) {
  const texts = useTexts(schoolCycleTexts);
  const { language } = useLanguage();
  const query = useSchoolDocuments(orgUnitId);
  return (
    <>
      <Loaded query={query}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows);
          if (rows.length === 0) return <Text c="dimmed">{texts.noDocuments}</Text>;
          return (
            <ul className="due-list">
              {rows.map((row) => (
                <li key={row.evidence.id}>
                  <EvidenceText item={row.evidence} />
                  <Text size="sm" c="dimmed">
                    {[row.evidence.givenBy, momentText(row.evidence.givenAt, language)]
                      .filter((note) => note !== null)
                      .join(' · ')}
                    {' · '}
                    <Anchor
                      inherit
                      component={Link}
                      to={`/plans/${row.planId}?activity=${row.activityId}&instance=${row.instanceId}`}
                    >
                      {[row.no, row.title].filter((word) => word !== '').join(' ')}
                    </Anchor>
                  </Text>
                </li>
              ))}
            </ul>
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
