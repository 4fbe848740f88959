import { needField } from '#lib/workspace/attributes.ts';
import type { Slot, Wish } from '#lib/workspace/schema.ts';

type Carried = Omit<Wish, keyof Slot> & Partial<Slot> & { view?: string; purpose?: string };

/** An address with a wish in its query; what is empty is left out. */
export function withWish(path: string, wish: Carried): string {
  const query = new URLSearchParams();
  for (const name of ['date', 'from', 'to', 'seats', 'kind', 'site', 'view', 'purpose'] as const) {
    const value = wish[name];
    if (value) query.set(name, String(value));
  }
  for (const [code, typed] of Object.entries(wish.needs ?? {})) query.set(needField(code), typed);
  return query.size > 0 ? `${path}?${query}` : path;
}
