import { Button, Group, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { planExportContract } from '@opora/domain/plans/plan-export-contract.ts';
import { addressOf } from '../platform/call.ts';
import { useTexts } from '../platform/language.tsx';
import { plansTexts } from './plans-catalog.ts';

type PlanActionsProps = {
  readonly planId: string;
  /** Null: she may not. */
  readonly add: (() => void) | null;
};

/** What can be done with a plan as a whole: taken out of the system, followed on pages of its own, added to. */
export function PlanActions({ planId, add }: PlanActionsProps) {
  const texts = useTexts(plansTexts);
  const params = { planId };
  const pages = [
    ['editions', texts.editions],
    ['control', texts.controlCard],
    ...(add === null
      ? []
      : ([
          ['dates', texts.awaitedDates],
          ['requirements', texts.requirements],
          ['narrative', texts.narrative],
          ['carry-over', texts.carryOver],
        ] as const)),
  ] as const;
  return (
    <Group gap="xs" className="screen-only">
      <Menu position="bottom-start" shadow="md">
        <MenuButton name={texts.takeOut} />
        <Menu.Dropdown>
          <Menu.Item component="a" href={addressOf(planExportContract.exportPlanDocx, { params })}>
            {texts.exportDocx}
          </Menu.Item>
          <Menu.Item component="a" href={addressOf(planExportContract.exportPlanXlsx, { params })}>
            {texts.exportXlsx}
          </Menu.Item>
          <Menu.Item onClick={() => window.print()}>{texts.print}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Menu position="bottom-start" shadow="md">
        <MenuButton name={texts.planPages} />
        <Menu.Dropdown>
          {pages.map(([page, name]) => (
            <Menu.Item key={page} component={Link} to={`/plans/${planId}/${page}`}>
              {name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {add !== null && <Button onClick={add}>{texts.addActivity}</Button>}
    </Group>
  );
}

function MenuButton({ name }: { readonly name: string }) {
  return (
    <Menu.Target>
      <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
        {name}
      </Button>
    </Menu.Target>
  );
}
