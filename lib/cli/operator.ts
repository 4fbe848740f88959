import { parseArgs } from 'node:util';
import { z } from 'zod';
import { enterSystem } from '#lib/platform/scope.ts';
import { withDatabase } from './database/reach.ts';
import { runCommand } from './terminal/command.ts';
import { Refusal } from './terminal/refusal.ts';

const usage = 'Use: npm run navet -- operator add <address> <name>';

/** `npm run navet -- operator add`: someone who makes hubs; the first one can only come from here. */
await runCommand(async () => {
  const { email, name } = asked();
  await withDatabase(() => addOperator(email, name));
});

function asked(): { email: string; name: string } {
  const { positionals } = parseArgs({ allowPositionals: true, strict: false });
  const [verb, address = '', ...names] = positionals;
  const email = z.email().safeParse(address.toLowerCase());
  const name = names.join(' ').trim();
  const problems = [
    ...(verb === 'add' ? [] : [usage]),
    ...(email.success ? [] : [`"${address}" is not a mail address.`]),
    ...(name === '' ? ['The name is missing.'] : []),
  ];
  if (verb !== 'add') throw new Refusal(usage);
  if (problems.length > 0 || !email.success) throw new Refusal([...problems, usage].join('\n'));
  return { email: email.data, name };
}

async function addOperator(email: string, name: string): Promise<void> {
  const scope = await enterSystem(null, 'operator add');
  const added = await scope.write('system:work', async (db, deed) => {
    const known = await db.person.findUnique({ where: { email } });
    if (known?.withdrawnAt) throw new Refusal(`${email} has been withdrawn and cannot sign in.`);
    const person = known ?? (await db.person.create({ data: { email, name } }));
    const { count } = await db.installationOperator.createMany({
      data: [{ personId: person.id }],
      skipDuplicates: true,
    });
    deed.record('operatorAdded', 'person', person.id, { again: count === 0 });
    return count > 0;
  });
  process.stdout.write(
    added
      ? `${email} may now make hubs: sign in and go to /sv/operator.\n`
      : `${email} is an operator already.\n`,
  );
}
