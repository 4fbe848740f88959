import { tell } from '#lib/notices/writes.ts';
import { changesOf } from '#lib/platform/changes.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import { locales, type Text } from '#lib/platform/i18n/locales.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { isOfficial } from './rules.ts';
import type { SettingsInput } from './schema.ts';

/** What an organisation says of itself, and its mail domains. Its administrators may. */
export async function findSettings(scope: Scope) {
  const found = await scope.read('organisation:edit', (db) =>
    db.organisation.findFirst({
      where: { id: scope.organisation.id },
      select: {
        name: true,
        shortName: true,
        town: true,
        about: true,
        kind: true,
        country: true,
        organisationNumber: true,
        domains: { select: { domain: true }, orderBy: { domain: 'asc' } },
      },
    }),
  );
  if (!found) throw new NotFound('organisation');
  return { ...found, domains: found.domains.map(({ domain }) => domain) };
}

/**
 * Changes what an organisation says of itself; a region or municipality keeps its official name, and
 * the hub's administrators hear of a new name. Its administrators may.
 */
export async function saveSettings(scope: Scope, input: SettingsInput): Promise<void> {
  const { id, kind, name: before } = scope.organisation;
  const name = isOfficial(kind) ? before : (input.name ?? before);
  const about = { sv: input.aboutSv, nb: input.aboutNb, en: input.aboutEn };
  await scope.write('organisation:edit', async (db, deed) => {
    const select = { name: true, shortName: true, town: true, about: true };
    const kept = await db.organisation.findFirst({ where: { id }, select });
    const data = { name, shortName: input.shortName, town: input.town, about };
    const { count } = await db.organisation.updateMany({ where: { id }, data });
    if (!kept || count === 0) throw new NotFound('organisation');
    deed.record('organisationChanged', 'organisation', id, changesOf(flat(kept), flat(data)));
    // Its name and words stand on the pages of every hub where it takes part: all are dropped.
    await db.$executeRaw`select pg_notify('navet_pages', '')`;
    if (name === before) return;
    const hubId = scope.hub.id;
    const admins = await db.hubRole.findMany({ where: { hubId, role: 'HUB_ADMIN' } });
    const path = `/${scope.hub.slug}/house/organisations/${scope.organisation.slug}`;
    const ids = admins.map(({ personId }) => personId);
    const detail = { title: name, organisation: before };
    await tell(scope, db, ids, { kind: 'organisationRenamed', detail, path });
  });
}

type Said = { name: string; shortName: string; town: string; about: unknown };

/** Its words by language as fields of their own, as the log tells them: `about.sv`. */
function flat({ name, shortName, town, about }: Said): Record<string, string> {
  const words = (about ?? {}) as Partial<Text>;
  const spoken = locales.map((locale) => [`about.${locale}`, words[locale] ?? '']);
  return { name, shortName, town, ...Object.fromEntries(spoken) };
}

/** Adds a mail domain of the organisation's. Its administrators may. @throws Refusal when it is there */
export async function addDomain(scope: Scope, domain: string): Promise<void> {
  const organisationId = scope.organisation.id;
  await scope.write('organisation:edit', async (db, deed) => {
    const data = [{ organisationId, domain }];
    const { count } = await db.organisationDomain.createMany({ data, skipDuplicates: true });
    const code = 'organisations.refusals.domainThere';
    if (count === 0) throw new Refusal('refusals.invalid', { domain: code });
    deed.record('domainAdded', 'organisation', organisationId, changesOf({}, { domain }));
  });
}

/** Takes a mail domain away; people who were invited stay. Its administrators may. @throws NotFound */
export async function removeDomain(scope: Scope, domain: string): Promise<void> {
  const organisationId = scope.organisation.id;
  await scope.write('organisation:edit', async (db, deed) => {
    const { count } = await db.organisationDomain.deleteMany({ where: { organisationId, domain } });
    if (count === 0) throw new NotFound('domain');
    deed.record(
      'domainRemoved',
      'organisation',
      organisationId,
      changesOf({ domain }, { domain: '' }),
    );
  });
}
