/** An error whose message is all that the person at the terminal needs. */
export class CommandError extends Error {}

/** Runs a command: prints a clear message and ends with status 1 if it fails. */
export function runCommand(command: () => Promise<void>): void {
  // Until it has said that it succeeded, it has failed: Node ends quietly when nothing is left that could settle a promise.
  process.exitCode = 1;
  command().then(
    () => {
      process.exitCode = 0;
    },
    (error: unknown) => console.error(error instanceof CommandError ? `Error: ${error.message}` : error)
  );
}
