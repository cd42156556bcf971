import { describe, expect, it } from 'vitest';
import { placeAtEnd, placeOf, placeStep, type PlanOrder, withPlace } from './activity-place.ts';

/** «1a 1b 2c» is: a and b in section 1, c in section 2; «-d» is d in no section. */
function order(line: string, sectionIds = ['1', '2', '3']): PlanOrder {
  const activities = line.split(' ').map((word) => ({
    id: word.slice(1),
    sectionId: word.startsWith('-') ? null : word.slice(0, 1),
  }));
  return { activities, sectionIds };
}

const lineOf = ({ activities }: PlanOrder): string =>
  activities.map(({ id, sectionId }) => `${sectionId ?? '-'}${id}`).join(' ');

function moved(line: string, id: string, direction: 'up' | 'down'): string {
  const from = order(line);
  const place = placeStep(from, id, direction);
  return place === null ? 'the edge' : lineOf({ ...from, activities: withPlace(from.activities, id, place) });
}

describe('one step', () => {
  it.each([
    ['1a 1b 1c', 'c', 'up', '1a 1c 1b'],
    ['1a 1b 1c', 'a', 'down', '1b 1a 1c'],
    ['1a 1b 1c', 'b', 'down', '1a 1c 1b'],
    ['1a 1b 2c', 'a', 'down', '1b 1a 2c'],
    // From the edge of its section into the next one, and back.
    ['1a 1b 2c', 'b', 'down', '1a 2b 2c'],
    ['1a 2b 2c', 'b', 'up', '1a 1b 2c'],
    // Through a section that holds nothing.
    ['1a 1b 3c', 'b', 'down', '1a 2b 3c'],
    ['1a 2b 3c', 'b', 'down', '1a 3b 3c'],
    ['1a 3b 3c', 'b', 'up', '1a 2b 3c'],
    // What stands in no section comes first.
    ['-a 1b', 'b', 'up', '-a -b'],
    ['-a 1b', 'a', 'up', 'the edge'],
    ['1a 1b', 'a', 'up', 'the edge'],
    ['1a 3b', 'b', 'down', 'the edge'],
    // Rows of one section that others stand between.
    ['1a 2b 1c', 'c', 'up', '1c 1a 2b'],
  ] as const)('%s: %s %s is %s', (line, id, direction, expected) => {
    expect(moved(line, id, direction)).toBe(expected);
  });
});

describe('to another section', () => {
  it.each([
    ['1a 1b 2c', 'a', '2', '1b 2c 2a'],
    ['1a 2b 3c', 'c', '1', '1a 1c 2b'],
    ['1a 1b 3c', 'a', '2', '1b 2a 3c'],
    ['1a', 'a', '3', '3a'],
  ])('%s: %s to section %s is %s', (line, id, sectionId, expected) => {
    const from = order(line);
    const activities = withPlace(from.activities, id, placeAtEnd(from, id, sectionId));
    expect(lineOf({ ...from, activities })).toBe(expected);
  });
});

it('the place it had takes it back', () => {
  const from = order('1a 1b 2c 2d');
  for (const { id } of from.activities) {
    const place = placeStep(from, id, 'down');
    if (place === null) continue;
    const away = withPlace(from.activities, id, place);
    expect(withPlace(away, id, placeOf(from, id))).toEqual(from.activities);
  }
});
