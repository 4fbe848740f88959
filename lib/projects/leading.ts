import type { Handle } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';

/**
 * Whether one leads a project: as its named leader, while none is named as anyone of the organisation that leads it, or as
 * an administrator there.
 */
export function leads(scope: Scope, project: { leadId: string; leaderId: string | null }): boolean {
  if (!scope.may('project:lead') || project.leadId !== scope.organisation.id) return false;
  if (project.leaderId === null || scope.may('party:answer')) return true;
  return scope.isSelf(project.leaderId);
}

/** Part of another write: a project by its address, as far as one may see it. @throws NotFound */
export async function projectAt(scope: Scope, db: Handle, slug: string) {
  const where = { hubId: scope.hub.id, slug };
  const project = await db.innovationProject.findFirst({ where });
  if (!project) throw new NotFound('project');
  return project;
}
/** Part of another write of whoever leads: two of them stand in line, so that the second sees what the first wrote. */
export async function standInLine(db: Handle, { hubId, id }: { hubId: string; id: string }) {
  await db.$queryRaw`
    select id from innovation_project where hub_id = ${hubId}::uuid and id = ${id}::uuid for update`;
}

/** Part of another write: pages that others than its parties read say something else now. */
export function pagesOf(deed: Deed, { visibility }: { visibility: string }): void {
  if (visibility !== 'PARTIES') deed.pagesChanged();
}

export type FoundProject = Awaited<ReturnType<typeof projectAt>>;
