import ical from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { CalendarEvent } from '@opora/domain/basics/calendar-event.ts';
import { writeCalendar } from './write-calendar.ts';

const events: CalendarEvent[] = [
  {
    uid: 'a-1@opora',
    startsOn: '2026-12-30',
    endsOn: '2026-12-30',
    title:
      'Срок: 3.4. Консультирование команд школ; «Ежемесячно, индивидуально», а название длиннее семидесяти пяти октетов',
    description: 'Дорожная карта\nПо приказу: «До 30.12.2026» \\ 100 %',
    address: 'https://opora.example/plans/1?activity=2&instance=3',
  },
  {
    uid: 'a-2@opora',
    startsOn: '2027-02-27',
    endsOn: '2027-03-02',
    title: 'Окно',
    description: '',
    address: null,
  },
];

describe('a calendar', () => {
  it('is read by another program with nothing lost', () => {
    const text = writeCalendar(events, { name: 'Опора: сроки', stampedAt: new Date('2026-11-22T06:00:00Z') });
    const calendar = new ical.Component(ical.parse(text));
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Опора: сроки');
    const read = calendar.getAllSubcomponents('vevent').map((part) => {
      const { uid, summary, description, startDate, endDate } = new ical.Event(part);
      expect([startDate.isDate, endDate.isDate]).toEqual([true, true]);
      const url = part.getFirstPropertyValue('url');
      return [uid, summary, description ?? '', startDate.toString(), endDate.toString(), url];
    });
    expect(read).toEqual([
      ['a-1@opora', events[0]!.title, events[0]!.description, '2026-12-30', '2026-12-31', events[0]!.address],
      ['a-2@opora', 'Окно', '', '2027-02-27', '2027-03-03', null],
    ]);
  });

  it('keeps every line to 75 octets and ends it as the format asks', () => {
    const text = writeCalendar(events, { name: 'Опора', stampedAt: new Date('2026-11-22T06:00:00Z') });
    const lines = text.split('\r\n');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  });

  it('without events is a calendar still', () => {
    const text = writeCalendar([], { name: 'Опора', stampedAt: new Date('2026-11-22T06:00:00Z') });
    expect(new ical.Component(ical.parse(text)).getAllSubcomponents('vevent')).toEqual([]);
  });
});
