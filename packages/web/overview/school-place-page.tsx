import { SchoolPage } from '../registry/school-page.tsx';
import { SchoolResultsDoor } from '../results/school-results-door.tsx';
import { SchoolTypeField } from '../results/school-type-field.tsx';
import { SchoolVerdicts } from '../results/school-verdicts.tsx';
import { SchoolCycleParts } from './school-cycle-parts.tsx';

/** The page of a school with what every feature of the cycle knows of it: composed here, because only the last feature may know them all. */
export function SchoolPlacePage() {
  return (
    <SchoolPage
      cycle={(orgUnitId) => (
        <>
          <SchoolResultsDoor orgUnitId={orgUnitId} />
          <SchoolTypeField orgUnitId={orgUnitId} />
          <SchoolVerdicts orgUnitId={orgUnitId} />
          <SchoolCycleParts orgUnitId={orgUnitId} />
        </>
      )}
    />
  );
}
