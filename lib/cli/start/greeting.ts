import type { RunningSettings } from '#lib/platform/env.ts';
import { say } from '../terminal/progress.ts';

/** Says where the portal is, who can sign in to the demo, and how to end it. */
export async function greet(settings: RunningSettings, ownDatabase: boolean): Promise<void> {
  say('');
  say(`Navet is running at ${settings.url}`);
  if (settings.mode === 'production') say(`It listens on ${settings.host}, port ${settings.port}`);
  if (ownDatabase) say(`The database and everything uploaded is in ${settings.data}`);
  if (settings.mode === 'demo') await listDemoPeople();
  say('');
  say('Stop it with Ctrl-C.');
}

async function listDemoPeople(): Promise<void> {
  const { demoPeople } = await import('#prisma/seed/people.ts');
  const width = Math.max(...demoPeople.map((person) => person.name.length));
  for (const [hub, people] of Map.groupBy(demoPeople, (person) => person.hub)) {
    say('');
    say(`Who can sign in at ${hub}:`);
    for (const { name, role } of people) say(`  ${name.padEnd(width)}  ${role}`);
  }
}
