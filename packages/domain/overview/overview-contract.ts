import { contract } from '../basics/contract.ts';
import { Overview } from './overview.ts';

export const overviewContract = contract({
  getOverview: {
    method: 'GET',
    path: '/overview',
    summary: 'Progress by territory and by section, what is late and what is due in the next 30 days',
    permission: { who: 'role', action: 'plans.read' },
    output: Overview,
  },
});
