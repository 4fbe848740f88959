import { explain } from './refusal.ts';

/**
 * Runs a command to its end: a refusal becomes one plain sentence on stderr and exit code 1.
 */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  // boot.mjs holds the other end and says nothing; it must not keep this process alive.
  process.channel?.unref();
  try {
    await command();
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  }
}
