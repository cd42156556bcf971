import { expect, it } from 'vitest';
import { mailFate, type MailTry } from './mail-fate.ts';

const now = new Date('2026-03-04T07:00:00Z');
const after = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);
const notNow: MailTry = { outcome: 'not-now', reason: '451' };

it.each<[string, { tried: MailTry; attempts: number; minutes: number }, object]>([
  ['taken', { tried: { outcome: 'taken' }, attempts: 1, minutes: 0 }, { state: 'sent', reason: null }],
  [
    'an address that is not there',
    { tried: { outcome: 'refused', reason: '550' }, attempts: 1, minutes: 0 },
    { state: 'refused', reason: '550' },
  ],
  [
    'broken half-way: missed rather than doubled',
    { tried: { outcome: 'unclear', reason: 'x' }, attempts: 1, minutes: 0 },
    { state: 'unclear', reason: 'x' },
  ],
  [
    'not now',
    { tried: notNow, attempts: 1, minutes: 0 },
    { state: 'waiting', tryAt: after(1), reason: '451' },
  ],
  [
    'not now, the third time',
    { tried: notNow, attempts: 3, minutes: 6 },
    { state: 'waiting', tryAt: after(15 + 6), reason: '451' },
  ],
  [
    'not now, the ninth time',
    { tried: notNow, attempts: 9, minutes: 300 },
    { state: 'waiting', tryAt: after(360), reason: '451' },
  ],
  [
    'not now, when the day is over',
    { tried: notNow, attempts: 20, minutes: 16 * 60 },
    { state: 'expired', reason: '451' },
  ],
])('%s', (_, { tried, attempts, minutes }, fate) => {
  expect(mailFate(tried, { attempts, createdAt: now }, after(minutes))).toEqual(fate);
});
