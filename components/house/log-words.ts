import type { LogEntry } from '#lib/log/reads.ts';
import { isLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { allMessages, translator } from '#lib/platform/i18n/translate.ts';

/** From where the log is read: by the hub's administrators, or by an organisation's. */
export type Reader = { locale: Locale; hub: string; own: boolean };

/** An event as a sentence in the reader's language: who did what with which thing. */
export function sentenceOf(reader: Reader, entry: LogEntry): string {
  const t = translator(reader.locale, 'house');
  const values = {
    who: whoOf(reader, entry),
    what: entry.object === null ? t('log.unnamed') : quoted(reader.locale, entry),
    kind: entry.kind,
  };
  // A kind that was recorded by an older or newer version must not break the page.
  const known = entry.kind in allMessages[reader.locale].house.log.kinds;
  return t(known ? `log.kinds.${entry.kind}` : 'log.other', values);
}

function whoOf({ locale, hub, own }: Reader, { actedAs, person }: LogEntry): string {
  const t = translator(locale, 'house');
  if (actedAs === 'system') return t('log.system');
  if (actedAs === 'visitor') return t('log.visitor');
  // Names of the hub's staff stay with the hub: others meet the hub as one.
  if (actedAs === 'house' && own) return t('log.houseActor', { hub });
  return person ?? t('log.gone');
}

const written = new Set(['proposal', 'need', 'project']);

function quoted(locale: Locale, { objectType, object }: LogEntry): string {
  const marks = locale === 'sv' ? ['”', '”'] : locale === 'nb' ? ['«', '»'] : ['“', '”'];
  return written.has(objectType) ? marks.join(object ?? '') : (object ?? '');
}

/** For whom, about whom, in which capacity. */
export function circumstancesOf({ locale, own }: Reader, entry: LogEntry): string[] {
  const t = translator(locale, 'house');
  const { actedAs, organisation, concerns } = entry;
  return [
    ...(actedAs === 'house' && !own ? [t('log.house')] : []),
    ...(actedAs === 'member' && organisation && !own ? [t('log.for', { organisation })] : []),
    ...(concerns && !own ? [t('log.concerns', { organisation: concerns })] : []),
  ];
}

/** Old and new values, field by field. */
export function changesTold(locale: Locale, { changes, untold, kind }: LogEntry): string[] {
  const t = translator(locale, 'house');
  const shown = (value: string) => (value === '' ? t('log.blank') : value);
  const told = changes.map(({ field, from, to }) =>
    t('log.changed', { field: fieldWord(locale, kind, field), from: shown(from), to: shown(to) }),
  );
  const silent = untold.map((field) =>
    t('log.changedUntold', { field: fieldWord(locale, kind, field) }),
  );
  return [...told, ...silent];
}

function fieldWord(locale: Locale, kind: string, field: string): string {
  const t = translator(locale, 'house');
  const { log, statement } = allMessages[locale].house;
  if (kind === 'statementSaved' && field in statement.fields) {
    return t('log.fields.statement', { field: t(`statement.fields.${field}`) });
  }
  const [name = '', language = ''] = field.split('.');
  if (!(name in log.fields)) return field;
  return t(`log.fields.${name}`, {
    language: isLocale(language) ? t(`languages.${language}`) : '',
  });
}
