import type { FastifyInstance } from 'fastify';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { checkContract } from '@opora/domain/indicators/check-contract.ts';
import { standingFindings } from '@opora/domain/indicators/standing-findings.ts';
import { type Means, mount } from '../platform/mount.ts';
import { findFormFindings } from './form-checks.ts';
import { findForm, listAnswers } from './form-queries.ts';

export function mountChecks(app: FastifyInstance, means: Means): void {
  mount(app, means, checkContract, {
    checkForm: async ({ params }, call) => {
      const form = await findForm(call.tx, params.submissionId);
      if (form === undefined) throw new Refusal('not-found');
      call.allow('indicators.values', form);
      const { findings } = await findFormFindings(form, 'reader', call);
      const standing = standingFindings(findings, await listAnswers(call.tx, form.id));
      return { findings: [...findings], standing: standing.map(({ key }) => key) };
    },
  });
}
