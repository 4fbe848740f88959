import { migrate } from './migrations.ts';

/**
 * Makes a database what this version needs: its own migrations, then the job queue's.
 * @returns the names of the migrations applied now.
 * @throws Refusal as `migrate` does.
 */
export async function upgrade(
  connectionString: string,
  onProgress?: (name: string) => void,
): Promise<string[]> {
  const applied = await migrate(connectionString, onProgress);
  // Loaded only now: in a fresh clone lib/platform cannot be before Prisma's client is generated.
  const { installJobs } = await import('#lib/platform/jobs.ts');
  await installJobs(connectionString);
  return applied;
}
