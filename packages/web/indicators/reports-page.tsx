import '../ui/stacked-table.css';
import { Anchor, Button, Group, Select, Stack, Table, Text } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { can, canSomewhere } from '@opora/domain/basics/can.ts';
import { dynamicsTexts } from '@opora/domain/indicators/dynamics-catalog.ts';
import { type IndicatorGroup, indicatorGroups } from '@opora/domain/indicators/indicator-groups.ts';
import { reportTexts } from '@opora/domain/indicators/report-catalog.ts';
import { type KeptReport, type ReportKind, reportKinds } from '@opora/domain/indicators/report-contract.ts';
import { useMe } from '../accounts/use-me.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { momentText } from '../ui/moment-text.ts';
import { Page } from '../ui/page.tsx';
import { KeptReportView } from './kept-report-view.tsx';
import { reportsPageTexts } from './reports-catalog.ts';
import { useLookedUnits } from './use-dynamics.ts';
import { useIndicatorReports, useMakeReport } from './use-indicator-reports.ts';

const route = getRouteApi('/signed-in/monitoring/reports');

/** Reports that were kept, and making one; the open one stands in the address. */
export function ReportsPage() {
  const texts = useTexts(reportsPageTexts);
  const { data: me } = useMe();
  const reports = useIndicatorReports();
  const { report: open } = route.useSearch();
  const navigate = route.useNavigate();
  const setOpen = (report: string) => void navigate({ search: { report } });
  const mayMake = me !== undefined && canSomewhere(me, 'indicators.enter');
  return (
    <Page title={texts.title} purpose={texts.purpose}>
      {open !== undefined && (
        <>
          <Anchor className="screen-only" component={Link} to="/monitoring/reports">
            ← {texts.back}
          </Anchor>
          <KeptReportView key={open} reportId={open} />
        </>
      )}
      {open === undefined && mayMake && <MakeReport onMade={setOpen} />}
      {open === undefined && (
        <Loaded query={reports}>
          {(kept) => (kept.length === 0 ? <Text>{texts.none}</Text> : <KeptReports kept={kept} />)}
        </Loaded>
      )}
    </Page>
  );
}

/** Units of a region are more than a list can show at once. */
const shownMax = 60;

function MakeReport({ onMade }: { readonly onMade: (id: string) => void }) {
  const texts = useTexts(reportsPageTexts);
  const words = useTexts(reportTexts);
  const groups = useTexts(dynamicsTexts).groups;
  const { data: me } = useMe();
  const units = useLookedUnits().filter((unit) => me !== undefined && can(me, 'indicators.enter', unit));
  const [kind, setKind] = useState<ReportKind>('start-control');
  const [chosen, setChosen] = useState<string | null>(null);
  const [group, setGroup] = useState<IndicatorGroup | null>(null);
  const make = useMakeReport();
  const orgUnitId = chosen ?? units[0]?.id;
  if (orgUnitId === undefined) return null;
  return (
    <Group align="flex-end" className="screen-only">
      <Select
        label={texts.kind}
        allowDeselect={false}
        data={reportKinds.map((value) => ({ value, label: words.kinds[value] }))}
        value={kind}
        onChange={(value) => setKind(reportKinds.find((one) => one === value) ?? 'table')}
      />
      <Select
        label={texts.unit}
        searchable
        limit={shownMax}
        allowDeselect={false}
        data={units.map(({ id, shortName }) => ({ value: id, label: shortName }))}
        value={orgUnitId}
        onChange={setChosen}
      />
      <Select
        label={texts.group}
        allowDeselect={false}
        data={[
          { value: 'all', label: texts.all },
          ...indicatorGroups.map((value) => ({ value, label: groups[value] })),
        ]}
        value={group ?? 'all'}
        onChange={(value) => setGroup(indicatorGroups.find((one) => one === value) ?? null)}
      />
      <Button
        loading={make.isPending}
        onClick={() =>
          make.mutate(
            { orgUnitId, kind, ...(group === null ? {} : { group }) },
            { onSuccess: ({ id }) => onMade(id) },
          )
        }
      >
        {texts.make}
      </Button>
    </Group>
  );
}

function KeptReports({ kept }: { readonly kept: readonly KeptReport[] }) {
  const texts = useTexts(reportsPageTexts);
  const words = useTexts(reportTexts);
  const { language } = useLanguage();
  return (
    <Stack gap="xs">
      <Table.ScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table className="stacked-table" aria-label={texts.kept}>
          <Table.Thead>
            <Table.Tr>
              {[texts.report, texts.unit, texts.cut, texts.by, texts.hash].map((name) => (
                <Table.Th key={name} scope="col">
                  {name}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {kept.map((report) => (
              <Table.Tr key={report.id}>
                <Table.Th scope="row" fw={400}>
                  <Anchor
                    component={Link}
                    to={`/monitoring/reports?report=${report.id}`}
                    aria-label={`${texts.open}: ${report.title}, ${momentText(report.cutAt, language)}`}
                  >
                    {words.kinds[report.kind]}
                  </Anchor>
                </Table.Th>
                <Table.Td data-title={texts.unit}>{report.unitName}</Table.Td>
                <Table.Td data-title={texts.cut}>{momentText(report.cutAt, language)}</Table.Td>
                <Table.Td data-title={texts.by}>{report.by === '' ? '—' : report.by}</Table.Td>
                <Table.Td data-title={texts.hash}>
                  <Text size="sm" ff="monospace" span>
                    {report.digest.slice(0, 12)}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {texts.versions(report.definitions.length)}
                  </Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}
