import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { can } from '@opora/domain/basics/can.ts';
import type { OfferedMethodology } from '@opora/domain/results/identification-contract.ts';
import { IdentificationRule } from '@opora/domain/results/methodology.ts';
import { useMe } from '../accounts/use-me.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { useOrgUnits } from '../registry/use-registry.ts';
import { Loaded } from '../ui/loaded.tsx';
import { momentText } from '../ui/moment-text.ts';
import { Page } from '../ui/page.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { methodologyTexts } from './methodology-catalog.ts';
import { MethodologyForm } from './methodology-form.tsx';
import { ruleTexts } from './rule-catalog.ts';
import { RuleSummary } from './rule-summary.tsx';
import { useMethodologies } from './use-identification.ts';

/** Rules of identification: those that come with the product, said to be what they are, and the office's own with all their versions. */
export function MethodologiesPage() {
  const texts = useTexts(methodologyTexts);
  const offered = useMethodologies();
  const [edited, setEdited] = useState<OfferedMethodology | null>(null);
  return (
    <Page title={texts.methodologies} purpose={texts.purpose}>
      <Loaded query={offered}>
        {(all) =>
          [...Map.groupBy(all, ({ methodology }) => methodology.code).values()].map(
            ([latest, ...earlier]) =>
              latest && (
                <MethodologyCard
                  key={latest.methodology.code}
                  offered={latest}
                  earlier={earlier}
                  onEdit={() => setEdited(latest)}
                />
              ),
          )
        }
      </Loaded>
      {edited !== null && (
        <SidePanel
          key={edited.methodology.code}
          title={edited.id === null ? texts.newTitle : texts.nextTitle(edited.methodology.version + 1)}
          onClose={() => setEdited(null)}
        >
          <MethodologyForm from={edited} onDone={() => setEdited(null)} />
        </SidePanel>
      )}
    </Page>
  );
}

type MethodologyCardProps = {
  readonly offered: OfferedMethodology;
  /** The latest first. */
  readonly earlier: readonly OfferedMethodology[];
  readonly onEdit: () => void;
};

function MethodologyCard({ offered, earlier, onEdit }: MethodologyCardProps) {
  const texts = useTexts(methodologyTexts);
  const { methodology, orgUnitId } = offered;
  const me = useMe().data;
  const owner = useOrgUnits().data?.find(({ id }) => id === orgUnitId);
  const isOwn = owner !== undefined && me !== undefined && can(me, 'identification.manage', owner);
  return (
    <Paper withBorder p="md" component="section" aria-label={methodology.title}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start">
          <div>
            <Title order={2} size="h4">
              {methodology.title}
            </Title>
            <Group gap="xs">
              <Badge variant="outline" color="gray" tt="none">
                {offered.id === null ? texts.shipped : texts.ownOf(owner?.shortName ?? '—')}
              </Badge>
              <VersionLine offered={offered} />
            </Group>
          </div>
          <Button className="screen-only" variant="default" onClick={onEdit}>
            {isOwn ? texts.change : texts.copy}
          </Button>
        </Group>
        <Text size="sm">{methodology.standing}</Text>
        <RuleSummary rule={methodology} />
        <Sources methodology={methodology} />
        {earlier.length > 0 && (
          <details>
            <summary>{texts.earlier}</summary>
            <Stack gap="sm" mt="xs">
              {earlier.map((version) => (
                <div key={version.methodology.version}>
                  <VersionLine offered={version} />
                  <RuleSummary rule={version.methodology} />
                </div>
              ))}
            </Stack>
          </details>
        )}
      </Stack>
    </Paper>
  );
}

function VersionLine({ offered }: { readonly offered: OfferedMethodology }) {
  const texts = useTexts(methodologyTexts);
  const { language } = useLanguage();
  const { madeAt, madeBy, methodology } = offered;
  return (
    <Text size="sm" c="dimmed">
      {texts.version(methodology.version)}
      {madeAt !== null && ` · ${texts.madeBy(madeBy ?? '—', momentText(madeAt, language))}`}
    </Text>
  );
}

function Sources({ methodology }: { readonly methodology: OfferedMethodology['methodology'] }) {
  const texts = useTexts(methodologyTexts);
  const { parts } = useTexts(ruleTexts);
  const shown = IdentificationRule.keyof().options.filter((part) => methodology[part] !== undefined);
  return (
    <details>
      <summary>{texts.sources}</summary>
      <dl>
        {shown.map((part) => {
          const source = methodology.sources[part];
          return (
            <div key={part}>
              <Text size="sm" fw={600} component="dt">
                {parts[part]}
              </Text>
              <Text size="sm" component="dd" m={0} mb="xs" style={{ overflowWrap: 'anywhere' }}>
                {source === undefined ? texts.noSource : source.text}
                {source?.chosen === true && ` (${texts.chosen})`}
              </Text>
            </div>
          );
        })}
      </dl>
    </details>
  );
}
