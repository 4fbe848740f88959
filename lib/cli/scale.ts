import { scale } from '#tests/scale/run.ts';
import { runCommand } from './terminal/command.ts';

/** `npm run scale`: two portals on one server, and what a reader meets when things go wrong. */
await runCommand(scale);
