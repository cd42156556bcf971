import { Button, Text } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { can } from '@opora/domain/basics/can.ts';
import type { PlanEditions } from '@opora/domain/plans/editions-contract.ts';
import { useMe } from '../accounts/use-me.ts';
import { useTexts } from '../platform/language.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { amendmentTexts } from './amendment-catalog.ts';
import { useBeginAmendment } from './use-editions.ts';

/** Opens the draft of an amendment that is there, or begins one; of a protocol says why there is none. Nothing for those who may not manage the plan. */
export function BeginAmendment({ plan }: { readonly plan: PlanEditions }) {
  const texts = useTexts(amendmentTexts);
  const { connectionLost } = useTexts(uiTexts);
  const me = useMe();
  const navigate = useNavigate();
  const begin = useBeginAmendment(plan.planId);
  if (me.data === undefined || !can(me.data, 'plans.manage', plan)) return null;
  if (plan.kind === 'protocol') {
    return (
      <Text size="sm" maw={480}>
        {texts.ofProtocol}
      </Text>
    );
  }
  if (plan.amendment !== null) {
    return (
      <Button component={Link} to={`/amendments/${plan.amendment.id}`}>
        {plan.amendment.state === 'waiting' ? texts.look : texts.goOn}
      </Button>
    );
  }
  return (
    <Button
      loading={begin.isPending}
      onClick={() =>
        begin.mutate(undefined, {
          onSuccess: (params) => void navigate({ to: '/amendments/$amendmentId', params }),
          onError: (error) => notify(messageOf(error, connectionLost)),
        })
      }
    >
      {texts.begin}
    </Button>
  );
}
