import { Box, Button, Group, SegmentedControl, Select, Text } from '@mantine/core';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { auditWords } from '@opora/domain/accounts/audit-catalog.ts';
import { useTexts } from '../platform/language.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { auditTexts } from './audit-catalog.ts';
import { ChangesTable } from './changes-table.tsx';
import { SignInsTable } from './sign-ins-table.tsx';
import { type AuditFilter, useAuditors, useChanges, useSignIns } from './use-audit.ts';

export function AuditPage() {
  const texts = useTexts(auditTexts);
  const [shown, setShown] = useState('changes');
  const [filter, setFilter] = useState<AuditFilter>({});
  return (
    <Page title={texts.title} purpose={texts.purpose}>
      <Group className="screen-only" align="flex-end">
        <SegmentedControl
          aria-label={texts.what}
          value={shown}
          onChange={setShown}
          data={[
            { value: 'changes', label: texts.changes },
            { value: 'sign-ins', label: texts.signIns },
          ]}
        />
        <Filters filter={filter} onChange={setFilter} hasTables={shown === 'changes'} />
      </Group>
      {shown === 'changes' ? <Changes filter={filter} /> : <SignIns filter={filter} />}
    </Page>
  );
}

type FiltersProps = {
  readonly filter: AuditFilter;
  readonly onChange: (filter: AuditFilter) => void;
  /** Sign-ins have no table to choose. */
  readonly hasTables: boolean;
};

function Filters({ filter, onChange, hasTables }: FiltersProps) {
  const texts = useTexts(auditTexts);
  const { tables } = useTexts(auditWords);
  const auditors = useAuditors();
  const set = (name: keyof AuditFilter) => (value: string | null) => {
    const { [name]: _before, ...others } = filter;
    onChange(value === null ? others : { ...others, [name]: value });
  };
  return (
    <>
      <Select
        label={texts.who}
        placeholder={texts.anyone}
        clearable
        searchable
        value={filter.personId ?? null}
        onChange={set('personId')}
        data={(auditors.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      {hasTables && (
        <Select
          label={texts.thing}
          placeholder={texts.anything}
          clearable
          searchable
          value={filter.table ?? null}
          onChange={set('table')}
          data={Object.entries(tables).map(([value, label]) => ({ value, label }))}
        />
      )}
      <Box w={150}>
        <DateField label={texts.fromOn} value={filter.fromOn ?? null} onChange={set('fromOn')} />
      </Box>
      <Box w={150}>
        <DateField label={texts.untilOn} value={filter.untilOn ?? null} onChange={set('untilOn')} />
      </Box>
    </>
  );
}

function Changes({ filter }: { readonly filter: AuditFilter }) {
  const query = useChanges(filter);
  return (
    <Pages query={query}>{(pages) => <ChangesTable entries={pages.flatMap((page) => page.entries)} />}</Pages>
  );
}

function SignIns({ filter }: { readonly filter: AuditFilter }) {
  const query = useSignIns(filter);
  return (
    <Pages query={query}>{(pages) => <SignInsTable entries={pages.flatMap((page) => page.entries)} />}</Pages>
  );
}

type PagesProps<P> = {
  readonly query: UseInfiniteQueryResult<{ readonly pages: readonly P[] }>;
  readonly children: (pages: readonly P[]) => ReactNode;
};

function Pages<P extends { readonly entries: readonly unknown[] }>({ query, children }: PagesProps<P>) {
  const texts = useTexts(auditTexts);
  return (
    <Loaded query={query}>
      {({ pages }) =>
        pages.every((page) => page.entries.length === 0) ? (
          <Text>{texts.empty}</Text>
        ) : (
          <>
            {children(pages)}
            {query.hasNextPage && (
              <div>
                <Button
                  variant="default"
                  className="screen-only"
                  loading={query.isFetchingNextPage}
                  onClick={() => void query.fetchNextPage()}
                >
                  {texts.more}
                </Button>
              </div>
            )}
          </>
        )
      }
    </Loaded>
  );
}
