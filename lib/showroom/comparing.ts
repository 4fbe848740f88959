import { numberIn } from './links.ts';

/** As many as stand beside one another and can still be read. */
export const mostCompared = 4;

type Asked = Record<string, string | string[] | undefined>;
export type CompareQuery = {
  /** Public numbers, in the order chosen. */
  numbers: string[];
  /** More were asked for than are shown. */
  tooMany: boolean;
  /** Something was typed that is no number. */
  strange: boolean;
  /** Only what differs. */
  only: boolean;
};

/** What an address asks to have compared: numbers or short addresses, each once, the first four. */
export function compareQueryOf(query: Asked): CompareQuery {
  const typed = [query.d ?? []].flat().filter((each) => each.trim() !== '');
  const read = typed.map(numberIn);
  const all = [...new Set(read.filter((each) => each !== null))];
  return {
    numbers: all.slice(0, mostCompared),
    tooMany: all.length > mostCompared,
    strange: read.includes(null),
    only: [query.only ?? ''].flat().at(-1) === 'differences',
  };
}

/** The address of a comparison. */
export function compareAddress(base: string, numbers: readonly string[], only: boolean): string {
  const search = new URLSearchParams(numbers.map((number) => ['d', number]));
  if (only) search.set('only', 'differences');
  const text = search.toString();
  return base + (text && `?${text}`);
}
