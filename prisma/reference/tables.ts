import { noCounties } from './data/no-counties.ts';
import { noMunicipalities } from './data/no-municipalities.ts';
import { seMunicipalities } from './data/se-municipalities.ts';
import { seRegions } from './data/se-regions.ts';
import type { BodyRecord } from './record.ts';

/** A region, county or municipality of the Nordic reference tables, in force or historical. */
export type ReferenceBody = {
  country: 'SE' | 'NO';
  level: 'REGION' | 'MUNICIPALITY';
  /** Official code as text. Unique among bodies in force; a renamed body keeps its code. */
  code: string;
  /** Full official form: "Bergs kommun", "Folldal kommune", "Jämtlands län". */
  name: string;
  shortName: string;
  /** The body that governs a county: "Region Jämtland Härjedalen". Regions only. */
  regionName?: string;
  /** The name in a Sámi language, where the official name has one. */
  samiName?: string;
  /** Code of the region or county it lies in. Municipalities only. */
  parentCode?: string;
  samiArea: boolean;
  /** Norwegian municipalities: the form of Norwegian they have chosen. */
  writtenLanguage?: 'BOKMAL' | 'NYNORSK' | 'NEUTRAL';
  population?: number;
  populationYear?: number;
  /** First day, YYYY-MM-DD; null when it is older than the tables record. */
  validFrom: string | null;
  /** Last day, YYYY-MM-DD; null while in force. */
  validTo: string | null;
  /** The one body that took over; null in force, and null when the body was split in several. */
  successorCode: string | null;
  /** All bodies that took over: several after a split. */
  successorCodes: readonly string[];
};

/** The day the inhabitants were counted: 1 January of the one, 31 December of the other. */
const populationYears = { NO: 2025, SE: 2020 } as const;

/** The 21 regions in force and two of the landsting before them. */
export function swedishRegions(): ReferenceBody[] {
  return seRegions.map((record) => body('SE', 'REGION', record));
}

/** The 290 municipalities. */
export function swedishMunicipalities(): ReferenceBody[] {
  return seMunicipalities.map((record) => body('SE', 'MUNICIPALITY', record));
}

/** The 15 counties in force and those merged in 2018 and 2020 or split in 2024. */
export function norwegianCounties(): ReferenceBody[] {
  return noCounties.map((record) => body('NO', 'REGION', record));
}

/** The 357 municipalities, with inhabitants. */
export function norwegianMunicipalities(): ReferenceBody[] {
  return noMunicipalities.map((record) => body('NO', 'MUNICIPALITY', record));
}

function body(
  country: ReferenceBody['country'],
  level: ReferenceBody['level'],
  record: BodyRecord,
): ReferenceBody {
  const { successors = [], validFrom = null, validTo = null, samiArea = false, ...facts } = record;
  return {
    country,
    level,
    ...facts,
    ...(level === 'MUNICIPALITY' && { parentCode: record.code.slice(0, 2) }),
    ...(record.population !== undefined && { populationYear: populationYears[country] }),
    samiArea,
    validFrom,
    validTo,
    successorCode: successors.length === 1 ? (successors[0] ?? null) : null,
    successorCodes: successors,
  };
}
