import { describe, expect, it } from 'vitest';
import { FileRefusal } from '@opora/domain/basics/file-refusal.ts';
import { writeXlsx } from 'hucre';
import { readCalendar } from './read-calendar.ts';
import { readSchedule } from './read-schedule.ts';
import { makeDocx, p, textTable } from './testing/make-docx.ts';
import { makeZip } from './testing/make-zip.ts';

const bounds = {
  within: { start: '2026-01-01', end: '2026-12-31' },
  timeZone: 'Europe/Volgograd',
  entriesMax: 5000,
};
const event = (...lines: string[]): string =>
  ['BEGIN:VEVENT', 'UID:a', 'SUMMARY:Семинар', ...lines, 'END:VEVENT'].join('\r\n');
const calendar = (...events: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR', ''].join('\r\n');

function daysOf(text: string): string[] {
  const source = readCalendar(text, bounds);
  if (source.kind !== 'calendar') throw new Error('no calendar');
  return source.entries.map(({ startsOn, endsOn }) =>
    startsOn === endsOn ? startsOn : `${startsOn}/${endsOn}`,
  );
}

function refusalOf(text: string): string {
  try {
    readCalendar(text, bounds);
    return 'read';
  } catch (error) {
    if (error instanceof FileRefusal) return error.code;
    throw error;
  }
}

describe('days of an event', () => {
  it.each<[string, string[], string[]]>([
    ['all day', ['DTSTART;VALUE=DATE:20260312'], ['2026-03-12']],
    ['all day to the next one', ['DTSTART;VALUE=DATE:20260312', 'DTEND;VALUE=DATE:20260313'], ['2026-03-12']],
    ['three days', ['DTSTART;VALUE=DATE:20260312', 'DTEND;VALUE=DATE:20260315'], ['2026-03-12/2026-03-14']],
    ['by a length', ['DTSTART;VALUE=DATE:20260312', 'DURATION:P2D'], ['2026-03-12/2026-03-13']],
    ['the hour of its own zone', ['DTSTART;TZID=Asia/Vladivostok:20260312T003000'], ['2026-03-12']],
    [
      'an hour in UTC, by the clock here',
      ['DTSTART:20260312T220000Z', 'DTEND:20260312T230000Z'],
      ['2026-03-13'],
    ],
    ['until midnight', ['DTSTART:20260312T100000', 'DTEND:20260313T000000'], ['2026-03-12']],
    [
      'until midnight here, given in UTC',
      ['DTSTART:20260312T090000Z', 'DTEND:20260312T210000Z'],
      ['2026-03-12'],
    ],
    ['at midnight here, given in UTC', ['DTSTART:20260312T210000Z'], ['2026-03-13']],
    ['cancelled', ['DTSTART;VALUE=DATE:20260312', 'STATUS:CANCELLED'], []],
    ['of another year', ['DTSTART;VALUE=DATE:20250312'], []],
    [
      'monthly, four times',
      ['DTSTART;VALUE=DATE:20260312', 'RRULE:FREQ=MONTHLY;COUNT=4'],
      ['2026-03-12', '2026-04-12', '2026-05-12', '2026-06-12'],
    ],
    [
      'without an end, up to that of the plan',
      ['DTSTART;VALUE=DATE:20200115', 'RRULE:FREQ=YEARLY'],
      ['2026-01-15'],
    ],
    [
      'but for a day left out',
      ['DTSTART;VALUE=DATE:20260312', 'RRULE:FREQ=DAILY;COUNT=3', 'EXDATE;VALUE=DATE:20260313'],
      ['2026-03-12', '2026-03-14'],
    ],
    ['every hour is once', ['DTSTART:20260312T100000', 'RRULE:FREQ=HOURLY'], ['2026-03-12']],
  ])('%s', (_title, lines, days) => {
    expect(daysOf(calendar(event(...lines)))).toEqual(days);
  });

  it('one of a row that was moved stands where it was moved to', () => {
    const moved = event('RECURRENCE-ID;VALUE=DATE:20260319', 'DTSTART;VALUE=DATE:20260320');
    const weekly = event('DTSTART;VALUE=DATE:20260312', 'RRULE:FREQ=WEEKLY;COUNT=3');
    expect(daysOf(calendar(weekly, moved))).toEqual(['2026-03-12', '2026-03-20', '2026-03-26']);
  });

  it('what is too long ends in a sign that it goes on, and in no half of a letter', () => {
    const long = calendar(`${event('DTSTART;VALUE=DATE:20260312', `DESCRIPTION:а${'😀'.repeat(1500)}`)}`);
    const source = readCalendar(long, bounds);
    const about = source.kind === 'calendar' ? (source.entries[0]?.about ?? '') : '';
    expect([about.length <= 2000, about.endsWith('…'), about.isWellFormed()]).toEqual([true, true, true]);
  });

  it('a broken event is counted, and its neighbours are read', () => {
    const source = readCalendar(
      calendar(event('DTSTART:20261345'), event(), event('DTSTART;VALUE=DATE:20260312')),
      bounds,
    );
    expect(source).toMatchObject({ unread: 2, entries: [{ startsOn: '2026-03-12', title: 'Семинар' }] });
  });
});

describe('a hostile calendar', () => {
  it.each<[string, string, string]>([
    ['cut off', calendar(event('DTSTART;VALUE=DATE:20260312')).slice(0, -30), 'truncated'],
    ['of broken lines', 'BEGIN:VCALENDAR\r\nбез двоеточия\r\nEND:VCALENDAR', 'broken'],
    [
      'of 100,000 events',
      calendar(...Array.from({ length: 100_000 }, () => event('DTSTART;VALUE=DATE:20260312'))),
      'too-many-entries',
    ],
    [
      'of one that is every day for 400 calendars',
      calendar(
        ...Array.from({ length: 400 }, () => event('DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=DAILY')),
      ),
      'too-many-entries',
    ],
  ])('%s is refused soon', (_title, text, code) => {
    const start = performance.now();
    expect(refusalOf(text)).toBe(code);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('repeated every day since 1900 is read as far as that goes', () => {
    const old = event('DTSTART;VALUE=DATE:19000101', 'RRULE:FREQ=DAILY');
    const source = readCalendar(calendar(old), bounds);
    expect(source).toMatchObject({ kind: 'calendar', entries: [], unread: 1 });
  });
});

describe('a schedule in a file', () => {
  const rows = [
    ['Мероприятие', 'Дата'],
    ['Семинар', '12.03.2026'],
  ];
  it.each<[string, () => Promise<Uint8Array>]>([
    ['workbook', () => writeXlsx({ sheets: [{ name: 'График', rows }] })],
    ['text', async () => new TextEncoder().encode(rows.map((row) => row.join(';')).join('\n'))],
    ['document', async () => makeDocx({ body: p('График') + textTable(rows) })],
  ])('is its table, in a %s', async (_title, bytes) => {
    const source = await readSchedule(await bytes(), bounds);
    expect(source).toMatchObject({ kind: 'tables', sheets: [{ rows }] });
  });

  it('that is a bomb is refused', async () => {
    const sheet = {
      '[Content_Types].xml': 'spreadsheetml.sheet.main',
      'xl/workbook.xml': new Uint8Array(4_000_000),
    };
    const limits = { expandedBytes: 1_000_000 };
    await expect(readSchedule(makeZip(sheet), bounds, { limits })).rejects.toMatchObject({
      code: 'expands-too-much',
    });
  });

  it('that is a document without a table is refused', async () => {
    await expect(readSchedule(makeDocx({ body: p('График') }), bounds)).rejects.toMatchObject({
      code: 'not-a-table',
    });
  });
});
