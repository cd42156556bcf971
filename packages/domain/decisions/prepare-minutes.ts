import { formatDate } from '../basics/format.ts';
import { actIn } from '../plans/act-words.ts';
import type { AgendaItem, Minutes, Participant } from './minutes.ts';

type KnownPerson = { readonly personId: string; readonly name: string; readonly post: string };

type Prepared = {
  readonly secretary: KnownPerson;
  /** Of the school: its director and its coordinators. */
  readonly fromSchool: readonly KnownPerson[];
  /** Plans in force in which the school stands. */
  readonly plans: readonly {
    readonly title: string;
    readonly actType: string | null;
    readonly actNumber: string | null;
  }[];
  /** Of the last hearing; null when there was none. */
  readonly previous: { readonly number: string; readonly heldOn: string } | null;
  /** Gives ids to new records. */
  readonly newId: () => string;
};

/** The minutes as they are laid out before the hearing: who will be there, and an agenda out of what the school has to do. */
export function prepareMinutes({ secretary, fromSchool, plans, previous, newId }: Prepared): Minutes {
  const participant = (role: Participant['role'], person: KnownPerson): Participant => ({
    id: newId(),
    role,
    ...person,
  });
  const item = (topic: string): AgendaItem => ({ id: newId(), topic, heard: '' });
  return {
    participants: [
      participant('secretary', secretary),
      ...fromSchool.map((person) => participant('present', person)),
    ],
    items: [
      ...plans.map((plan) => item(`О ходе исполнения плана «${plan.title}»${actOf(plan)}`)),
      ...(previous === null
        ? []
        : [item(`Об исполнении решений протокола от ${formatDate(previous.heldOn)} № ${previous.number}`)]),
      ...(plans.length === 0 && previous === null ? [item('О состоянии дел в школе')] : []),
    ],
    speeches: [],
    decisions: [],
  };
}

const actOf = ({ actType, actNumber }: Prepared['plans'][number]): string =>
  actNumber === null ? '' : ` (${actIn({ actType, actNumber, actOn: null }, 'nominative')})`;
