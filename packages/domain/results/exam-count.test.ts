import { describe, expect, it } from 'vitest';
import { ExamCount } from './exam-count.ts';

const whole = {
  year: 2025,
  procedure: { kind: 'ВПР', grade: 5, subject: 'математика' },
  participants: 10,
  below: 3,
  marks: [3, 4, 2, 1],
  scores: [0, 3, 7],
  journal: { lowered: 4, confirmed: 5, raised: 1 },
  gaps: { lowered: 2, raised: 1 },
  tasks: [{ task: '1', points: 7, pointsMax: 10 }],
};

describe('counts of a procedure', () => {
  it('may be unknown in every part but the participants', () => {
    const parts = { below: null, marks: null, scores: null, journal: null, gaps: null, tasks: null };
    expect(ExamCount.safeParse({ ...whole, ...parts }).success).toBe(true);
  });

  it.each([
    ['below', { below: 11 }],
    ['marks', { marks: [3, 4, 2, 2] }],
    ['scores', { scores: [0, 3, 8] }],
    ['journal', { journal: { lowered: 4, confirmed: 5, raised: 2 } }],
    ['gaps', { gaps: { lowered: 5, raised: 0 } }],
    ['gaps', { gaps: { lowered: 0, raised: 2 } }],
    ['gaps', { journal: null }],
    ['tasks', { tasks: [{ task: '1', points: 11, pointsMax: 10 }] }],
    ['participants', { participants: -1, below: null, marks: null, scores: null, journal: null }],
  ])('must add up: %s', (part, more) => {
    const paths = ExamCount.safeParse({ ...whole, ...more }).error?.issues.map(({ path }) => path[0]);
    expect(paths).toContain(part);
  });

  it('hold nothing else', () => {
    expect(ExamCount.safeParse({ ...whole, pupil: 'Иванова Анна' }).success).toBe(false);
  });
});
