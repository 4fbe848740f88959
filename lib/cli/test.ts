import { generateClient } from './start/build.ts';
import { Stopped, stopSignal } from './start/stop.ts';
import { runCommand } from './terminal/command.ts';
import { say } from './terminal/progress.ts';
import { Refusal } from './terminal/refusal.ts';
import { everything, type Part, single } from './test/parts.ts';

/** `npm test`: everything; `npm test -- domain booking`: one part, the rest goes to its tool. */
await runCommand(async () => {
  const [name, ...args] = process.argv.slice(2);
  const parts = name ? [find(name)] : everything;
  const signal = stopSignal();
  await generateClient(signal);
  for (const part of parts) await runPart(part, args, signal);
});

function find(name: string): Part {
  const part = single.find((one) => one.name === name);
  if (part) return part;
  const names = single.map((one) => one.name).join(', ');
  throw new Refusal(`There is no part "${name}". Parts: ${names}.`);
}

async function runPart(part: Part, args: string[], signal: AbortSignal): Promise<void> {
  say(`\n── ${part.name}`);
  try {
    await part.run(args, signal);
  } catch (error) {
    if (error instanceof Stopped) throw new Refusal('The tests were stopped.');
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(`npm test stopped at ${part.name}: ${error.message}`);
  }
}
