import { Button, Menu } from '@mantine/core';
import { IconArrowDown, IconArrowsUpDown, IconArrowUp } from '@tabler/icons-react';
import type { Activity, Plan } from '@opora/domain/plans/plan.ts';
import { useTexts } from '../platform/language.tsx';
import { placeTexts } from './place-catalog.ts';
import { useActivityMoves } from './use-activity-moves.ts';

type ActivityPlaceMenuProps = { readonly plan: Plan; readonly activity: Activity };

/** Up, down, to another section: what Alt and the arrows do in the table. */
export function ActivityPlaceMenu({ plan, activity }: ActivityPlaceMenuProps) {
  const texts = useTexts(placeTexts);
  const moves = useActivityMoves(plan);
  const others = plan.sections.filter(({ id }) => id !== activity.sectionId);
  return (
    <Menu position="bottom-start" shadow="md" closeOnItemClick={false} withinPortal={false}>
      <Menu.Target>
        <Button variant="default" size="xs" leftSection={<IconArrowsUpDown size={14} aria-hidden />}>
          {texts.move}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} maw={420} style={{ overflowY: 'auto' }}>
        <Menu.Item
          leftSection={<IconArrowUp size={14} aria-hidden />}
          disabled={!moves.canStep(activity.id, 'up')}
          onClick={() => moves.step(activity.id, 'up')}
        >
          {texts.up}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowDown size={14} aria-hidden />}
          disabled={!moves.canStep(activity.id, 'down')}
          onClick={() => moves.step(activity.id, 'down')}
        >
          {texts.down}
        </Menu.Item>
        {others.length > 0 && <Menu.Label>{texts.toSection}</Menu.Label>}
        {others.map(({ id, title }) => (
          <Menu.Item key={id} closeMenuOnClick onClick={() => moves.toSection(activity.id, id)}>
            {title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
