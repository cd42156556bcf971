import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';

type WaitsAlertProps = { readonly title: string; readonly children: ReactNode; readonly role?: 'alert' };

/** What waits for the reader: amber ground, and words in the colour of text, which amber ones would be too pale for. */
export function WaitsAlert({ title, children, role }: WaitsAlertProps) {
  return (
    <Alert
      color="yellow"
      title={title}
      {...(role === undefined ? {} : { role })}
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
    >
      {children}
    </Alert>
  );
}
