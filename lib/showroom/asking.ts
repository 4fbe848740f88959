import { folded } from './folding.ts';

/** One thing that is asked for: the ways to say it, the asker's own first; each way its words. */
export type Asked = string[][][];

const mostWords = 8;
// Swedish and Norwegian put at most so much behind a word that stays the same: -arnas, -ernes.
const longestEnding = 5;
const shortestStem = 5;

/** The words of a text, without what stands between them. */
export function wordsIn(text: string): string[] {
  return text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * What somebody asks for, thing by thing: a word, or several that mean one thing together, with all that means
 * the same. `synonyms` are the hub's groups. Empty when the text says no word at all.
 */
export function askedOf(text: string, synonyms: readonly (readonly string[])[]): Asked {
  const words = wordsIn(text).slice(0, mostWords);
  const groups = synonyms.map((group) => group.map(wordsIn));
  const asked: Asked = [];
  for (let at = 0; at < words.length; ) {
    const found = groups.flatMap((group) => {
      const term = group.filter((one) => standsAt(words, at, one)).sort(longer)[0];
      return term ? [{ length: term.length, others: group.filter((one) => one !== term) }] : [];
    });
    const length = Math.max(1, ...found.map((one) => one.length));
    const others = found.filter((one) => one.length === length).flatMap((one) => one.others);
    asked.push([words.slice(at, at + length), ...others]);
    at += length;
  }
  return asked;
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
  const more = asked.length - plain.length;
  return plain.length >= shortestStem && more <= longestEnding && asked.startsWith(plain);
}
