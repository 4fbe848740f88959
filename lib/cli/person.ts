import { parseArgs } from 'node:util';
import { z } from 'zod';
import { NotFound } from '#lib/platform/errors.ts';
import { enterSystem } from '#lib/platform/scope.ts';
import { resetSecurity } from '#lib/platform/session/reset.ts';
import { withDatabase } from './database/reach.ts';
import { runCommand } from './terminal/command.ts';
import { Refusal } from './terminal/refusal.ts';

const usage = 'Use: npm run navet -- person reset <address>';

/** `npm run navet -- person reset`: for somebody who lost every passkey, after making sure who asks. */
await runCommand(async () => {
  const { positionals } = parseArgs({ allowPositionals: true, strict: false });
  const [verb, address = ''] = positionals;
  const email = z.email().safeParse(address.toLowerCase());
  if (verb !== 'reset') throw new Refusal(usage);
  if (!email.success) throw new Refusal(`"${address}" is not a mail address.\n${usage}`);
  await withDatabase(async () => {
    try {
      const { passkeys } = await resetSecurity(await enterSystem(null, 'reset'), email.data);
      process.stdout.write(
        `${email.data} is signed out everywhere and has been told by mail; ${passkeys} passkeys and every ` +
          'connected sign-in service are gone. The link in a mail signs in; then a new passkey is added.\n',
      );
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
      throw new Refusal(`Nobody has the address ${email.data}.`);
    }
  });
});
