import { Group, NativeSelect, Select, Text } from '@mantine/core';
import { can } from '@opora/domain/basics/can.ts';
import { schoolYearStartOf } from '@opora/domain/basics/school-calendar.ts';
import { isOpen, isSchool, type OrgUnit } from '@opora/domain/registry/org-unit.ts';
import type { SchoolPassportValue } from '@opora/domain/results/passport-contract.ts';
import { passportCodes } from '@opora/domain/results/social-passport.ts';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useMe } from '../accounts/use-me.ts';
import { useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { registryTexts } from '../registry/registry-catalog.ts';
import { useOrgUnits } from '../registry/use-registry.ts';
import { DataGrid } from '../ui/grid/data-grid.tsx';
import type { GridColumn } from '../ui/grid/grid-column.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { passportTexts } from './passport-catalog.ts';
import { PassportForm } from './passport-form.tsx';
import { PassportImport } from './passport-import.tsx';
import { usePassports } from './use-passports.ts';

/** Social passports of the person's schools: entered one by one or loaded from a file. */
export function PassportsPage() {
  const texts = useTexts(passportTexts);
  const units = useOrgUnits();
  const { data: me } = useMe();
  return (
    <Page title={texts.title} purpose={texts.purpose}>
      <Loaded query={units}>
        {(list) => {
          const schools = list.filter(
            (unit) =>
              isSchool(unit) && isOpen(unit, today()) && me !== undefined && can(me, 'results.read', unit),
          );
          return schools.length === 0 ? (
            <Text>{texts.noSchools}</Text>
          ) : (
            <Passports schools={schools} units={list} />
          );
        }}
      </Loaded>
    </Page>
  );
}

type SchoolsProps = { readonly schools: readonly OrgUnit[]; readonly units: readonly OrgUnit[] };

function Passports({ schools, units }: SchoolsProps) {
  const texts = useTexts(passportTexts);
  const { data: me } = useMe();
  const navigate = useNavigate();
  const latest = schoolYearStartOf(today());
  const search = useSearch({ from: '/signed-in/results/passports' });
  const schoolYear = search.year ?? latest;
  const whole = schools.filter(({ kind }) => kind === 'school');
  const chosen =
    schools.find(({ id }) => id === search.school) ?? (whole.length === 1 ? whole[0] : undefined);
  const go = (to: { school?: string | undefined; year?: number }) => {
    const next = { ...(chosen === undefined ? {} : { school: chosen.id }), year: schoolYear, ...to };
    const { school, ...rest } = next;
    void navigate({ to: '/results/passports', search: school === undefined ? rest : { school, ...rest } });
  };
  const enterable = schools.filter((school) => me !== undefined && can(me, 'passport.enter', school));
  const passports = usePassports(schoolYear);
  return (
    <>
      <Group align="flex-end">
        <NativeSelect
          label={texts.schoolYear}
          value={schoolYear}
          data={[0, 1, 2, 3].map((back) => ({
            value: String(latest - back),
            label: texts.schoolYearName(latest - back),
          }))}
          onChange={(event) => go({ year: Number(event.currentTarget.value) })}
        />
        {schools.length > 1 && (
          <Select
            label={texts.school}
            placeholder={texts.chooseSchool}
            searchable
            clearable={whole.length > 1}
            flex={1}
            maw={460}
            value={chosen?.id ?? null}
            data={labelled(schools, units)}
            onChange={(school) => go({ school: school ?? undefined })}
          />
        )}
      </Group>
      <Loaded query={passports}>
        {(values) => (
          <>
            {chosen !== undefined && enterable.includes(chosen) && (
              <PassportForm
                key={`${chosen.id} ${schoolYear}`}
                orgUnitId={chosen.id}
                schoolYear={schoolYear}
                known={values.filter(({ orgUnitId }) => orgUnitId === chosen.id)}
              />
            )}
            {chosen === undefined && enterable.length > 0 && (
              <PassportImport schoolYear={schoolYear} schools={enterable} />
            )}
            {chosen === undefined && (
              <PassportsTable
                schools={schools}
                units={units}
                values={values}
                onOpen={(school) => go({ school })}
              />
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

/** Two schools of one name are told apart by where they stand. */
function labelled(schools: readonly OrgUnit[], units: readonly OrgUnit[]) {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  return schools.map(({ id, shortName, parentId }) => {
    const above = parentId === null ? undefined : byId.get(parentId);
    return { value: id, label: above === undefined ? shortName : `${shortName}, ${above.shortName}` };
  });
}

type TableProps = SchoolsProps & {
  readonly values: readonly SchoolPassportValue[];
  readonly onOpen: (school: string) => void;
};

function PassportsTable({ schools, units, values, onOpen }: TableProps) {
  const texts = useTexts(passportTexts);
  const { municipality } = useTexts(registryTexts);
  const columns = useMemo((): readonly GridColumn<OrgUnit>[] => {
    const byId = new Map(units.map((unit) => [unit.id, unit]));
    const bySchool = Map.groupBy(values, ({ orgUnitId }) => orgUnitId);
    const totalOf = (id: string, group: 'X10' | 'X01') =>
      bySchool.get(id)?.find(({ variable }) => variable === group)?.total ?? null;
    return [
      { id: 'school', title: texts.school, kind: 'text', value: ({ shortName }) => shortName },
      {
        id: 'above',
        title: municipality,
        kind: 'choice',
        value: (school) => {
          const whole = school.kind === 'branch' ? byId.get(school.parentId ?? '') : school;
          return byId.get(whole?.parentId ?? '')?.shortName ?? null;
        },
      },
      {
        id: 'pupils',
        title: texts.groups.pupils,
        kind: 'number',
        widthPx: 150,
        value: ({ id }) => totalOf(id, 'X10'),
      },
      {
        id: 'said',
        title: texts.said,
        kind: 'number',
        widthPx: 180,
        value: ({ id }) => bySchool.get(id)?.length ?? 0,
        render: ({ id }) => texts.filled(bySchool.get(id)?.length ?? 0, passportCodes.length),
      },
    ];
  }, [municipality, texts, units, values]);
  return (
    <Section title={texts.schools}>
      <DataGrid
        id="passports"
        label={texts.schools}
        rows={schools}
        columns={columns}
        idOf={idOf}
        onOpen={({ id }) => onOpen(id)}
        bulkActions={noActions}
        empty={<Text>{texts.noSchools}</Text>}
      />
    </Section>
  );
}

const idOf = (unit: OrgUnit): string => unit.id;
const noActions = () => null;
