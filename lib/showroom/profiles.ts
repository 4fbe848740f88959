import { changesOf } from '#lib/platform/changes.ts';
import { dateOf, now } from '#lib/platform/clock.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type Profile, profileFields } from './environment.ts';

/** What one's own organisation has said of how it works; empty where it has not. Members may. */
export async function findOwnProfile(scope: Scope): Promise<Profile> {
  const none = Object.fromEntries(profileFields.map((field) => [field, null])) as Profile;
  const where = { hubId: scope.hub.id, organisationId: scope.organisation.id };
  return scope.read(
    'adoption:read',
    async (db) => (await db.workingProfile.findFirst({ where })) ?? none,
  );
}

/** Says how one's own organisation works. Its administrators may; everybody at the hub can read it. */
export async function saveProfile(scope: Scope, profile: Profile): Promise<void> {
  await scope.write('profile:edit', async (db, deed) => {
    const key = { hubId: scope.hub.id, organisationId: scope.organisation.id };
    const before = await db.workingProfile.findFirst({ where: key });
    const data = { ...profile, updatedAt: dateOf(now()) };
    if (before) await db.workingProfile.updateMany({ where: key, data });
    else await db.workingProfile.createMany({ data: { ...key, ...data } });
    const fields = (of: Profile | null) =>
      Object.fromEntries(profileFields.map((name) => [name, of?.[name] ?? null]));
    deed.record(
      'profileSaved',
      'organisation',
      scope.organisation.id,
      changesOf(fields(before), fields(profile)),
    );
    deed.pagesChanged('showroom:read');
  });
}
