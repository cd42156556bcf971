import { Button, Select, Stack, Text } from '@mantine/core';
import type { Indicator } from '@opora/domain/indicators/indicator.ts';
import { currentIndicators } from '@opora/domain/indicators/shipped-indicators.ts';
import type { Activity } from '@opora/domain/plans/plan.ts';
import { proposeIndicators } from '@opora/domain/plans/propose-indicators.ts';
import { useIndicators } from '../indicators/use-indicators.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { instanceTexts } from './instance-catalog.ts';
import { useSetActivityIndicator } from './use-plans.ts';

/** Chosen by keyboard like any other. */
const none = '';

type ActivityIndicatorProps = { readonly activity: Activity; readonly mayManage: boolean };

/** By which indicator schools that carried the activity out are counted; whoever manages the plan chooses it. */
export function ActivityIndicator({ activity, mayManage }: ActivityIndicatorProps) {
  const texts = useTexts(instanceTexts);
  const { language } = useLanguage();
  const set = useSetActivityIndicator(activity.id);
  const indicators = useIndicators();
  const current = currentIndicators(indicators.data);
  const counted = current.filter((one) => isCountedByPlans(one) || one.code === activity.indicator);
  const proposed = activity.indicator === null ? proposeIndicators(activity.expected, current) : [];
  const isOther = counted.some((one) => one.code === activity.indicator && !isCountedByPlans(one));
  const put = (indicator: string | null) => set.mutate({ indicator, version: activity.version });
  const nameOf = ({ code, name }: Indicator): string => `${code} · ${name[language]}`;
  if (!mayManage) {
    const own = counted.find(({ code }) => code === activity.indicator);
    return own === undefined ? null : (
      <Text size="sm">
        {texts.countedBy}: {nameOf(own)}
      </Text>
    );
  }
  return (
    <Stack gap="xs" className="screen-only">
      {proposed.map(({ code, raw, isDoubtful }) => {
        const indicator = current.find((one) => one.code === code);
        if (indicator === undefined) return null;
        return (
          <Stack key={code} gap={4} align="flex-start">
            <Text size="sm">
              {(isDoubtful ? texts.namesPerhaps : texts.names)(raw, nameOf(indicator))}
              {isCountedByPlans(indicator) ? '' : ` ${texts.namedElsewhere}`}
            </Text>
            <Button size="compact-sm" variant="default" loading={set.isPending} onClick={() => put(code)}>
              {texts.takeIndicator(code)}
            </Button>
          </Stack>
        );
      })}
      <Select
        label={texts.countedBy}
        description={isOther ? texts.namedElsewhere : texts.countedByHint}
        searchable
        allowDeselect={false}
        disabled={set.isPending}
        error={set.error === null ? undefined : texts.countedByFailed}
        data={[
          { value: none, label: texts.countedByNone },
          ...counted.map((one) => ({ value: one.code, label: nameOf(one) })),
        ]}
        value={(set.isPending ? set.variables.indicator : activity.indicator) ?? none}
        onChange={(code) => put(code === none ? null : code)}
      />
    </Stack>
  );
}

/** A share of schools that the register of plans knows by the code of the indicator. */
const isCountedByPlans = ({ code, origin }: Indicator): boolean =>
  origin.kind === 'computed' && origin.formula.includes(`plan.${code}.`);
