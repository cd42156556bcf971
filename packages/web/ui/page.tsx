import { Box, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';

type PageProps = {
  readonly title: string;
  /** One sentence that says what the page is for; shown under the title. */
  readonly purpose?: string;
  /** The one main action. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
};

/** Letters from which a title is an act's own and would fill the page in the size of a heading. */
const longTitle = 60;

/** A page has one title, at most one sentence of purpose and one main action. */
export function Page({ title, purpose, action, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} — Опора`;
  }, [title]);
  const isLong = title.length > longTitle;
  return (
    <Stack gap="md" component="section" aria-labelledby="page-title">
      <Group justify="space-between" align="flex-start" wrap="wrap">
        <Box maw={isLong ? 1100 : 760}>
          <Title order={1} size={isLong ? 'h4' : 'h2'} id="page-title">
            {title}
          </Title>
          {purpose !== undefined && <Text c="dimmed">{purpose}</Text>}
        </Box>
        {action !== undefined && <Box className="screen-only">{action}</Box>}
      </Group>
      {children}
    </Stack>
  );
}
