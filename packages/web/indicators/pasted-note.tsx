import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { FormLine } from '@opora/domain/indicators/form-line.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { formTexts } from './form-catalog.ts';
import type { LastPaste } from './form-page.tsx';

type PastedNoteProps = {
  readonly paste: LastPaste;
  readonly lines: ReadonlyMap<string, FormLine>;
  readonly onUndo: () => void;
  readonly onClose: () => void;
};

/** What of a pasted block went where, and what found no place. */
export function PastedNote({ paste, lines, onUndo, onClose }: PastedNoteProps) {
  const texts = useTexts(formTexts);
  const { language } = useLanguage();
  const { placed, left } = paste.block;
  return (
    <Alert color="accent" role="status" title={texts.pasted(placed.length)}>
      <Stack gap="xs">
        <ul className="plain-list">
          {placed.map(({ code, row, amount, total, isDoubtful }) => (
            <li key={code}>
              <Text size="sm" span>
                {texts.pastedWhere(
                  row,
                  lines.get(code)?.definition.name[language] ?? code,
                  [amount, total].filter((part) => part !== '').join(' / '),
                )}
                {isDoubtful && <strong> ({texts.pastedDoubt})</strong>}
              </Text>
            </li>
          ))}
        </ul>
        {left.length > 0 && (
          <div>
            <Text size="sm" fw={600}>
              {texts.pastedLeft(left.length)}
            </Text>
            <ul className="plain-list">
              {left.map(({ row, text }) => (
                <li key={row}>
                  <Text size="sm" span>
                    {row}. {text}
                  </Text>
                </li>
              ))}
            </ul>
          </div>
        )}
        <Group>
          <Button size="xs" variant="default" onClick={onUndo}>
            {texts.undoPaste}
          </Button>
          <Button size="xs" variant="default" onClick={onClose}>
            {texts.closeNote}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
