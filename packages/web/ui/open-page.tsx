import { Box, Center, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { useTexts } from '../platform/language.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { uiTexts } from './ui-catalog.ts';

type OpenPageProps = { readonly title: string; readonly purpose?: string; readonly children: ReactNode };

/** A page for somebody who is not signed in: one card in the middle. */
export function OpenPage({ title, purpose, children }: OpenPageProps) {
  const { product } = useTexts(uiTexts);
  useEffect(() => {
    document.title = `${title} — ${product}`;
  }, [title, product]);
  return (
    <Center mih="100dvh" p="md" component="main">
      <Stack w="100%" maw={420}>
        <Group justify="space-between">
          <Text fw={700} size="xl">
            {product}
          </Text>
          <LanguageSwitch />
        </Group>
        <Paper withBorder p="lg" radius="md">
          <Stack>
            <Box>
              <Title order={1} size="h3">
                {title}
              </Title>
              {purpose !== undefined && <Text c="dimmed">{purpose}</Text>}
            </Box>
            {children}
          </Stack>
        </Paper>
      </Stack>
    </Center>
  );
}
