import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import yauzl from 'yauzl';

/** A file as rows of cells, or why it is none. */
export type Table =
  | { rows: string[][] }
  | { refused: 'noTable' | 'unpacksTooLarge' | 'tooManyRows' };

/** Most rows below the heading. */
export const mostRows = 500;
const mostColumns = 60;
const longestCell = 20_000;
const mebibyte = 1024 * 1024;
const mostUnpacked = 40 * mebibyte;
const mostParts = 200;

/** Reads a file of a spreadsheet, or of values with semicolons, commas or tabs between. Formulas stay words. */
export async function readTable(bytes: Buffer): Promise<Table> {
  try {
    const packed = bytes.subarray(0, 2).toString('latin1') === 'PK';
    const rows = packed ? await sheetIn(bytes) : valuesIn(bytes);
    if (!Array.isArray(rows)) return rows;
    return rows.length - 1 > mostRows ? { refused: 'tooManyRows' } : { rows };
  } catch {
    return { refused: 'noTable' };
  }
}

async function sheetIn(bytes: Buffer): Promise<string[][] | Table> {
  if (!(await unpacksSmall(bytes))) return { refused: 'unpacksTooLarge' };
  const rows = (await readSheet(bytes)) as unknown[][];
  return withoutEnd(rows.map((row) => row.slice(0, mostColumns).map(wordsOf)));
}

/**
 * Whether a packed file is no larger than it may be once unpacked: unpacked here part by part and thrown away,
 * since what it says of itself may be a lie.
 */
async function unpacksSmall(bytes: Buffer): Promise<boolean> {
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true });
  if (zip.entryCount > mostParts) return false;
  let left = mostUnpacked;
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new Error('locked');
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) {
      left -= (part as Buffer).length;
      if (left < 0) return false;
      parts.push(part as Buffer);
    }
    if (reachesFar(Buffer.concat(parts).toString('latin1'))) return false;
  }
  return true;
}

// A sheet of 255 columns and 9 999 rows is still read; a cell beyond has every one before it made, too.
const far = /(?:[A-Z]{3}\d+|[J-Z][A-Z]\d+|[A-Z]+\d{5,})\s*["']/.source;
const farCell = new RegExp(
  `<(?:\\w+:)?(?:c\\b[^>]*\\br|dimension\\b[^>]*\\bref)\\s*=\\s*["']\\s*(?:[A-Z]+\\d+:)?${far}`,
  'i',
);
const farRow = /<(?:\w+:)?row\b[^>]*\br\s*=\s*["']\s*\d{5,}/i;
// Letters written as numbers hide where a cell stands; no spreadsheet writes them there.
const hidden = /<(?:\w+:)?(?:c|row|dimension)\b[^>]*\b(?:r|ref)\s*=\s*["'][^"'<]*&/i;

/** Whether a part of a workbook has a cell so far out that reading it would fill the memory. */
function reachesFar(part: string): boolean {
  return farCell.test(part) || farRow.test(part) || hidden.test(part);
}

function wordsOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell).slice(0, longestCell);
}

function valuesIn(bytes: Buffer): string[][] {
  // Excel takes a first line that says what stands between; it is no row.
  const text = decoded(bytes).replace(/^sep=.\r?\n/i, '');
  if (text.includes('\0')) throw new Error('no text');
  const delimiter = delimiterIn(text);
  const rows: string[][] = parse(text, {
    ...{ bom: true, delimiter, relax_column_count: true, relax_quotes: true },
    ...{ max_record_size: mebibyte, to: mostRows + 2 },
  });
  return withoutEnd(rows.map((row) => row.slice(0, mostColumns).map(wordsOf)));
}

// Spreadsheets on Windows write their own letters, or two bytes each, unless told otherwise.
function decoded(bytes: Buffer): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** What stands between values: whatever makes the most columns of the heading. */
function delimiterIn(text: string): string {
  const columns = (delimiter: string) => {
    const options = { bom: true, delimiter, relax_column_count: true, relax_quotes: true, to: 1 };
    const [heading = []] = parse(text, options) as string[][];
    return heading.length;
  };
  const [best = ';'] = [';', ',', '\t'].sort((one, other) => columns(other) - columns(one));
  return best;
}

/** Without the empty rows that spreadsheets leave at the end. */
function withoutEnd(rows: string[][]): string[][] {
  const last = rows.findLastIndex((row) => row.some((cell) => cell.trim() !== ''));
  return rows.slice(0, last + 1);
}
