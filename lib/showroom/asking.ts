import { folded } from './folding.ts';

/** One thing that is asked for: the ways to say it, the asker's own first, each way its words; or words just as they stand. */
export type Thing = ({ ways: string[][] } | { phrase: string }) & { not?: true };
/** One or another of several lists, of each list everything. Empty when no word is asked for at all. */
export type Asked = Thing[][];
type Groups = readonly (readonly string[][])[];

const mostWords = 8;
// What Swedish, Norwegian and English put behind a word that stays the same.
const ending = /^(e|a|n|r|t|s|en|et|an|ar|er|or|na|ne|ens|ets|ena|ene|arna|erna|orna|ane)s?$/;
const shortestStem = 5;
// As web searches have it, and in the languages of the portal.
const either = new Set(['or', 'eller']);

/** The words of a text, without what stands between them. */
export function wordsIn(text: string): string[] {
  return text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * What somebody asks for, thing by thing: a word, or several that mean one thing together, with all that means
 * the same; "words as they stand"; what is -not to be said; one or (eller) another, which binds less than what
 * stands beside each other. `synonyms` are the hub's groups.
 */
export function askedOf(text: string, synonyms: readonly (readonly string[])[]): Asked {
  const groups = synonyms.map((group) => group.map(wordsIn));
  return partsOf(text)
    .map((parts) => thingsOf(parts, groups))
    .filter((things) => things.length > 0);
}

/** The words of a question without phrases, exclusions and choices; null where it has some. */
export function plainWordsOf(asked: Asked): string[] | null {
  const [things = [], ...others] = asked;
  const own = things.map((thing) => ('ways' in thing && !thing.not ? (thing.ways[0] ?? []) : null));
  return others.length === 0 && own.every((words) => words !== null) ? own.flat() : null;
}

type Part = { words: string[]; quoted: boolean; not: boolean };

/** What stands between one "or" and the next; an "or" at either end is a word. */
function partsOf(text: string): Part[][] {
  const parts = [...text.replace(/[“”„«»]/g, '"').matchAll(/(?<!\S)(-?)"([^"]+)"|\S+/g)].map(
    ([whole, minus, quoted]): Part => {
      if (quoted !== undefined) return { words: wordsIn(quoted), quoted: true, not: minus === '-' };
      const words = wordsIn(whole);
      // Not to be said is what the whole of it says: of x-ray not each x.
      const not = /^-[\p{L}\p{N}]/u.test(whole);
      return { words, quoted: not && words.length > 1, not };
    },
  );
  const said = parts.filter(({ words }) => words.length > 0);
  const lists: Part[][] = [[]];
  for (const [n, part] of said.entries()) {
    const divides = !part.not && !part.quoted && either.has(folded(part.words.join(' ')));
    const before = lists.at(-1) ?? [];
    if (divides && before.length > 0 && n < said.length - 1) lists.push([]);
    else before.push(part);
  }
  return lists;
}

function thingsOf(parts: readonly Part[], groups: Groups): Thing[] {
  const things: Thing[] = [];
  let plain: string[] = [];
  const sayPlain = () => {
    things.push(...saidAlike(plain.slice(0, mostWords), groups));
    plain = [];
  };
  for (const { words, quoted, not } of parts) {
    if (!quoted && !not) plain.push(...words);
    else {
      sayPlain();
      const thing = quoted ? { phrase: words.join(' ') } : { ways: [words] };
      things.push(not ? { ...thing, not: true } : thing);
    }
  }
  sayPlain();
  return things.slice(0, mostWords);
}

/** Words beside each other, those together that mean one thing. */
function saidAlike(words: readonly string[], groups: Groups): Thing[] {
  const things: Thing[] = [];
  for (let at = 0; at < words.length; ) {
    const found = groups.flatMap((group) => {
      const term = group.filter((one) => standsAt(words, at, one)).sort(longer)[0];
      return term ? [{ length: term.length, others: group.filter((one) => one !== term) }] : [];
    });
    const length = Math.max(1, ...found.map((one) => one.length));
    const others = found.filter((one) => one.length === length).flatMap((one) => one.others);
    things.push({ ways: [words.slice(at, at + length), ...others] });
    at += length;
  }
  return things;
}

const longer = (one: string[], other: string[]) => other.length - one.length;

function standsAt(words: readonly string[], at: number, term: readonly string[]): boolean {
  return (
    term.length > 0 &&
    term.every((part, n) => words[at + n] !== undefined && isFormOf(words[at + n] ?? '', part))
  );
}

/** Whether a word is a term, or the term with an ending. */
function isFormOf(word: string, term: string): boolean {
  const [asked, plain] = [folded(word), folded(term)];
  if (asked === plain) return true;
  return (
    plain.length >= shortestStem &&
    asked.startsWith(plain) &&
    ending.test(asked.slice(plain.length))
  );
}
