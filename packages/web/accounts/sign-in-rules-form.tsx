import { Button, Checkbox, Stack } from '@mantine/core';
import { useState } from 'react';
import type { SignInPolicy } from '@opora/domain/accounts/people-contract.ts';
import { roleNames } from '@opora/domain/accounts/role-catalog.ts';
import { roles } from '@opora/domain/basics/actor.ts';
import { useTexts } from '../platform/language.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { notify } from '../ui/notice.ts';
import { Refused } from '../ui/refused.tsx';
import { uiTexts } from '../ui/ui-catalog.ts';
import { peopleTexts } from './people-catalog.ts';
import { useSetSignInPolicy, useSignInPolicy } from './use-people.ts';

/** Which roles may not sign in without a second factor. */
export function SignInRulesForm() {
  return (
    <Loaded query={useSignInPolicy()}>
      {(policy) => <RolesForm key={policy.version} policy={policy} />}
    </Loaded>
  );
}

function RolesForm({ policy }: { readonly policy: SignInPolicy }) {
  const texts = useTexts(peopleTexts);
  const names = useTexts(roleNames);
  const { save } = useTexts(uiTexts);
  const set = useSetSignInPolicy();
  const [chosen, setChosen] = useState<readonly string[]>(policy.secondFactorRoles);
  const submit = () => {
    const secondFactorRoles = roles.filter((role) => chosen.includes(role));
    set.mutate({ secondFactorRoles, version: policy.version }, { onSuccess: () => notify(texts.rulesSaved) });
  };
  return (
    <Stack>
      <Refused error={set.error} />
      <Checkbox.Group label={texts.factor} value={[...chosen]} onChange={setChosen}>
        <Stack gap="xs" mt="xs">
          {roles.map((role) => (
            <Checkbox key={role} value={role} label={names[role]} />
          ))}
        </Stack>
      </Checkbox.Group>
      <div>
        <Button variant="default" loading={set.isPending} onClick={submit}>
          {save}
        </Button>
      </div>
    </Stack>
  );
}
