import { Anchor, Breadcrumbs, Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { canSomewhere, can } from '@opora/domain/basics/can.ts';
import { isSchool } from '@opora/domain/registry/org-unit.ts';
import type { OrgUnitDetails } from '@opora/domain/registry/registry-contract.ts';
import { Link, useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useMe } from '../accounts/use-me.ts';
import { useTexts } from '../platform/language.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { AliasList } from './alias-list.tsx';
import { OrgUnitEditForm } from './org-unit-form.tsx';
import { registryTexts } from './registry-catalog.ts';
import { RemoveUnit } from './remove-unit.tsx';
import { Requisites } from './requisites.tsx';
import { SchoolCategories } from './school-categories.tsx';
import { SchoolProjects } from './school-projects.tsx';
import { UnitHistory } from './unit-history.tsx';
import { UnitPeople } from './unit-people.tsx';
import { UnitStateBadge } from './unit-state.tsx';
import { useOrgUnitDetails } from './use-registry.ts';

type SchoolPageProps = {
  /** What later features of the cycle know of the school: plans, visits, indicators, documents. */
  readonly cycle?: (orgUnitId: string) => ReactNode;
};

/** A school is a place: all that is known of it in one page. */
export function SchoolPage({ cycle }: SchoolPageProps) {
  const { schoolId } = useParams({ from: '/signed-in/schools/$schoolId' });
  const details = useOrgUnitDetails(schoolId);
  return (
    <Loaded query={details} key={schoolId}>
      {(known) => <School details={known}>{cycle?.(schoolId)}</School>}
    </Loaded>
  );
}

function School({ details, children }: { readonly details: OrgUnitDetails; readonly children: ReactNode }) {
  const texts = useTexts(registryTexts);
  const { data: me } = useMe();
  const [isEdited, setEdited] = useState(false);
  const { unit, line, aliases } = details;
  const mayManage = me !== undefined && can(me, 'registry.manage', unit);
  return (
    <Page
      title={unit.name}
      action={
        mayManage && (
          <Group>
            <RemoveUnit unit={unit} />
            <Button onClick={() => setEdited(true)}>{texts.edit}</Button>
          </Group>
        )
      }
    >
      <Stack gap="xl">
        <Stack gap="xs">
          <Breadcrumbs>
            {line.map((above) =>
              isSchool(above) ? (
                <Anchor key={above.id} component={Link} to={`/schools/${above.id}`}>
                  {above.shortName}
                </Anchor>
              ) : (
                <Text key={above.id} c="dimmed">
                  {above.shortName}
                </Text>
              ),
            )}
          </Breadcrumbs>
          <Group>
            <UnitStateBadge unit={unit} />
          </Group>
        </Stack>
        <Section title={texts.requisites}>
          <Requisites unit={unit} />
        </Section>
        {children}
        {unit.kind === 'school' && (
          <Section title={texts.branches}>
            <Branches details={details} />
          </Section>
        )}
        <SchoolCategories orgUnitId={unit.id} categories={details.categories} mayManage={mayManage} />
        <SchoolProjects orgUnitId={unit.id} projects={details.projects} mayManage={mayManage} />
        {me !== undefined && canSomewhere(me, 'people.read') && (
          <Section title={texts.people}>
            <UnitPeople orgUnitId={unit.id} />
          </Section>
        )}
        <Section title={texts.aliases}>
          <AliasList orgUnitId={unit.id} aliases={aliases} mayManage={mayManage} />
        </Section>
        {me !== undefined && can(me, 'audit.read', unit) && (
          <Section title={texts.history}>
            <UnitHistory orgUnitId={unit.id} />
          </Section>
        )}
      </Stack>
      {isEdited && (
        <SidePanel title={texts.edit} onClose={() => setEdited(false)}>
          <OrgUnitEditForm unit={unit} onDone={() => setEdited(false)} />
        </SidePanel>
      )}
    </Page>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Stack gap="xs" component="section" aria-label={title}>
      <Title order={2} size="h4">
        {title}
      </Title>
      {children}
    </Stack>
  );
}

function Branches({ details }: { readonly details: OrgUnitDetails }) {
  const texts = useTexts(registryTexts);
  if (details.below.length === 0) return <Text c="dimmed">{texts.noBranches}</Text>;
  return (
    <List>
      {details.below.map((branch) => (
        <List.Item key={branch.id}>
          <Anchor component={Link} to={`/schools/${branch.id}`}>
            {branch.name}
          </Anchor>
        </List.Item>
      ))}
    </List>
  );
}
