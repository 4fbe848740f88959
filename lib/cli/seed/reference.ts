import type { Handle } from '#lib/platform/db.ts';
import { positions } from '#prisma/reference/data/positions.ts';
import {
  norwegianCounties,
  norwegianMunicipalities,
  swedishMunicipalities,
  swedishRegions,
} from '#prisma/reference/tables.ts';

/** The official codes of Sweden and Norway; a newer table replaces what an older one said. */
export async function loadReference(db: Handle): Promise<void> {
  const all = [...swedishRegions(), ...norwegianCounties()];
  // A body that was only renamed keeps its code, and its row.
  const renamed = all.filter((r) => r.successorCode === r.code);
  const regions = all.filter((r) => !renamed.includes(r));
  const formerName = (code: string) => renamed.find((r) => r.code === code)?.regionName ?? null;
  const municipalities = [...swedishMunicipalities(), ...norwegianMunicipalities()];
  const known = await db.referenceMunicipality.count();
  if (known === municipalities.length) return loadPositions(db);
  await db.referenceRegion.createMany({
    skipDuplicates: true,
    data: regions.map((r) => ({
      country: r.country,
      code: r.code,
      countyName: r.name,
      regionName: r.regionName ?? r.name,
      validFrom: day(r.validFrom),
      validTo: day(r.validTo),
      successorCode: r.successorCode,
      formerName: r.country === 'SE' ? formerName(r.code) : null,
    })),
  });
  await db.referenceMunicipality.createMany({
    skipDuplicates: true,
    data: municipalities.map((m) => ({
      country: m.country,
      code: m.code,
      name: m.name,
      shortName: m.shortName,
      regionCode: m.parentCode ?? '',
      samiArea: m.samiArea,
      writtenLanguage: m.writtenLanguage ?? null,
      population: m.population ?? null,
      populationYear: m.populationYear ?? null,
      validFrom: day(m.validFrom),
      validTo: day(m.validTo),
      successorCode: m.successorCode,
    })),
  });
  await loadPositions(db);
}

/** How many live in each, where it lies and how many live in its towns; again when the table has changed. */
async function loadPositions(db: Handle): Promise<void> {
  const counted = [...swedishMunicipalities(), ...norwegianMunicipalities()];
  await db.$executeRaw`
    update reference_municipality m set population = p.population, population_year = p.year
    from unnest(${counted.map((m) => m.country)}::text[], ${counted.map((m) => m.code)}::text[],
      ${counted.map((m) => m.population ?? null)}::integer[], ${counted.map((m) => m.populationYear ?? null)}::integer[])
      as p (country, code, population, year)
    where m.country::text = p.country and m.code = p.code
      and (m.population, m.population_year) is distinct from (p.population, p.year)`;
  const columns = [0, 1, 2, 3, 4].map((n) => positions.map((row) => row[n]));
  const [countries, codes, latitudes, longitudes, people] = columns;
  await db.$executeRaw`
    update reference_municipality m set latitude = p.latitude, longitude = p.longitude, town_people = p.people
    from unnest(${countries}::text[], ${codes}::text[], ${latitudes}::double precision[],
      ${longitudes}::double precision[], ${people}::integer[]) as p (country, code, latitude, longitude, people)
    where m.country::text = p.country and m.code = p.code
      and (m.latitude, m.longitude, m.town_people) is distinct from (p.latitude, p.longitude, p.people)`;
}

function day(date: string | null): Date | null {
  return date === null ? null : new Date(`${date}T00:00:00Z`);
}
