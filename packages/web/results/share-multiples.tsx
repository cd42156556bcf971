import './share-multiples.css';
import type { TerritoryResults } from '@opora/domain/results/results-contract.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { ChartWithTable } from '../ui/chart-with-table.tsx';
import { resultsTexts } from './results-catalog.ts';
import { sharePercent, shareWords } from './shown-words.ts';

type Row = TerritoryResults['dynamics'][number];

const size = { width: 150, height: 56, edge: 6 };

/** A small line of the share below the minimum for each unit, all on one scale, so that they can be compared at a glance. */
export function ShareMultiples({ rows }: { readonly rows: readonly Row[] }) {
  const texts = useTexts(resultsTexts);
  const { language } = useLanguage();
  const years = [...new Set(rows.flatMap((row) => row.years.map(({ year }) => year)))].toSorted(
    (one, other) => one - other,
  );
  const highest = Math.max(10, ...rows.flatMap((row) => row.years.map((each) => sharePercent(each) ?? 0)));
  const lastWords = (row: Row): string => {
    const last = row.years.at(-1);
    return last === undefined ? texts.noData : texts.smallLabel(last.year, shareWords(last, texts, language));
  };
  const multiples = (
    <ul className="share-multiples">
      {rows.map((row) => (
        <li key={row.id}>
          <span className="share-multiples-name">{row.name}</span>
          <SmallLine row={row} years={years} highest={highest} />
          <span className="share-multiples-words">{lastWords(row)}</span>
        </li>
      ))}
    </ul>
  );
  return (
    <ChartWithTable
      title={`${texts.dynamics}, ${years[0] ?? ''}–${years.at(-1) ?? ''}, 0–${Math.round(highest)} %`}
      chart={multiples}
      head={[texts.name, ...years.map(String)]}
      rows={rows.map((row) => ({
        id: row.id,
        cells: [
          row.name,
          ...years.map((year) => {
            const found = row.years.find((each) => each.year === year);
            return found === undefined ? texts.noData : shareWords(found, texts, language);
          }),
        ],
      }))}
    />
  );
}

type SmallLineProps = { readonly row: Row; readonly years: readonly number[]; readonly highest: number };

function SmallLine({ row, years, highest }: SmallLineProps) {
  const { width, height, edge } = size;
  const places = years.map((year, at) => {
    const found = row.years.find((each) => each.year === year);
    const share = found === undefined ? null : sharePercent(found);
    const x = edge + (at * (width - 2 * edge)) / Math.max(1, years.length - 1);
    return share === null ? null : { x, y: height - edge - (share * (height - 2 * edge)) / highest };
  });
  const steps = places.slice(1).flatMap((to, at) => {
    const from = places[at] ?? null;
    return from === null || to === null ? [] : [{ from, to }];
  });
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden>
      <line className="share-multiples-floor" x1={0} y1={height - edge} x2={width} y2={height - edge} />
      {steps.map(({ from, to }) => (
        <line key={from.x} className="share-multiples-step" x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
      ))}
      {places.map(
        (place) =>
          place !== null && (
            <circle key={place.x} className="share-multiples-point" cx={place.x} cy={place.y} r={3} />
          ),
      )}
    </svg>
  );
}
