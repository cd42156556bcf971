import { passwordLengthMin, passwordProblem } from '@opora/domain/accounts/password-policy.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { isLeaked } from './leaked-passwords.ts';

type Owner = {
  readonly surname: string;
  readonly givenName: string;
  readonly patronymic: string | null;
  readonly email: string | null;
};

/** Throws the refusal that tells what is wrong with the password. */
export function checkNewPassword(password: string, owner: Owner): void {
  const personal = [owner.surname, owner.givenName, owner.patronymic ?? '', owner.email ?? ''];
  const problem = passwordProblem(password, { personal, isLeaked });
  if (problem !== null) throw new Refusal(problem, { min: passwordLengthMin });
}
