import type { Handle } from '#lib/platform/db.ts';
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
  if (known === municipalities.length) return;
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
}

function day(date: string | null): Date | null {
  return date === null ? null : new Date(`${date}T00:00:00Z`);
}
