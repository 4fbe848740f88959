import type { Handle } from '#lib/platform/db.ts';

/** The projects an organisation is in or is invited to, the latest first; for the overview's one read. */
export function ownProjects(db: Handle, hubId: string, organisationId: string) {
  const own = { organisationId, state: { in: ['INVITED' as const, 'CONFIRMED' as const] } };
  return db.innovationProject.findMany({
    where: { hubId, parties: { some: own } },
    select: {
      slug: true,
      title: true,
      state: true,
      parties: { where: own, select: { state: true, role: true } },
    },
    orderBy: [{ startsOn: 'desc' }, { slug: 'asc' }],
  });
}
export type OwnProject = Awaited<ReturnType<typeof ownProjects>>[number];
