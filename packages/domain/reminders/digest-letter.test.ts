import { describe, expect, it } from 'vitest';
import { digestLetter } from './digest-letter.ts';
import { type DigestContent, groupsOfDigest, type PlanLine, sumOfCounts } from './reminder.ts';

const id = (digit: number): string => `00000000-0000-4000-8000-00000000000${digit}`;
const line = (changes: Partial<PlanLine>): PlanLine => ({
  kind: 'soon',
  planId: id(1),
  planTitle: 'Дорожная карта',
  activityId: id(2),
  no: '1.2',
  title: 'Семинар для школьных команд',
  deadline: 'март 2026',
  dueOn: '2026-03-31',
  instanceId: id(3),
  schoolName: null,
  count: 1,
  isNew: false,
  ...changes,
});
const content: DigestContent = {
  lines: [
    line({ dueOn: '2026-03-11' }),
    line({ kind: 'late', dueOn: '2026-03-03', schoolName: 'МБОУ «СОШ № 1»', isNew: true }),
    line({ kind: 'late', dueOn: '2026-02-28', instanceId: null, count: 12, deadline: '' }),
    line({ kind: 'waiting', dueOn: null, title: 'Отчёт <о> работе & мерах', deadline: 'по графику' }),
  ],
  counts: { late: 13, waiting: 1, soon: 40 },
  leftOut: 3,
};
const facts = { day: '2026-03-04', content, name: 'Анна Петровна', publicUrl: 'https://opora.example' };

it('groups come the most pressing first, the earliest last day first, with counts of what is left out too', () => {
  const groups = groupsOfDigest(content);
  expect(groups.map(({ kind, count }) => `${kind} ${count}`)).toEqual(['late 13', 'waiting 1', 'soon 40']);
  expect(groups[0]?.lines.map(({ dueOn }) => dueOn)).toEqual(['2026-02-28', '2026-03-03']);
  expect(sumOfCounts(content)).toBe(54);
});

describe('the letter', () => {
  const { subject, text, html } = digestLetter({ ...facts, language: 'ru' });

  it('says in its subject how much and for which day', () => {
    expect(subject).toBe('Опора: 54 напоминания на 04.03.2026');
  });

  it('tells of each line what, the phrase of the order, the day, the school, the plan and where to look', () => {
    expect(text).toContain(
      `— 1.2 Семинар для школьных команд · МБОУ «СОШ № 1» [новое]\n  март 2026 · 03.03.2026 (вчера) — Дорожная карта\n  https://opora.example/plans/${id(1)}?activity=${id(2)}&instance=${id(3)}`,
    );
    expect(text).toContain('— 1.2 Семинар для школьных команд · 12 исполнений\n  28.02.2026 (4 дня назад)');
    expect(text).toContain(`?activity=${id(2)}\n`);
    expect(text).toContain('по графику — Дорожная карта');
  });

  it('ends with what did not fit and with the way to the settings', () => {
    expect(text).toContain('Ещё 3 строки не поместились');
    expect(text).toContain('отказаться от писем: https://opora.example/account#reminders');
  });

  it('has the same in HTML, with every text escaped', () => {
    expect(html).toContain('Отчёт &lt;о&gt; работе &amp; мерах');
    expect(html).toContain(`?activity=${id(2)}&amp;instance=${id(3)}"`);
    expect(html).not.toContain('<о>');
  });

  it('comes in English to who chose it', () => {
    const english = digestLetter({ ...facts, language: 'en' });
    expect(english.subject).toBe('Opora: 54 reminders for 04.03.2026');
    expect(english.text).toContain('Waits for your decision · 1');
  });
});
