import type { FastifyInstance } from 'fastify';
import { overviewContract } from '@opora/domain/overview/overview-contract.ts';
import { isoDateIn } from '../platform/clock.ts';
import { mount } from '../platform/mount.ts';
import type { Identify, ServerParts } from '../platform/server-parts.ts';
import { getOverview } from './get-overview.ts';

export function mountOverview(app: FastifyInstance, means: { parts: ServerParts; identify: Identify }): void {
  mount(app, means, overviewContract, {
    getOverview: (_input, { tx, actor, now }) => getOverview(tx, actor, isoDateIn(now)),
  });
}
