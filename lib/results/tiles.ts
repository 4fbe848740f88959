export type Placed = { code: string; latitude: number | null; longitude: number | null };
export type Tile = { code: string; column: number; row: number };

/**
 * A map of tiles of one size, one a municipality, each near where it lies: the same places always make the same map. Who
 * has no coordinates comes last. Source of the idea: tile-grid maps as newspapers draw them; the coordinates are the
 * reference table's.
 */
export function tilesOf(places: readonly Placed[]): Tile[] {
  const spots = spotsOf(places);
  const side = Math.max(1, Math.ceil(Math.sqrt(places.length * 1.6)));
  const free = new Set(Array.from({ length: side * side }, (_, n) => n));
  return spots.map(({ code, x, y }) => {
    const best = nearest(free, side, x * (side - 1), y * (side - 1));
    free.delete(best);
    return { code, column: best % side, row: Math.floor(best / side) };
  });
}

/** Each between 0 and 1 from west to east and from north to south, the northernmost first. */
function spotsOf(places: readonly Placed[]) {
  const known = places.flatMap(({ code, latitude, longitude }) =>
    latitude === null || longitude === null
      ? []
      : [{ code, x: longitude * Math.cos((latitude * Math.PI) / 180), y: -latitude }],
  );
  const span = (values: number[]) => {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return (value: number) => (most === least ? 0.5 : (value - least) / (most - least));
  };
  const across = span(known.map(({ x }) => x));
  const down = span(known.map(({ y }) => y));
  const placed = known.map(({ code, x, y }) => ({ code, x: across(x), y: down(y) }));
  const rest = places.filter(({ code }) => !known.some((one) => one.code === code));
  const order = (one: { code: string }, other: { code: string }) =>
    one.code < other.code ? -1 : 1;
  return [
    ...placed.sort((one, other) => one.y - other.y || one.x - other.x || order(one, other)),
    ...rest.map(({ code }) => ({ code, x: 1, y: 1 })).sort(order),
  ];
}

function nearest(free: ReadonlySet<number>, side: number, x: number, y: number): number {
  let [best, least] = [-1, Number.POSITIVE_INFINITY];
  for (const cell of free) {
    const far = (x - (cell % side)) ** 2 + (y - Math.floor(cell / side)) ** 2;
    if (far < least) [best, least] = [cell, far];
  }
  return best;
}

/** Under which key a body's state with a result stands. */
export const cellOf = (resultId: string, organisationId: string | null) =>
  `${resultId}/${organisationId}`;
