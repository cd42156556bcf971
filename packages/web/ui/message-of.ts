import { ServerRefusal } from '../platform/call.ts';

/** The server's own words, or `connectionLost` when it could not be reached. */
export function messageOf(error: Error, connectionLost: string): string {
  return error instanceof ServerRefusal ? error.message : connectionLost;
}
