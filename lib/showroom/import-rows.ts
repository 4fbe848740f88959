import type { ClaimKey } from './claims.ts';
import { type ContentInput, demoContent } from './content.ts';
import { folded } from './folding.ts';
import { columnOf, type ImportColumn, importColumns, valueNamed } from './import-columns.ts';

/** What is wrong in a cell: where, which sentence, and what stands there. */
export type Problem = { row: number; column: ImportColumn; code: string; value: string };
/** A row that can be a draft. `key` tells it from every other of its owner. */
export type GoodRow = { row: number; key: string; title: string; content: ContentInput };
export type ReadRows = {
  /** Rows with anything in them, the heading apart. */
  count: number;
  good: GoodRow[];
  problems: Problem[];
  /** Headings that mean nothing here; what stands below them is left out. */
  unknown: string[];
};

const longestTold = 60;
const many: readonly ImportColumn[] = ['areas', 'settings', 'audience', 'claims'];
const single: readonly ImportColumn[] = ['kind', 'stage', 'regulation'];

/**
 * Reads a table whose first row names its columns. Rows are counted as spreadsheets count them.
 * @returns null when no column is a name of a demo
 */
export function readRows(table: readonly (readonly string[])[]): ReadRows | null {
  const [heading = [], ...rows] = table;
  const columns = heading.map((text) => columnOf(text));
  if (!columns.some((column) => column?.startsWith('title.'))) return null;
  const unknown = heading.filter((text, n) => text.trim() !== '' && columns[n] === undefined);
  const read: ReadRows = { count: 0, good: [], problems: [], unknown };
  const seen = new Map<string, number>();
  for (const [n, cells] of rows.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    read.count += 1;
    const { good, problems } = readRow(n + 2, cellsByColumn(columns, cells), seen);
    read.problems.push(...problems);
    if (good) read.good.push(good);
  }
  return read;
}

type Cells = Partial<Record<ImportColumn, string>>;

/** Of two columns with one name the first counts. */
function cellsByColumn(columns: (ImportColumn | undefined)[], cells: readonly string[]): Cells {
  const named: Cells = {};
  for (const [n, column] of columns.entries()) {
    if (column) named[column] ??= (cells[n] ?? '').trim();
  }
  return named;
}

function readRow(row: number, cells: Cells, seen: Map<string, number>) {
  const problems: Problem[] = [];
  const say = (column: ImportColumn, code: string) => {
    const value = (cells[column] ?? '').slice(0, longestTold);
    problems.push({ row, column, code, value });
  };
  const content = contentIn(cells, say);
  const parsed = demoContent.safeParse(content);
  for (const issue of parsed.success ? [] : parsed.error.issues) {
    say(columnIn(issue.path), codeIn(issue.message));
  }
  const title = titleIn(cells);
  if (title === '') say('title.sv', 'demoImport.refusals.noTitle');
  const key = cells.number ? `number ${folded(cells.number)}` : `title ${folded(title)}`;
  if (problems.length === 0 && seen.has(key)) {
    say(cells.number ? 'number' : 'title.sv', 'demoImport.refusals.twice');
  }
  if (problems.length > 0) return { problems };
  seen.set(key, row);
  return { problems, good: { row, key, title, content } };
}

function titleIn(cells: Cells): string {
  return cells['title.sv'] || cells['title.nb'] || cells['title.en'] || '';
}

type Say = (column: ImportColumn, code: string) => void;

function contentIn(cells: Cells, say: Say): ContentInput {
  const text = (name: 'title' | 'summary' | 'body') => ({
    sv: cells[`${name}.sv`] ?? '',
    nb: cells[`${name}.nb`] ?? '',
    en: cells[`${name}.en`] ?? '',
  });
  const chosen = [...single, ...many].flatMap((column) => {
    const found = chosenIn(column, cells[column] ?? '', say);
    if (found.length === 0) return [];
    return [[column, many.includes(column) ? found : found[0]]];
  });
  const { claims = [], regulation, ...rest } = Object.fromEntries(chosen);
  return {
    ...{ title: text('title'), summary: text('summary'), body: text('body') },
    ...rest,
    claims: declared([...claims], regulation),
    ...(cells.trl && { trl: trlIn(cells.trl, say) }),
    ...(cells.iso9999 && { iso9999: cells.iso9999 }),
  };
}

/** What a row claims: said by its owner alone, as all that nobody has checked. */
function declared(keys: ClaimKey[], regulation?: string): ContentInput['claims'] {
  const classes = regulation ? [{ key: 'CLASS' as const, value: regulation }] : [];
  return [...classes, ...keys.map((key) => ({ key }))];
}

/** The values of a cell; several stand with a semicolon, a bar or a line between. */
function chosenIn(column: ImportColumn, cell: string, say: Say): string[] {
  const words = cell.split(/[;|\n]/).filter((word) => word.trim() !== '');
  const found = words.map((word) => valueNamed(column, word));
  if (found.includes(undefined)) say(column, 'demoImport.refusals.noSuchValue');
  else if (!many.includes(column) && found.length > 1) say(column, 'demoImport.refusals.oneValue');
  return [...new Set(found.filter((value) => value !== undefined))];
}

function trlIn(cell: string, say: Say): number | null {
  const level = /^(trl ?)?([1-9])$/i.exec(cell)?.[2];
  if (level === undefined) say('trl', 'demoImport.refusals.trl');
  return level === undefined ? null : Number(level);
}

function columnIn(path: readonly PropertyKey[]): ImportColumn {
  const names: readonly string[] = importColumns;
  const [whole, first] = [path.map(String).join('.'), String(path[0])];
  return (
    names.includes(whole) ? whole : names.includes(first) ? first : 'title.sv'
  ) as ImportColumn;
}

/** A schema's own messages are codes; its stock ones are not. */
function codeIn(message: string): string {
  return /^[a-z]\w*(\.\w+)+$/i.test(message) ? message : 'demoImport.refusals.noSuchValue';
}
