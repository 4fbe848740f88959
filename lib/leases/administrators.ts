import type { Handle } from '#lib/platform/db.ts';
import { Refusal } from '#lib/platform/errors.ts';

/** Whether somebody of an organisation can sign for it. */
export async function isHeard(db: Handle, organisationId: string): Promise<boolean> {
  const where = { organisationId, role: 'ADMIN' as const, person: { withdrawnAt: null } };
  return (await db.membership.count({ where })) > 0;
}

/** @throws Refusal where a letter would reach nobody, and nobody could sign */
export async function refuseUnheard(db: Handle, organisationId: string): Promise<void> {
  if (!(await isHeard(db, organisationId))) throw new Refusal('leases.refusals.noAdministrator');
}
