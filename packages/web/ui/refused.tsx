import { Alert } from '@mantine/core';
import { useTexts } from '../platform/language.tsx';
import { messageOf } from './message-of.ts';
import { uiTexts } from './ui-catalog.ts';

/** Why the last attempt failed, above the form it belongs to; nothing while none has. */
export function Refused({ error }: { readonly error: Error | null }) {
  const texts = useTexts(uiTexts);
  if (error === null) return null;
  return (
    <Alert color="red" role="alert">
      {messageOf(error, texts.connectionLost)}
    </Alert>
  );
}
