import { describe, expect, it } from 'vitest';
import { playwrightFailures, vitestFailures } from './suite-counts.ts';

describe('what failed is told by name', () => {
  it('of unit tests each test, and each file that did not run', () => {
    const passed = { fullName: 'a rule holds', status: 'passed' };
    const report = {
      testResults: [
        {
          name: 'a.test.ts',
          status: 'failed',
          assertionResults: [passed, { fullName: 'b', status: 'failed' }],
        },
        { name: 'c.test.ts', status: 'failed', assertionResults: [] },
        { name: 'd.test.ts', status: 'passed', assertionResults: [passed] },
      ],
    };
    expect(vitestFailures(report)).toEqual(['a.test.ts: b', 'c.test.ts']);
  });

  it('of journeys at any depth', () => {
    const specs = [
      { file: 'a.journey.ts', title: 'goes', ok: true },
      { file: 'a.journey.ts', title: 'stands', ok: false },
    ];
    expect(playwrightFailures({ suites: [{ suites: [{ specs }] }] })).toEqual(['a.journey.ts: stands']);
  });

  it('of a runner that died nothing', () => {
    expect([...vitestFailures(null), ...playwrightFailures(null)]).toEqual([]);
  });
});
