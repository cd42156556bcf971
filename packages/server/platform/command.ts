/** A subcommand of `opora`. Gives the exit code: 0 done, 1 refused, 2 wrongly called. */
export type Command = (args: readonly string[], surroundings: CommandSurroundings) => Promise<number>;

export type CommandSurroundings = {
  readonly print: (text: string) => void;
  /** UTF-8 as it is, for answers of many megabytes; absent where `print` is all there is. */
  readonly printBytes?: (bytes: Uint8Array) => void;
  /** Messages beside the answer: standard error. */
  readonly warn: (text: string) => void;
  readonly environment: NodeJS.ProcessEnv;
  /** Letters in a line of the terminal. */
  readonly width: number;
};
