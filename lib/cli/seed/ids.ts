const ids = new Map<string, string>();

/** One id for each thing the demo world names, for as long as the seed runs. */
export function idOf(kind: string, key: string): string {
  const name = `${kind}:${key}`;
  const known = ids.get(name) ?? crypto.randomUUID();
  ids.set(name, known);
  return known;
}

/** Sets an id that the database already knows. */
export function knowId(kind: string, key: string, id: string): void {
  ids.set(`${kind}:${key}`, id);
}
