import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { addDays } from '@opora/domain/basics/calendar-date.ts';
import { can } from '@opora/domain/basics/can.ts';
import { askableOf } from '@opora/domain/indicators/askable-of.ts';
import type { AskedLevel } from '@opora/domain/indicators/campaign.ts';
import type { CampaignDraft } from '@opora/domain/indicators/campaign-contract.ts';
import type { CampaignDetail } from '@opora/domain/indicators/campaign-view.ts';
import { dynamicsTexts } from '@opora/domain/indicators/dynamics-catalog.ts';
import type { ListedIndicator } from '@opora/domain/indicators/indicator-contract.ts';
import { periodOfCode, type ReportPeriod } from '@opora/domain/indicators/report-period.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { schoolTermsOf } from '@opora/domain/registry/school-year.ts';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe } from '../accounts/use-me.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { useCalendar } from '../registry/use-calendars.ts';
import { useOrgUnits } from '../registry/use-registry.ts';
import { DateField } from '../ui/date-field.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { uiTexts } from '../ui/ui-catalog.ts';
import { askableUnits } from './askable-units.ts';
import { askedCampaignTexts } from './asked-campaign-catalog.ts';
import { AskingFields } from './asking-fields.tsx';
import { campaignTexts } from './campaign-catalog.ts';
import { WeightNote } from './campaign-weight.tsx';
import { composedDraft, isTitled } from './composed-draft.ts';
import { PeriodPicker, usualPeriod } from './period-picker.tsx';
import { useCampaign, useSaveCampaign, useWeight } from './use-campaigns.ts';
import { useIndicators } from './use-indicators.ts';
import { WhatSection } from './what-section.tsx';
import { type SchoolSource, WhomSection } from './whom-section.tsx';

type PageProps = {
  /** Further ways to choose schools, of features that come after this one. */
  readonly schoolSource: SchoolSource;
};

/** A new campaign, empty or as the last one was. */
export function NewCampaignPage({ schoolSource }: PageProps) {
  const { copy } = useSearch({ from: '/signed-in/monitoring/campaigns/new' });
  const last = useCampaign(copy ?? '');
  if (copy === undefined) return <Composing from={null} known={null} schoolSource={schoolSource} />;
  return (
    <Loaded query={last}>
      {(from) => <Composing from={from} known={null} schoolSource={schoolSource} />}
    </Loaded>
  );
}

/** A draft, changed. */
export function DraftCampaignPage({ schoolSource }: PageProps) {
  const { campaignId } = useParams({ from: '/signed-in/monitoring/campaigns/$campaignId/draft' });
  const draft = useCampaign(campaignId);
  return (
    <Loaded query={draft}>
      {(known) => <Composing from={known} known={known} schoolSource={schoolSource} />}
    </Loaded>
  );
}

function Composing(props: Omit<ComposerProps, 'units' | 'definitions'>) {
  const units = useOrgUnits();
  const definitions = useIndicators();
  return (
    <Loaded query={units}>
      {(list) => (
        <Loaded query={definitions}>{(all) => <Composer {...props} units={list} definitions={all} />}</Loaded>
      )}
    </Loaded>
  );
}

type ComposerProps = {
  readonly units: readonly OrgUnit[];
  readonly definitions: readonly ListedIndicator[];
  readonly schoolSource: SchoolSource;
  /** What stands in the fields at first. */
  readonly from: CampaignDetail | null;
  readonly known: CampaignDetail | null;
};

function Composer({ units, definitions, schoolSource, from, known }: ComposerProps) {
  const texts = useTexts(campaignTexts);
  const words = useTexts(uiTexts);
  const { language } = useLanguage();
  const { groups: groupNames } = useTexts(dynamicsTexts);
  const me = useMe().data;
  const navigate = useNavigate();
  const save = useSaveCampaign();
  // The widest first: that is the one who composes stands for.
  const territories = units
    .filter(
      (unit) =>
        (unit.kind === 'region' || unit.kind === 'municipality') &&
        me !== undefined &&
        can(me, 'indicators.manage', unit),
    )
    .toSorted((one, other) => one.scope.length - other.scope.length);
  const [unitId, setUnitId] = useState(from?.orgUnitId ?? territories[0]?.id ?? '');
  const territory = territories.find(({ id }) => id === unitId);
  const [asks, setAsks] = useState<AskedLevel>(from?.asks ?? 'school');
  const asked = useTexts(askedCampaignTexts)[asks];
  const indicators = askableOf(definitions, territory?.scope ?? '', asks);
  const byCode = new Map(indicators.map((one) => [one.code, one]));
  const terms = schoolTermsOf(useCalendar(unitId).data?.schoolYears ?? []);
  const [title, setTitle] = useState(from?.title ?? '');
  const [period, setPeriod] = useState<ReportPeriod>(
    from === null
      ? usualPeriod('school-year')
      : known === null
        ? periodAgain(periodOfCode(from.period))
        : periodOfCode(from.period),
  );
  const [codes, setCodes] = useState<string[]>(
    from?.sections.flatMap((section) => section.indicators.map(({ code }) => code)) ?? [],
  );
  const [droppedCount, setDroppedCount] = useState(0);
  const [schoolIds, setSchoolIds] = useState<string[]>(schoolsOf(from));
  /** What does not fit who is asked now goes. Municipalities are few, and most collections ask all of them. */
  const ask = (unit: OrgUnit | undefined, wanted: AskedLevel) => {
    const next = unit?.kind === 'region' ? wanted : 'school';
    const scope = unit?.scope ?? '';
    const askable = new Set(askableOf(definitions, scope, next).map(({ code }) => code));
    const kept = codes.filter((code) => askable.has(code));
    setUnitId(unit?.id ?? '');
    setAsks(next);
    setCodes(kept);
    setDroppedCount(codes.length - kept.length);
    setSchoolIds(
      next === 'municipality' ? askableUnits(units, { scope, asks: next }).map(({ id }) => id) : [],
    );
  };
  const [approver, setApprover] = useState<CampaignDraft['approvedBy']>(from?.approvedBy ?? 'region');
  const isAgain = from !== null && known === null;
  const [opensOn, setOpensOn] = useState<string | null>(isAgain || from === null ? today() : from.opensOn);
  const [lateAfter, setLate] = useState<string | null>(
    isAgain || from === null ? addDays(today(), 14) : from.lateAfter,
  );
  const [closedAfter, setClosed] = useState<string | null>(
    isAgain || from === null ? addDays(today(), 21) : from.closedAfter,
  );
  const usable = codes.filter((code) => byCode.get(code)?.periods.includes(period.kind) ?? false);
  const isMunicipal = territory?.kind === 'municipality';
  const missing = [
    isTitled(title) ? null : texts.needs.title,
    usable.length === 0 ? texts.needs.indicators : null,
    schoolIds.length === 0 ? asked.need : null,
  ].filter((one) => one !== null);
  const draft = composedDraft({
    title,
    asks,
    period,
    indicators: usable.flatMap((code) => byCode.get(code) ?? []),
    nameOfGroup: (group) => groupNames[group],
    approvedBy: isMunicipal ? 'municipality' : asks === 'municipality' ? 'region' : approver,
    opensOn,
    lateAfter,
    closedAfter,
    schoolIds,
  });
  const weight = useWeight(
    draft === null || schoolIds.length === 0 || asks === 'municipality'
      ? null
      : {
          asks: draft.asks,
          period: draft.period,
          sections: draft.sections,
          schoolIds,
          lateAfter: draft.lateAfter,
          orgUnitId: unitId,
          campaignId: known?.id ?? null,
        },
  );
  const error = weight.error ?? save.error;
  const submit = () =>
    draft !== null &&
    save.mutate(
      { known, orgUnitId: unitId, draft },
      {
        onSuccess: ({ campaignId }) => {
          notify(texts.saved);
          void navigate({ to: '/monitoring/campaigns/$campaignId', params: { campaignId } });
        },
      },
    );
  return (
    <Page title={known === null ? texts.composeTitle : texts.editTitle} purpose={asked.composePurpose}>
      <Stack maw={900}>
        <TextInput
          label={texts.name}
          placeholder={texts.namePlaceholder}
          required
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <AskingFields
          territory={territory}
          territories={known === null ? territories : []}
          asks={asks}
          onAsk={ask}
          droppedCount={droppedCount}
          approver={approver}
          onApprover={setApprover}
        />
        <PeriodPicker value={period} onChange={setPeriod} terms={terms} />
        <WhatSection
          asks={asks}
          indicators={indicators}
          value={codes}
          usableCount={usable.length}
          onChange={(chosen) => {
            setCodes(chosen);
            setDroppedCount(0);
          }}
        />
        {territory !== undefined && (
          <WhomSection
            units={units}
            territory={territory}
            asks={asks}
            source={schoolSource}
            value={schoolIds}
            onChange={setSchoolIds}
          />
        )}
        <Section title={texts.until}>
          <Group align="flex-start">
            <DateField label={texts.facts.opens} value={opensOn} onChange={setOpensOn} required />
            <DateField label={texts.facts.late} value={lateAfter} onChange={setLate} required />
            <DateField label={texts.facts.closed} value={closedAfter} onChange={setClosed} required />
          </Group>
        </Section>
        {asks === 'school' && (
          <Section title={texts.weight}>
            {(usable.length === 0 || schoolIds.length === 0) && <Text c="dimmed">{texts.weightLater}</Text>}
            {weight.data !== undefined && weight.data !== null && (
              <WeightNote
                weight={weight.data}
                nameOf={(code) => byCode.get(code)?.name[language] ?? code}
                onDropIndicators={(dropped) =>
                  setCodes((now) => now.filter((code) => !dropped.includes(code)))
                }
                onDropSchools={(dropped) => setSchoolIds((now) => now.filter((id) => !dropped.includes(id)))}
              />
            )}
          </Section>
        )}
        {error !== null && (
          <Text c="var(--opora-late)" role="alert">
            {messageOf(error, words.connectionLost)}
          </Text>
        )}
        <Group>
          <Button disabled={draft === null} loading={save.isPending} onClick={submit}>
            {texts.saveDraft}
          </Button>
          {missing.length > 0 && (
            <Text size="sm" role="status">
              {texts.stillNeeded(missing)}
            </Text>
          )}
        </Group>
      </Stack>
    </Page>
  );
}

/** Asked again, of the present: a point of a programme has its own day. */
const periodAgain = (period: ReportPeriod): ReportPeriod =>
  period.kind === 'point' ? period : usualPeriod(period.kind);

/** Of a draft those it is meant for, else those it asked. */
function schoolsOf(from: CampaignDetail | null): string[] {
  if (from === null) return [];
  if (from.state === 'draft') return from.schoolIds;
  return from.forms.filter(({ releasedOn }) => releasedOn === null).map(({ orgUnitId }) => orgUnitId);
}
