import { Button, Collapse, Stack, Text } from '@mantine/core';
import { useId, useState, type ComponentProps } from 'react';
import { useTexts } from '../platform/language.tsx';
import { contextTexts } from './context-catalog.ts';
import { ContextWeightsForm } from './context-weights-form.tsx';

/** Weights are looked at rarely: they stay folded until somebody asks for them. */
export function FoldedWeights(props: ComponentProps<typeof ContextWeightsForm>) {
  const texts = useTexts(contextTexts);
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <Stack gap="xs" align="stretch">
      <Button
        variant="default"
        w="fit-content"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {texts.weights}
      </Button>
      <Collapse expanded={isOpen} id={id}>
        <Stack gap="sm">
          <Text c="dimmed">{texts.weightsPurpose}</Text>
          <ContextWeightsForm {...props} />
        </Stack>
      </Collapse>
    </Stack>
  );
}
