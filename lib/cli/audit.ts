import { parseArgs } from 'node:util';
import { type ChainReport, verifyLog } from '#lib/log/verify.ts';
import { enterSystem } from '#lib/platform/scope.ts';
import { withDatabase } from './database/reach.ts';
import { runCommand } from './terminal/command.ts';
import { Refusal } from './terminal/refusal.ts';

const usage = 'Use: npm run navet -- audit verify [--hub <slug>]';

const faults = {
  changed: 'is not what was recorded: it was changed',
  missing: 'is missing: one or more events were removed',
  forged: 'does not follow from the one before: it was put in or moved',
  end: 'is missing: the end of the log was cut off, or its head was changed',
  beyond: 'stands beyond the head of the chain: it was put in, or the head was changed',
} as const;

/** `npm run navet -- audit verify`: finds any later change to the log; exit code 1 when there is one. */
await runCommand(async () => {
  const { slug } = asked();
  await withDatabase(async () => {
    const reports = await verifyLog(await enterSystem(null, 'audit verify'), slug);
    if (reports.length === 0) throw new Refusal(`There is no hub "${slug}".`);
    for (const report of reports) process.stdout.write(`${line(report)}\n`);
    if (reports.some(({ broken }) => broken)) process.exitCode = 1;
  });
});

function asked(): { slug: string | null } {
  try {
    const { values, positionals } = parseArgs({
      options: { hub: { type: 'string' } },
      allowPositionals: true,
    });
    if (positionals.join(' ') === 'verify') return { slug: values.hub ?? null };
  } catch (error) {
    throw new Refusal(`${(error as Error).message}\n${usage}`);
  }
  throw new Refusal(usage);
}

function line({ hub, count, head, broken }: ChainReport): string {
  const name = hub ?? 'the installation';
  if (!broken) return `${name}: ${count} events, whole; head ${head || 'none'}`;
  const { seq, id, fault } = broken;
  return `${name}: BROKEN after ${count} events: event ${seq}${id ? ` (${id})` : ''} ${faults[fault]}.`;
}
