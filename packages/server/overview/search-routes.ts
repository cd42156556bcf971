import type { FastifyInstance } from 'fastify';
import { searchContract } from '@opora/domain/overview/search-contract.ts';
import { isoDateIn } from '../platform/clock.ts';
import { mount } from '../platform/mount.ts';
import type { Identify, ServerParts } from '../platform/server-parts.ts';
import { searchEverything } from './search-everything.ts';

export function mountSearch(app: FastifyInstance, means: { parts: ServerParts; identify: Identify }): void {
  mount(app, means, searchContract, {
    search: ({ query }, { tx, now }) => searchEverything(tx, query.question, isoDateIn(now)),
  });
}
