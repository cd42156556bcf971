import { Stack, Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';

type SectionProps = { readonly title: string; readonly purpose?: string; readonly children: ReactNode };

/** A titled part of a page. */
export function Section({ title, purpose, children }: SectionProps) {
  const id = useId();
  return (
    <Stack gap="sm" component="section" aria-labelledby={id}>
      <div>
        <Title order={2} size="h4" id={id}>
          {title}
        </Title>
        {purpose !== undefined && <Text c="dimmed">{purpose}</Text>}
      </div>
      {children}
    </Stack>
  );
}
