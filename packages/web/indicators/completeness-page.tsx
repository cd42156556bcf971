import '../ui/stacked-table.css';
import { Anchor, Group, NativeSelect, Table, Text } from '@mantine/core';
import { canSomewhere } from '@opora/domain/basics/can.ts';
import { formatShare } from '@opora/domain/basics/format.ts';
import { schoolYearStartOf } from '@opora/domain/basics/school-calendar.ts';
import type { CompletenessTable } from '@opora/domain/indicators/campaign-view.ts';
import { completeOf, type FormTally, formStandings } from '@opora/domain/indicators/completeness.ts';
import { periodName, schoolYearName } from '@opora/domain/indicators/period-catalog.ts';
import { periodOfCode } from '@opora/domain/indicators/report-period.ts';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMe } from '../accounts/use-me.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { useOrgUnits } from '../registry/use-registry.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { campaignTexts } from './campaign-catalog.ts';
import { standingTones } from './standing-tones.ts';
import { useCompleteness } from './use-campaigns.ts';

/** Completeness and timeliness of a school year: campaigns across, municipalities or schools down. */
export function CompletenessPage() {
  const texts = useTexts(campaignTexts);
  const { language } = useLanguage();
  const search = useSearch({ from: '/signed-in/monitoring/completeness' });
  const navigate = useNavigate();
  const me = useMe().data;
  const units = useOrgUnits().data ?? [];
  const own = units.filter(
    ({ scope, kind }) =>
      ['region', 'municipality', 'school'].includes(kind) &&
      (me?.grants.some((grant) => grant.scope === scope) ?? false),
  );
  const unitId = search.unit ?? own[0]?.id;
  const unit = units.find(({ id }) => id === unitId);
  const above = units.find(({ id }) => id === unit?.parentId);
  const latest = schoolYearStartOf(today());
  const year = search.year ?? latest;
  const mayGoUp =
    above !== undefined &&
    me !== undefined &&
    canSomewhere(me, 'indicators.values') &&
    me.grants.some(({ scope }) => scope === above.scope);
  return (
    <Page title={texts.completeness} purpose={texts.completenessPurpose}>
      <Group align="flex-end">
        <NativeSelect
          label={texts.schoolYear}
          value={year}
          data={[0, 1, 2, 3, 4].map((back) => ({
            value: String(latest - back),
            label: schoolYearName(latest - back, language),
          }))}
          onChange={(event) =>
            void navigate({
              to: '/monitoring/completeness',
              search: { ...search, year: Number(event.currentTarget.value) },
            })
          }
        />
        {mayGoUp && (
          <Anchor component={Link} to={`/monitoring/completeness?unit=${above.id}&year=${year}`}>
            {above.shortName}
          </Anchor>
        )}
        {unit !== undefined && <Text fw={600}>{unit.shortName}</Text>}
      </Group>
      {unitId !== undefined && <Matrix orgUnitId={unitId} year={year} />}
    </Page>
  );
}

function Matrix({ orgUnitId, year }: { readonly orgUnitId: string; readonly year: number }) {
  const texts = useTexts(campaignTexts);
  return (
    <Loaded query={useCompleteness(orgUnitId, year)}>
      {(table) =>
        table.campaigns.length === 0 ? (
          <Text>{texts.nothingAsked}</Text>
        ) : (
          <MatrixTable table={table} orgUnitId={orgUnitId} year={year} />
        )
      }
    </Loaded>
  );
}

type MatrixProps = {
  readonly table: CompletenessTable;
  /** Of whom the table is. */
  readonly orgUnitId: string;
  readonly year: number;
};

function MatrixTable({ table, orgUnitId, year }: MatrixProps) {
  const texts = useTexts(campaignTexts);
  const { language } = useLanguage();
  return (
    <Table.ScrollContainer minWidth={600} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table withTableBorder striped className="stacked-table" aria-label={texts.completeness}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{texts[headOf(table)]}</Table.Th>
            {table.campaigns.map((campaign) => (
              <Table.Th key={campaign.id} scope="col">
                <Anchor component={Link} to={`/monitoring/campaigns/${campaign.id}`}>
                  {campaign.title}
                </Anchor>
                <Text size="sm" c="dimmed">
                  {periodName(periodOfCode(campaign.period), language)}
                </Text>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {table.lines.map((line) => (
            <Table.Tr key={line.orgUnitId}>
              <Table.Th scope="row">
                {line.isSchool || line.orgUnitId === orgUnitId ? (
                  line.name
                ) : (
                  <Anchor
                    component={Link}
                    to={`/monitoring/completeness?unit=${line.orgUnitId}&year=${year}`}
                  >
                    {line.name}
                  </Anchor>
                )}
              </Table.Th>
              {line.cells.map((tally, at) => (
                <Table.Td
                  key={table.campaigns[at]?.id}
                  data-title={table.campaigns.length > 1 ? table.campaigns[at]?.title : undefined}
                >
                  {tally === null ? (
                    '—'
                  ) : (
                    <Cell
                      tally={tally}
                      isOne={line.isSchool || table.campaigns[at]?.asks === 'municipality'}
                    />
                  )}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {table.lines.some(({ cells }) => cells.includes(null)) && (
        <Text size="sm" c="dimmed">
          {texts.notAskedHere}
        </Text>
      )}
    </Table.ScrollContainer>
  );
}

/** A municipality that is asked itself stands among its schools, a school straight under the region among municipalities. */
function headOf({ lines }: CompletenessTable): 'school' | 'municipality' | 'organisation' {
  if (lines.every(({ isSchool }) => isSchool)) return 'school';
  return lines.some(({ isSchool }) => isSchool) ? 'organisation' : 'municipality';
}

type CellProps = {
  readonly tally: FormTally;
  /** Of who is asked itself, not of all below a territory. */
  readonly isOne: boolean;
};

function Cell({ tally, isOne }: CellProps) {
  const texts = useTexts(campaignTexts);
  const { language } = useLanguage();
  const only = formStandings.find((standing) => tally[standing] === tally.expected);
  if (isOne && tally.expected === 1 && only !== undefined)
    return <StateBadge tone={standingTones[only]} word={texts.standings[only]} />;
  const rest = (['late', 'empty', 'returned', 'missing', 'waiting'] as const).filter(
    (standing) => tally[standing] > 0,
  );
  return (
    <>
      <Text>{formatShare(completeOf(tally), tally.expected, language)}</Text>
      <Text size="sm" c="dimmed">
        {[
          texts.inTime(tally['in-time']),
          ...rest.map((standing) => `${texts.standings[standing]} ${tally[standing]}`),
        ].join(' · ')}
      </Text>
    </>
  );
}
