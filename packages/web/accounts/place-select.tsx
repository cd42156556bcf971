import { Select } from '@mantine/core';
import type { Place } from '@opora/domain/accounts/people-contract.ts';
import { usePlaces } from './use-people.ts';

type PlaceSelectProps = {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (orgUnitId: string | null) => void;
};

/** An organisation of those where the person may add people and give roles; typed to narrow the list. */
export function PlaceSelect({ label, value, onChange }: PlaceSelectProps) {
  const places = usePlaces(true);
  return (
    <Select
      label={label}
      required
      searchable
      limit={50}
      value={value}
      onChange={onChange}
      data={(places.data ?? []).map((place) => ({ value: place.id, label: wording(place) }))}
    />
  );
}

/** Two schools № 1 are told apart by what stands above them. */
function wording({ name, above, kind }: Place): string {
  return above === null || kind === 'municipality' ? name : `${name} (${above})`;
}
