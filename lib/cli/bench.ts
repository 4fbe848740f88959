import { bench } from '#tests/bench/run.ts';
import { runCommand } from './terminal/command.ts';

/** `npm run bench`: prints figures and fails on none. */
await runCommand(bench);
