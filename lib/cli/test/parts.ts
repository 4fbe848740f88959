import { buildSite } from '../start/build.ts';
import { runHere } from './here.ts';

/** One part of `npm test`; `args` are handed through to its tool. */
export type Part = { name: string; run: (args: string[], signal: AbortSignal) => Promise<void> };

const next = 'node_modules/next/dist/bin/next';
const tsc = 'node_modules/typescript/bin/tsc';
const biome = ['node_modules/@biomejs/biome/bin/biome', 'check', '--config-path', 'tests'];
const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts'];
const playwright = [
  ...['node_modules/@playwright/test/cli.js', 'test'],
  ...['--config', 'tests/playwright.config.ts'],
];

const types: Part = {
  name: 'types',
  run: async (args, signal) => {
    // Next's own declarations (routes, pictures, style sheets) are not in the repository.
    await runHere([next, 'typegen'], signal);
    await runHere([tsc, '--noEmit', ...args], signal);
  },
};

const style: Part = {
  name: 'style',
  run: (args, signal) => runHere([...biome, ...args, '.'], signal),
};

const unit = projects('unit');
const architecture = projects('architecture');
const domain = projects('domain');
const withoutBuild = projects('unit', 'architecture', 'domain');

const start = afterBuild(projects('start'));
const e2e = afterBuild({
  name: 'e2e',
  run: (args, signal) => runHere([...playwright, ...args], signal),
});

/** What `npm test` does, in this order. */
export const everything = [types, style, withoutBuild, start, e2e];

/** What can be asked for alone: `npm test -- domain`. */
export const single = [types, style, unit, architecture, domain, start, e2e];

function projects(...names: string[]): Part {
  const chosen = names.flatMap((name) => ['--project', name]);
  return {
    name: names.join(', '),
    run: (args, signal) => runHere([...vitest, ...chosen, ...args], signal),
  };
}

function afterBuild(part: Part): Part {
  const run: Part['run'] = async (args, signal) => {
    await buildSite(signal);
    await part.run(args, signal);
  };
  return { name: part.name, run };
}
