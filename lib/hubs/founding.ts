import { toldApart } from '#lib/organisations/rules.ts';
import type { Handle } from '#lib/platform/db.ts';
import { Refusal, refusedBy } from '#lib/platform/errors.ts';
import { addressOf } from '#lib/platform/i18n/address.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { tooFaint } from '#lib/platform/theme.ts';
import { firstAdminLetter } from './letters.ts';
import type { HubInput } from './schema.ts';

export type FoundHub = {
  slug: string;
  name: string;
  country: string;
  live: boolean;
  operator: string;
};

/** Every hub of the installation, open or not. Whoever runs it may; they see nothing inside. */
export async function listAllHubs(scope: Scope): Promise<FoundHub[]> {
  return scope.read('hub:create', async (db) => {
    const rows = await db.$queryRaw<{ hubs: FoundHub[] }[]>`select list_all_hubs() as hubs`;
    return rows[0]?.hubs ?? [];
  });
}

export type OfficialBody = { value: string; name: string; kind: 'REGION' | 'MUNICIPALITY' };

/** Regions and municipalities that exist today, as whoever makes a hub chooses among them. */
export async function listOfficialBodies(scope: Scope): Promise<OfficialBody[]> {
  return scope.read('hub:create', async (db) => {
    const now = { validTo: null };
    const regions = await db.referenceRegion.findMany({ where: now });
    const region = { select: { countyName: true } };
    const towns = await db.referenceMunicipality.findMany({ where: now, include: { region } });
    // By name within a country, as people look for it.
    const found = [
      ...regions.map((r) => ({
        value: `${r.country}:${r.code}`,
        name: r.regionName,
        kind: 'REGION' as const,
      })),
      ...toldApart(towns).map((m) => ({
        value: `${m.country}:${m.code}`,
        name: m.name,
        kind: 'MUNICIPALITY' as const,
      })),
    ];
    const country = ({ value }: OfficialBody) => value.slice(0, 2);
    const names = { SE: new Intl.Collator('sv'), NO: new Intl.Collator('nb') };
    return found.sort(
      (a, b) =>
        country(b).localeCompare(country(a)) ||
        names[country(a) as 'SE' | 'NO'].compare(a.name, b.name),
    );
  });
}

type Made = { operator: string; admin: string; locale: string };

/**
 * Makes a hub, whole or not at all: its operator takes part, its first administrator gets a letter,
 * visitors come when the hub opens it. The installation's operator may, and the command.
 * @throws Refusal for a taken slug, an unknown operator, colours that are too faint (`{ faint }`)
 */
export async function makeHub(scope: Scope, input: HubInput): Promise<{ slug: string }> {
  demandContrast(input.accent, input.support);
  try {
    return await scope.write('hub:create', async (db, deed) => {
      const id = crypto.randomUUID();
      const { operator, admin, locale } = await found(db, id, input);
      const { slug, name, country, zone, languages, accent, support } = input;
      const told = { slug, name, country, zone, languages, accent, support };
      const about = { concerns: operator };
      deed.record('hubMade', 'hub', id, told, about);
      deed.record('hubMade', 'hub', id, { ...told, admin }, { ...about, hub: id });
      deed.mail(
        firstAdminLetter(input, { email: input.adminEmail, name: input.adminName, locale }),
      );
      return { slug };
    });
  } catch (error) {
    throw refusalOf(error);
  }
}

async function found(db: Handle, id: string, input: HubInput): Promise<Made> {
  const { operator, operatorNumber, ...hub } = input;
  const operatorCode = operator === '' ? null : operator.slice(3);
  const name = operatorCode === null ? '' : await officialName(db, input.country, operatorCode);
  const given = JSON.stringify({
    ...hub,
    id,
    operatorCode,
    operatorNumber: operatorNumber === '' ? null : operatorNumber,
    operatorSlug: addressOf(name),
  });
  const rows = await db.$queryRaw<
    { made: Made | null }[]
  >`select make_hub(${given}::jsonb) as made`;
  const made = rows[0]?.made;
  if (!made) throw new Error('A hub was asked for by someone who does not run the installation.');
  return made;
}

async function officialName(db: Handle, country: 'SE' | 'NO', code: string): Promise<string> {
  const where = { country_code: { country, code } };
  if (code.length === 2) return (await db.referenceRegion.findUnique({ where }))?.regionName ?? '';
  return (await db.referenceMunicipality.findUnique({ where }))?.name ?? '';
}

/** @throws Refusal with the figures of every pair that cannot be told apart */
export function demandContrast(accent: string, support: string): void {
  const faint = tooFaint(accent, support);
  if (faint.length === 0) return;
  const colours = [...new Set(faint.map(({ colour }) => colour))];
  const fields = Object.fromEntries(colours.map((colour) => [colour, 'house.refusals.faint']));
  throw new Refusal('house.refusals.faintColours', fields, { faint });
}

const refusals: [constraint: string, field: string, code: string][] = [
  ['hub_slug_key', 'slug', 'house.refusals.slugTaken'],
  ['hub_slug_is_an_address', 'slug', 'house.refusals.slugReserved'],
  ['hub_slug_is_no_page', 'slug', 'house.refusals.slugReserved'],
  ['hub_operator_is_known', 'operator', 'house.refusals.operatorUnknown'],
  ['first_admin_is_here', 'adminEmail', 'house.refusals.adminGone'],
];

function refusalOf(error: unknown): unknown {
  const row = refusals.find(([constraint]) => refusedBy(error, constraint));
  if (!row) return error;
  const [, field, code] = row;
  return new Refusal('refusals.invalid', { [field]: code });
}
