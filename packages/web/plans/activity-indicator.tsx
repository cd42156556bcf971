import { Select, Text } from '@mantine/core';
import type { Indicator } from '@opora/domain/indicators/indicator.ts';
import { currentIndicators } from '@opora/domain/indicators/shipped-indicators.ts';
import type { Activity } from '@opora/domain/plans/plan.ts';
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
  const counted = currentIndicators(indicators.data).filter(isCountedByPlans);
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
    <Select
      className="screen-only"
      label={texts.countedBy}
      description={texts.countedByHint}
      searchable
      allowDeselect={false}
      disabled={set.isPending}
      error={set.error === null ? undefined : texts.countedByFailed}
      data={[
        { value: none, label: texts.countedByNone },
        ...counted.map((one) => ({ value: one.code, label: nameOf(one) })),
      ]}
      value={(set.isPending ? set.variables.indicator : activity.indicator) ?? none}
      onChange={(code) => set.mutate({ indicator: code === none ? null : code, version: activity.version })}
    />
  );
}

/** A share of schools that the register of plans knows by the code of the indicator. */
const isCountedByPlans = ({ code, origin }: Indicator): boolean =>
  origin.kind === 'computed' && origin.formula.includes(`plan.${code}.`);
