import type { FormStanding } from '@opora/domain/indicators/completeness.ts';
import type { StateTone } from '../ui/state-badge.tsx';

export const standingTones: Readonly<Record<FormStanding, StateTone>> = {
  'in-time': 'accepted',
  late: 'waits',
  empty: 'late',
  returned: 'waits',
  missing: 'late',
  waiting: 'plain',
};
