import { Button, List, Spoiler, Stack, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { keptWarningReason } from '@opora/domain/plans/read-warning-reason.ts';
import type { Plan, PlanWarning } from '@opora/domain/plans/plan.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { WaitsAlert } from '../ui/waits-alert.tsx';
import { plansTexts } from './plans-catalog.ts';

const PlanTitlesDialog = lazy(async () => ({
  default: (await import('./plan-titles-dialog.tsx')).PlanTitlesDialog,
}));

/** What the plan says of itself, and what is doubtful in its document: folded, because it is read once. */
export function PlanAbout({ plan, mayManage }: { readonly plan: Plan; readonly mayManage: boolean }) {
  const texts = useTexts(plansTexts);
  const [isEditing, setEditing] = useState(false);
  const hasWords =
    mayManage ||
    plan.annexTitle !== null ||
    plan.goal !== null ||
    plan.tasks.length > 0 ||
    plan.controller !== null;
  if (!hasWords && plan.warnings.length === 0) return null;
  return (
    <details>
      <summary>
        {texts.about}
        {plan.warnings.length > 0 && ` · ${texts.doubts(plan.warnings.length)}`}
      </summary>
      <Stack gap="xs" mt="xs" maw={900}>
        {plan.annexTitle !== null && (
          <Text>
            <b>{texts.annexTitle}.</b> {plan.annexTitle}
          </Text>
        )}
        {plan.goal !== null && (
          <Text>
            <b>{texts.goal}.</b> {plan.goal}
          </Text>
        )}
        {plan.tasks.length > 0 && (
          <div>
            <b>{texts.tasks}</b>
            <List type="ordered" size="sm" listStyleType={plan.tasks.every(isNumbered) ? 'none' : 'decimal'}>
              {plan.tasks.map((task) => (
                <List.Item key={task}>{task}</List.Item>
              ))}
            </List>
          </div>
        )}
        {plan.controller !== null && (
          <Text>
            <b>{texts.controller}.</b> {plan.controller}
          </Text>
        )}
        <Warnings warnings={plan.warnings} />
        {mayManage && (
          <Button
            size="xs"
            variant="default"
            className="screen-only"
            style={{ alignSelf: 'start' }}
            onClick={() => setEditing(true)}
          >
            {texts.editTitles}
          </Button>
        )}
      </Stack>
      {isEditing && (
        <Suspense>
          <PlanTitlesDialog plan={plan} onClose={() => setEditing(false)} />
        </Suspense>
      )}
    </details>
  );
}

export function Warnings({ warnings }: { readonly warnings: readonly PlanWarning[] }) {
  const texts = useTexts(plansTexts);
  const { language } = useLanguage();
  if (warnings.length === 0) return null;
  return (
    <WaitsAlert title={texts.doubts(warnings.length)}>
      <Text size="sm">{texts.doubtsHint}</Text>
      <Spoiler maxHeight={160} showLabel="…" hideLabel="×">
        <List size="sm">
          {warnings.map((warning) => (
            <List.Item key={JSON.stringify(warning)}>
              {warning.where !== '' && <b>{warning.where}: </b>}
              {keptWarningReason(warning, language)}
            </List.Item>
          ))}
        </List>
      </Spoiler>
    </WaitsAlert>
  );
}

/** A task that is printed with its number is not numbered again. */
const isNumbered = (text: string): boolean => /^\d+[.)]/.test(text);
