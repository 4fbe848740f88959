import { stringify } from 'csv-stringify/sync';
import type { LogEntry } from '#lib/log/reads.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import { changesTold, type Reader, sentenceOf } from './log-words.ts';

const most = 100_000;

/**
 * The log as a file for spreadsheets: semicolons and a byte order mark, as they are read in the
 * Nordic countries, and no cell that begins like a formula is left as one.
 */
export async function logFile(
  reader: Reader,
  zone: string,
  entries: AsyncIterable<LogEntry>,
): Promise<Response> {
  const { locale, own } = reader;
  const t = translator(locale, 'house');
  const at = formatter(locale, zone);
  const columns = [
    'number',
    'at',
    'sentence',
    'person',
    'organisation',
    'concerns',
    'as',
    'changes',
  ];
  const rows: (string | number)[][] = [columns.map((column) => t(`log.columns.${column}`))];
  for await (const entry of entries) {
    const hidden = own && entry.actedAs === 'house';
    rows.push([
      entry.seq,
      at.dateTime(entry.at, { dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' }),
      sentenceOf(reader, entry),
      hidden ? '' : (entry.person ?? ''),
      hidden ? reader.hub : (entry.organisation ?? ''),
      entry.concerns ?? '',
      t(`log.as.${entry.actedAs}`),
      changesTold(locale, entry).join('\n'),
    ]);
    if (rows.length > most) break;
  }
  return new Response(stringify(rows, { delimiter: ';', bom: true, escape_formulas: true }), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="navet-log.csv"',
      'Cache-Control': 'no-store',
    },
  });
}
