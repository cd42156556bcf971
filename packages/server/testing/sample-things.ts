import type { Operation } from '@opora/domain/basics/contract.ts';
import { instancesContract } from '@opora/domain/plans/instances-contract.ts';
import { plansContract } from '@opora/domain/plans/plans-contract.ts';
import { registryContract } from '@opora/domain/registry/registry-contract.ts';
import type { TestOffice } from './office-for-tests.ts';
import { addTestPerson, signInOverHttp } from './people-for-tests.ts';
import { planDraft } from './plan-for-tests.ts';
import { uploadRegister } from './register-for-tests.ts';
import { sampleInput } from './sample-input.ts';
import type { TestServer } from './server-for-tests.ts';

/** Ids of things of the northern municipality, by the name of the parameter or body field that takes them. */
export type SampleThings = ReadonlyMap<string, string>;

/**
 * One real thing for every name of an id in any contract; the test of strangers fails for a name that is missing here. Make yours
 * through the product itself, in the northern municipality.
 */
export async function makeSampleThings(server: TestServer, office: TestOffice): Promise<SampleThings> {
  const as = await office.signIn('administrator', office.region);
  const things = new Map([
    ['orgUnitId', office.northSchool.id],
    ['parentId', office.north.id],
    ['ownerUnitId', office.north.id],
  ]);
  const make = async (operation: Operation, body?: object) => {
    const sent = body ?? (operation.body === undefined ? {} : sampleInput(operation.body, things));
    const path = pathOf(operation, things);
    const answer = await server.send(operation.method, path, { as, body: sent as object });
    if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };

  const person = await addTestPerson(server, office.northSchool, [
    { role: 'school-director', unit: office.northSchool },
  ]);
  const other = await addTestPerson(server, office.northSchool);
  things.set('personId', person.id).set('toPersonId', other.id);
  const { cookie } = await signInOverHttp(server, person);
  things.set('sessionId', (await server.send('GET', '/api/me/sessions', { as: cookie })).body[0].id);
  const roles = (await server.send('GET', `/api/people/${person.id}`, { as })).body.roles;
  things.set('assignmentId', roles[0].id);

  things.set('aliasId', (await make(registryContract.addAlias)).id);
  things.set('categoryId', (await make(registryContract.addSchoolCategory)).id);
  things.set('membershipId', (await make(registryContract.addProjectMembership)).id);

  things.set('importId', await makeRegisterDraft(server, as));
  things.set('planId', (await make(plansContract.createPlan, planDraft(office.north.id))).planId);
  await addCarryingOut(things, make);
  return things;
}

type Make = (operation: Operation, body?: object) => Promise<{ readonly [field: string]: unknown }>;

/** An activity of the plan, its instance, and evidence given for it. */
async function addCarryingOut(things: Map<string, string>, make: Make): Promise<void> {
  const plan = await make(plansContract.getPlan);
  things.set('sectionId', firstId(plan['sections'])).set('activityId', firstId(plan['activities']));
  things.set('beforeId', firstId(plan['activities']));
  things.set('instanceId', firstId(await make(instancesContract.listInstances)));
  things.set('expectedResultId', firstId((await make(instancesContract.getInstance))['expected']));
  const note = { kind: 'note', expectedResultId: null, note: 'Проведено' };
  things.set('evidenceId', firstId((await make(instancesContract.giveEvidence, note))['evidence']));
}

/** Of a list of things with ids, as the contracts promise. */
function firstId(list: unknown): string {
  const [first] = list as readonly { readonly id: string }[];
  return first?.id ?? '';
}

async function makeRegisterDraft(server: TestServer, as: string): Promise<string> {
  const answer = await uploadRegister(server, as, 'Название;Муниципалитет\nШкола;Северный район\n');
  return answer.body.id;
}

/** The operation's path with the things in place of its parameters; throws for a parameter that has none. */
export function pathOf(operation: Operation, things: SampleThings): string {
  const path = operation.path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const id = things.get(name);
    if (id === undefined)
      throw new Error(`sample-things.ts has no thing for «:${name}» of ${operation.path}: add one`);
    return id;
  });
  return `/api${path}`;
}
