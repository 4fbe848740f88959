import { z } from 'zod';
import { changesOf } from '#lib/platform/changes.ts';
import { dateOf, now } from '#lib/platform/clock.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type Profile, profileFields } from './environment.ts';
import { kilobits, typedNumber, whole } from './numbers.ts';

const most = {
  bandwidthKbps: 100_000,
  coveragePercent: 100,
  farthestKm: 2000,
  staffMinutes: 100_000,
  trainingHours: 10_000,
} as const;

/** How an organisation works, as typed; the bandwidth in megabits. Empty says nothing. */
export const profileForm = z.object({
  bandwidthKbps: typedNumber(most.bandwidthKbps).transform(kilobits),
  coveragePercent: typedNumber(most.coveragePercent).transform(whole),
  farthestKm: typedNumber(most.farthestKm).transform(whole),
  staffMinutes: typedNumber(most.staffMinutes).transform(whole),
  trainingHours: typedNumber(most.trainingHours).transform(whole),
});

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
