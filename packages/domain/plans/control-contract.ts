import { z } from 'zod';
import { contract } from '../basics/contract.ts';
import { ControlCard, ControlMark } from './control-card.ts';

const PlanId = z.object({ planId: z.uuid() });
const ActivityId = z.object({ activityId: z.uuid() });

export const controlContract = contract({
  getControlCard: {
    method: 'GET',
    path: '/plans/:planId/control',
    summary: 'The control card of an order: each point with its term, what was done, moved terms and marks',
    permission: { who: 'role-on-thing', action: 'plans.read' },
    params: PlanId,
    output: ControlCard,
  },
  exportControlCard: {
    method: 'GET',
    path: '/plans/:planId/control.docx',
    summary: 'The control card on paper',
    permission: { who: 'role-on-thing', action: 'plans.read' },
    params: PlanId,
    output: z.null(),
    download: true,
  },
  markControl: {
    method: 'POST',
    path: '/activities/:activityId/control-marks',
    summary:
      'Take a point off control on a ground, or put it back; by its controller and who manages the plan',
    permission: { who: 'role-on-thing', action: 'plans.read' },
    params: ActivityId,
    body: ControlMark.pick({ kind: true }).extend({ ground: z.string().trim().min(1).max(2000) }),
    output: ActivityId,
  },
});
