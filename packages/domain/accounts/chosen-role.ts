/** Roles that are in force: the one chosen for the session, else all held today. A chosen role that has ended no longer narrows. */
export function grantsInForce<G extends { readonly id: string }>(
  held: readonly G[],
  chosenId: string | null,
): readonly G[] {
  const chosen = held.filter(({ id }) => id === chosenId);
  return chosen.length === 0 ? held : chosen;
}
