/** What the log can be narrowed to: each group with the types of things its events are about. */
export const logGroups = {
  booking: ['booking', 'lease', 'place', 'site', 'floor', 'floorPlan', 'houseTerms'],
  money: ['price', 'plan', 'invoiceBasis'],
  innovation: ['proposal', 'need', 'project'],
  showroom: ['demo'],
  organisation: ['organisation', 'application', 'participation'],
  people: ['person', 'membership', 'hubRole', 'invitation', 'session', 'identity', 'passkey'],
  hub: ['hub', 'provider'],
  accessibility: ['barrierReport'],
} as const;
export type LogGroup = keyof typeof logGroups;
export const groupNames = Object.keys(logGroups) as LogGroup[];

/** What was changed, field by field, as the event tells it. */
export type Change = { field: string; from: string; to: string };

/** The old and new values in an event's detail, which names them `from.<field>` and `to.<field>`. */
export function changesIn(detail: unknown): Change[] {
  const told = (detail ?? {}) as Record<string, unknown>;
  const said = (key: string) => String(told[key] ?? '');
  // The database keeps no order of keys; the list of what was changed has the form's.
  const order = Array.isArray(told.changed) ? told.changed.map(String) : [];
  return Object.keys(told)
    .filter((key) => key.startsWith('to.'))
    .map((key) => key.slice(3))
    .sort((one, other) => order.indexOf(one) - order.indexOf(other))
    .map((field) => ({ field, from: said(`from.${field}`), to: said(`to.${field}`) }));
}

/** Roles of the hub that somebody was given and lost in an event. */
export function rolesIn(detail: unknown): { given: string[]; taken: string[] } {
  const { given, taken } = (detail ?? {}) as { given?: unknown; taken?: unknown };
  const codes = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);
  return { given: codes(given), taken: codes(taken) };
}

/** What else an event tells in words, by name. */
export function factsIn(detail: unknown): Record<string, string> {
  const told = Object.entries((detail ?? {}) as Record<string, unknown>);
  const words = told.filter(([key, value]) => typeof value === 'string' && !key.includes('.'));
  return Object.fromEntries(words) as Record<string, string>;
}

/** The fields that were changed without their values being told. */
export function untoldIn(detail: unknown): string[] {
  const { changed } = (detail ?? {}) as { changed?: unknown };
  if (!Array.isArray(changed)) return [];
  const told = new Set(changesIn(detail).map(({ field }) => field));
  return changed.map(String).filter((field) => !told.has(field));
}
