import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { StateBadge } from '../ui/state-badge.tsx';
import { registryTexts } from './registry-catalog.ts';

export type UnitState = 'working' | 'notYetOpen' | 'isClosed';

export function unitState(unit: Pick<OrgUnit, 'openedOn' | 'closedOn'>, on: string): UnitState {
  if (unit.closedOn !== null && unit.closedOn < on) return 'isClosed';
  return unit.openedOn !== null && unit.openedOn > on ? 'notYetOpen' : 'working';
}

const tones = { working: 'current', notYetOpen: 'waits', isClosed: 'ended' } as const;

export function UnitStateBadge({ unit }: { readonly unit: OrgUnit }) {
  const texts = useTexts(registryTexts);
  const state = unitState(unit, today());
  return <StateBadge tone={tones[state]} word={texts[state]} />;
}
