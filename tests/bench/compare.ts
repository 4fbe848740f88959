import { say } from '#lib/cli/terminal/progress.ts';
import { type Figures, load, type Target } from './load.ts';

const levels = [1, 16, 64];

/** `npm run bench -- only=Signed` measures what is titled so. */
export const only = process.argv.find((given) => given.startsWith('only='))?.slice(5) ?? '';

export async function compare(title: string, [portal, bare]: [Target, Target]): Promise<void> {
  if (!title.includes(only)) return;
  say(`\n${title}`);
  say(
    '  at once   portal req/s   bare req/s   ratio    p95 ms portal / bare   p99 ms portal / bare   failed',
  );
  for (const level of levels) {
    const ours = await load(portal, level);
    const theirs = await load(bare, level);
    say(lineOf(level, ours, theirs));
  }
}

function lineOf(level: number, ours: Figures, theirs: Figures): string {
  const cells = [
    String(level).padStart(7),
    ours.rps.toFixed(0).padStart(14),
    theirs.rps.toFixed(0).padStart(12),
    (ours.rps / theirs.rps).toFixed(2).padStart(7),
    `${ours.p95} / ${theirs.p95}`.padStart(26),
    `${ours.p99} / ${theirs.p99}`.padStart(22),
    String(ours.failed + theirs.failed).padStart(8),
  ];
  return `  ${cells.join(' ')}`;
}

/** Other products' pages, given as `npm run bench -- name=address`. */
export function peers(): Target[] {
  return process.argv.slice(2).flatMap((given) => {
    const [name = '', ...address] = given.split('=');
    return address.length > 0 && name !== 'only' ? [{ name, url: address.join('=') }] : [];
  });
}

export async function alone(target: Target): Promise<void> {
  say(`\n${target.name}, ${target.url}`);
  for (const level of levels) {
    const { rps, p95, p99, failed } = await load(target, level);
    say(
      `  ${level} at once: ${rps.toFixed(0)} req/s, p95 ${p95} ms, p99 ${p99} ms, ${failed} failed`,
    );
  }
}
