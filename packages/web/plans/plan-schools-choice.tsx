import { Button, Menu, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { plansContract } from '@opora/domain/plans/plans-contract.ts';
import { isParticipant } from '@opora/domain/plans/school-share.ts';
import { call } from '../platform/call.ts';
import { useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { plansTexts } from './plans-catalog.ts';
import { usePlans } from './use-plans.ts';

type PlanSchoolsChoiceProps = { readonly onChoose: (ids: readonly string[]) => void };

/** Schools that take part in a plan on this day; plans that are in force and concern the person. */
export function PlanSchoolsChoice({ onChoose }: PlanSchoolsChoiceProps) {
  const texts = useTexts(plansTexts);
  const words = useTexts(uiTexts);
  const plans = (usePlans().data ?? []).filter(({ state }) => state === 'in-force');
  const choose = useMutation({
    mutationFn: (planId: string) => call(plansContract.getPlan, { params: { planId } }),
    onSuccess: ({ schools }) =>
      onChoose(
        schools
          // Which schools are open, who chooses knows.
          .filter((school) => isParticipant({ ...school, openedOn: null, closedOn: null }, today()))
          .map(({ orgUnitId }) => orgUnitId),
      ),
    onError: (error) => notify(messageOf(error, words.connectionLost)),
  });
  if (plans.length === 0) return null;
  return (
    <Menu>
      <Menu.Target>
        <Button size="xs" variant="default" loading={choose.isPending}>
          {texts.schoolsOfPlan}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} maw={420} style={{ overflowY: 'auto' }}>
        {plans.map(({ id, title, ownerName }) => (
          <Menu.Item key={id} onClick={() => choose.mutate(id)}>
            {title}
            <Text size="xs" c="dimmed">
              {ownerName}
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
