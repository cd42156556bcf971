import { Button, Group, Stack, Text } from '@mantine/core';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { WaitsAlert } from '../ui/waits-alert.tsx';
import { formTexts } from './form-catalog.ts';
import type { FilledForm } from './use-form.ts';
import { valueText } from './value-text.ts';

/** What two people put into the same line: both values, and a choice; a total that another form was sent with is only told. */
export function FormClashes({ filled }: { readonly filled: FilledForm }) {
  const texts = useTexts(formTexts);
  const { language } = useLanguage();
  return filled.view.clashes.map(({ edit, theirs, isSettled }) => {
    const definition = filled.lines.get(edit.code)?.definition;
    if (definition === undefined) return null;
    const said = (value: Parameters<typeof valueText>[1]) =>
      valueText(definition.unit, value, { texts, language });
    return (
      <WaitsAlert
        key={edit.code}
        title={(isSettled ? texts.clash.known : texts.clash.title)(definition.name[language])}
        role="alert"
      >
        <Stack gap="xs">
          <Text size="sm">{texts.clash.mine(edit.isHeld ? edit.texts.amount : said(edit.value))}</Text>
          <Text size="sm">{(isSettled ? texts.clash.there : texts.clash.theirs)(said(theirs))}</Text>
          <Group>
            {!isSettled && (
              <Button size="xs" variant="default" onClick={() => filled.session.settle(edit.code, 'mine')}>
                {texts.clash.keepMine}
              </Button>
            )}
            <Button size="xs" variant="default" onClick={() => filled.session.settle(edit.code, 'theirs')}>
              {isSettled ? texts.closeNote : texts.clash.keepTheirs}
            </Button>
          </Group>
        </Stack>
      </WaitsAlert>
    );
  });
}
