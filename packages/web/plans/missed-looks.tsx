import { Button, Text } from '@mantine/core';
import type { InstanceDetail } from '@opora/domain/plans/instance.ts';
import { useTexts } from '../platform/language.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { WaitsAlert } from '../ui/waits-alert.tsx';
import { questionsTexts } from './questions-catalog.ts';
import { useAskAboutInstance, useMissedLooks } from './use-questions.ts';

/** Where evidence is accepted: that it was not looked through, with the way to do it. Nothing when it was. */
export function MissedLook({ instance }: { readonly instance: InstanceDetail }) {
  const texts = useTexts(questionsTexts);
  const { connectionLost } = useTexts(uiTexts);
  const anew = useAskAboutInstance(instance.planId, instance.id);
  if (!instance.isLookMissed) return null;
  return (
    <WaitsAlert title={texts.missed}>
      <Text size="sm">{texts.missedOne}</Text>
      <Button
        mt="xs"
        size="compact-sm"
        variant="default"
        className="screen-only"
        loading={anew.isPending}
        onClick={() =>
          anew.mutate(undefined, {
            onSuccess: () => notify(texts.askedAnew),
            onError: (error) => notify(messageOf(error, connectionLost)),
          })
        }
      >
        {texts.askAnew}
      </Button>
    </WaitsAlert>
  );
}

/** The same over a whole plan; the button that looks anew stands beside, for who keeps the plan. */
export function MissedLooks({ planId, mayAsk }: { readonly planId: string; readonly mayAsk: boolean }) {
  const texts = useTexts(questionsTexts);
  const { data: missed } = useMissedLooks(planId);
  if (missed === undefined || (missed.instances === 0 && missed.isCompared)) return null;
  return (
    <WaitsAlert title={texts.missed}>
      {missed.instances > 0 && <Text size="sm">{texts.missedMany(missed.instances)}</Text>}
      {!missed.isCompared && <Text size="sm">{texts.notCompared}</Text>}
      {!mayAsk && missed.instances > 0 && <Text size="sm">{texts.tellKeeper}</Text>}
    </WaitsAlert>
  );
}
