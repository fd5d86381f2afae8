/** An error whose message is all that the person at the terminal needs. */
export class CommandError extends Error {}

/** Runs a command: prints a clear message and ends with status 1 if it fails. */
export function runCommand(command: () => Promise<void>): void {
  command().catch((error: unknown) => {
    if (error instanceof CommandError) console.error(`Error: ${error.message}`);
    else console.error(error);
    process.exitCode = 1;
  });
}
