import '../ui/due-list.css';
import { Anchor, Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { dynamicsTexts } from '@opora/domain/indicators/dynamics-catalog.ts';
import type { Worsened } from '@opora/domain/indicators/dynamics-contract.ts';
import { valueWords } from '@opora/domain/indicators/dynamics-words.ts';
import { periodName } from '@opora/domain/indicators/period-catalog.ts';
import { periodOfCode } from '@opora/domain/indicators/report-period.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { Section } from '../ui/section.tsx';
import { useLookedUnits, useWorsened } from './use-dynamics.ts';
import { worsenedTexts } from './worsened-catalog.ts';

/** Of the widest territories that the person looks after; nothing for a school. */
export function WorsenedOfTerritories() {
  const units = useLookedUnits();
  const region = units.filter(({ kind }) => kind === 'region');
  const territories = region.length > 0 ? region : units.filter(({ kind }) => kind === 'municipality');
  return territories.map(({ id, shortName }) => <WorsenedSection key={id} id={id} name={shortName} />);
}

/** More are behind a button: the page is of collections first. */
const shownFirst = 5;

function WorsenedSection({ id, name }: { readonly id: string; readonly name: string }) {
  const texts = useTexts(worsenedTexts);
  const words = useTexts(dynamicsTexts);
  const [isWhole, setWhole] = useState(false);
  const { data } = useWorsened(id);
  if (data === undefined || data.compared === 0) return null;
  const { parts, compared, indicators } = data;
  return (
    <Section title={texts.title} purpose={texts.about(name)}>
      {parts.length === 0 ? (
        <Text>{texts.none}</Text>
      ) : (
        <ul className="due-list">
          {(isWhole ? parts : parts.slice(0, shownFirst)).map((part) => (
            <li key={part.id}>
              <Anchor component={Link} to={`/monitoring/dynamics?unit=${part.id}&group=all`}>
                {part.name}
              </Anchor>
              {part.changes.map((change) => (
                <Change key={`${change.code} ${change.last}`} change={change} indicators={indicators} />
              ))}
            </li>
          ))}
        </ul>
      )}
      {parts.length > shownFirst && !isWhole && (
        <div>
          <Button variant="default" size="compact-sm" onClick={() => setWhole(true)}>
            {texts.all(parts.length)}
          </Button>
        </div>
      )}
      <Text size="sm" c="dimmed">
        {texts.byChance(compared, Math.round(compared / 40))} {texts.regression}
      </Text>
      {indicators.some(({ isDiagnosticOnly }) => isDiagnosticOnly) && (
        <Text size="sm" c="dimmed">
          {words.diagnostic}
        </Text>
      )}
    </Section>
  );
}

type ChangeProps = {
  readonly change: Worsened['parts'][number]['changes'][number];
  readonly indicators: Worsened['indicators'];
};

function Change({ change: { code, before, last, from, to }, indicators }: ChangeProps) {
  const texts = useTexts(worsenedTexts);
  const { language } = useLanguage();
  const indicator = indicators.find((one) => one.code === code);
  if (indicator === undefined) return null;
  const at = (period: string) => periodName(periodOfCode(period), language);
  const number = (value: typeof from) => valueWords(indicator.unit, value, language);
  return (
    <Text size="sm">
      {texts.change(
        indicator.name[language],
        `${number(from)} (${at(before)})`,
        `${number(to)} (${at(last)})`,
      )}
    </Text>
  );
}
