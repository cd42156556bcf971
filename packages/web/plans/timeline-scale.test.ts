import { describe, expect, it } from 'vitest';
import { barOf, timelineScale, xOf } from './timeline-scale.ts';

const room = { widthMinPx: 365, monthMinPx: 1, today: '2026-03-10' };
const year = { activities: [], periodStartsOn: '2026-01-15', periodEndsOn: '2026-12-20' };

describe('the scale', () => {
  it('covers whole months of the plan’s period, a pixel a day when there is just room', () => {
    const scale = timelineScale(year, room);
    expect(scale.months).toHaveLength(12);
    expect([scale.start, scale.widthPx, scale.pxPerDay]).toEqual(['2026-01-01', 365, 1]);
    expect(scale.months[1]).toEqual({ month: '2026-02', xPx: 31, widthPx: 28 });
  });

  it('names quarters by Roman numbers with the year', () => {
    const titles = timelineScale(year, room).quarters.map((quarter) => quarter.title);
    expect(titles).toEqual(['I 2026', 'II 2026', 'III 2026', 'IV 2026']);
  });

  it('reaches to terms outside the period, and stands at today when nothing has a date', () => {
    const term = { label: null, startsOn: null, dueOn: '2027-02-03', counts: {} };
    const late = { ...year, activities: [{ terms: [term] }] };
    // Only the terms of an activity are read.
    expect(timelineScale(late as never, room).months.at(-1)?.month).toBe('2027-02');
    const empty = { activities: [], periodStartsOn: null, periodEndsOn: null };
    expect(timelineScale(empty, room).months.map(({ month }) => month)).toEqual(['2026-03']);
  });

  it('gives each month its least width', () => {
    expect(timelineScale(year, { ...room, monthMinPx: 60 }).widthPx).toBeCloseTo(720);
  });
});

describe('a bar', () => {
  const scale = timelineScale(year, room);
  it('covers its last day', () => {
    expect(barOf(scale, { startsOn: '2026-02-01', dueOn: '2026-02-28' })).toEqual({
      xPx: 31,
      widthPx: 28,
      isMark: false,
    });
  });

  it('of a last day alone is a mark that ends with that day', () => {
    const bar = barOf(scale, { startsOn: null, dueOn: '2026-02-10' });
    expect(bar?.isMark).toBe(true);
    expect((bar?.xPx ?? 0) + (bar?.widthPx ?? 0)).toBe(xOf(scale, '2026-02-11'));
  });

  it('without an end runs to the end of the scale, and without dates is none', () => {
    expect(barOf(scale, { startsOn: '2026-12-01', dueOn: null })?.widthPx).toBe(31);
    expect(barOf(scale, { startsOn: null, dueOn: null })).toBeNull();
  });
});
