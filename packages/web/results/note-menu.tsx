import { Button, Menu } from '@mantine/core';
import { can } from '@opora/domain/basics/can.ts';
import { noteContract } from '@opora/domain/results/note/note-contract.ts';
import type { TerritoryResults } from '@opora/domain/results/results-contract.ts';
import { useMe } from '../accounts/use-me.ts';
import { addressOf } from '../platform/call.ts';
import { useTexts } from '../platform/language.tsx';
import { useOrgUnits } from '../registry/use-registry.ts';
import { resultsTexts } from './results-catalog.ts';

type NoteMenuProps = { readonly results: TerritoryResults; readonly year: number };

/** The analytic note of the year on each territory whose results are the person's to answer for; nothing where there is none. */
export function NoteMenu({ results: { region, municipalities }, year }: NoteMenuProps) {
  const texts = useTexts(resultsTexts);
  const { data: me } = useMe();
  const { data: units = [] } = useOrgUnits();
  const scopes = new Map(units.map(({ id, scope }) => [id, scope]));
  const territories = [...(region === null ? [] : [region]), ...municipalities].filter(({ id }) => {
    const scope = scopes.get(id);
    return me !== undefined && scope !== undefined && can(me, 'results.read', { scope });
  });
  const [only] = territories;
  if (only === undefined) return null;
  const hrefOf = (territoryId: string): string =>
    addressOf(noteContract.exportNote, { query: { territoryId, year } });
  if (territories.length === 1)
    return (
      <Button component="a" variant="default" href={hrefOf(only.id)} download>
        {texts.note(year)}
      </Button>
    );
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="default">{texts.note(year)}</Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        {territories.map(({ id, name }) => (
          <Menu.Item key={id} component="a" href={hrefOf(id)} download>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
