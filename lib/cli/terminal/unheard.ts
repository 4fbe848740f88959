/**
 * Lets this process go on when nobody reads what it writes any more. Without this a killed supervisor
 * leaves a broken pipe, each complaint about it breaks on the pipe again, and the process never ends.
 */
export function bearBeingUnheard(): void {
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});
}
