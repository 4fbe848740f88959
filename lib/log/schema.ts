import { z } from 'zod';
import { groupNames, type LogGroup } from './rules.ts';

export type LogQuery = {
  group: LogGroup | null;
  /** Ids, or null for all. */
  organisation: string | null;
  person: string | null;
  object: string | null;
  /** Local days of the hub, YYYY-MM-DD, both included. */
  from: string | null;
  to: string | null;
  /** Only what is older than this place in the chain. */
  before: number | null;
};

type Search = Record<string, string | string[] | undefined>;

const id = z.guid();
const day = z.iso.date();
const place = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

/** What an address of the log asks for; whatever makes no sense is left out. */
export function readLogQuery(search: Search): LogQuery {
  const last = (name: string) => [search[name] ?? []].flat().at(-1) ?? '';
  const kept = <T>(schema: z.ZodType<T>, name: string): T | null => {
    const parsed = schema.safeParse(last(name));
    return parsed.success ? parsed.data : null;
  };
  return {
    group: groupNames.find((name) => name === last('group')) ?? null,
    organisation: kept(id, 'organisation'),
    person: kept(id, 'person'),
    object: kept(id, 'object'),
    from: kept(day, 'from'),
    to: kept(day, 'to'),
    before: kept(place, 'before'),
  };
}

/** The address of a query; begins with `?` or is empty. */
export function logAddress(query: Partial<LogQuery>): string {
  const parts = Object.entries(query).filter(([, value]) => value !== null && value !== undefined);
  const written = new URLSearchParams(parts.map(([key, value]) => [key, String(value)])).toString();
  return written && `?${written}`;
}

/** Whether a query narrows the log at all. */
export function isNarrowed({ before: _, ...query }: LogQuery): boolean {
  return Object.values(query).some((value) => value !== null);
}
