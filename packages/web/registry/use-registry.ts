import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { peopleContract } from '@opora/domain/accounts/people-contract.ts';
import type { OrgUnit, OrgUnitFields } from '@opora/domain/registry/org-unit.ts';
import { registryContract } from '@opora/domain/registry/registry-contract.ts';
import type { ProjectMembershipFields, SchoolCategoryFields } from '@opora/domain/registry/school-period.ts';
import { call } from '../platform/call.ts';

const registryKey = ['registry'] as const;

export function useOrgUnits() {
  return useQuery({
    queryKey: [...registryKey, 'units'],
    queryFn: () => call(registryContract.listOrgUnits, {}),
  });
}

/** The organisation as it is on the server now; the page then shows it too. */
export function useFetchOrgUnit(orgUnitId: string) {
  const client = useQueryClient();
  return async (): Promise<OrgUnit> => {
    const units = await client.fetchQuery({
      queryKey: [...registryKey, 'units'],
      queryFn: () => call(registryContract.listOrgUnits, {}),
      staleTime: 0,
    });
    const found = units.find(({ id }) => id === orgUnitId);
    if (found === undefined) throw new Error('the organisation is there no more');
    return found;
  };
}

export function useSchoolCategories() {
  return useQuery({
    queryKey: [...registryKey, 'categories'],
    queryFn: () => call(registryContract.listSchoolCategories, {}),
  });
}

export function useOrgUnitDetails(orgUnitId: string) {
  return useQuery({
    queryKey: [...registryKey, 'details', orgUnitId],
    queryFn: () => call(registryContract.getOrgUnitDetails, { params: { orgUnitId } }),
  });
}

/** `version`: of the unit as it is shown, so that what came after is asked for. */
export function useOrgUnitHistory(orgUnitId: string, version: number | null = null) {
  return useQuery({
    queryKey: [...registryKey, 'history', orgUnitId, version],
    queryFn: () => call(registryContract.listOrgUnitHistory, { params: { orgUnitId } }),
  });
}

export function usePeopleOfUnit(orgUnitId: string) {
  return useQuery({
    queryKey: ['people', 'of-unit', orgUnitId],
    queryFn: () => call(peopleContract.listPeople, { query: { orgUnitId } }),
  });
}

/** A change of anything in the registry; every list and page of it is then asked for anew. */
function useRegistryChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: registryKey }),
  });
}

export function useAddOrgUnit(parentId: string) {
  return useRegistryChange((fields: OrgUnitFields) =>
    call(registryContract.addOrgUnit, { body: { ...fields, parentId } }),
  );
}

export function useChangeOrgUnit(orgUnitId: string) {
  return useRegistryChange(({ version, ...fields }: OrgUnitChange) =>
    call(registryContract.changeOrgUnit, { params: { orgUnitId }, body: { ...fields, version } }),
  );
}

type OrgUnitChange = Omit<OrgUnitFields, 'kind'> & { version: number; despiteUse?: boolean };

export function useRemoveOrgUnit() {
  return useRegistryChange((orgUnitId: string) =>
    call(registryContract.removeOrgUnit, { params: { orgUnitId } }),
  );
}

/** What would be left open if the unit were closed on the day. */
export function useOrgUnitUse(orgUnitId: string, closedOn: string) {
  return useQuery({
    queryKey: [...registryKey, 'use', orgUnitId, closedOn],
    queryFn: () => call(registryContract.getOrgUnitUse, { params: { orgUnitId }, query: { closedOn } }),
  });
}

export function useAliases(orgUnitId: string) {
  return {
    add: useRegistryChange((name: string) =>
      call(registryContract.addAlias, { params: { orgUnitId }, body: { name } }),
    ),
    remove: useRegistryChange((aliasId: string) =>
      call(registryContract.removeAlias, { params: { aliasId } }),
    ),
  };
}

/** `known` is null for a new one. */
type Kept = { readonly id: string; readonly version: number };

export function useCategoryChanges(orgUnitId: string) {
  return {
    save: useRegistryChange(({ known, fields }: { known: Kept | null; fields: SchoolCategoryFields }) =>
      known === null
        ? call(registryContract.addSchoolCategory, { params: { orgUnitId }, body: fields })
        : call(registryContract.changeSchoolCategory, {
            params: { categoryId: known.id },
            body: { ...fields, version: known.version },
          }),
    ),
    remove: useRegistryChange((categoryId: string) =>
      call(registryContract.removeSchoolCategory, { params: { categoryId } }),
    ),
  };
}

export function useProjectChanges(orgUnitId: string) {
  return {
    save: useRegistryChange(({ known, fields }: { known: Kept | null; fields: ProjectMembershipFields }) =>
      known === null
        ? call(registryContract.addProjectMembership, { params: { orgUnitId }, body: fields })
        : call(registryContract.changeProjectMembership, {
            params: { membershipId: known.id },
            body: { ...fields, version: known.version },
          }),
    ),
    remove: useRegistryChange((membershipId: string) =>
      call(registryContract.removeProjectMembership, { params: { membershipId } }),
    ),
  };
}
