import { type Country, moneyOf } from '#components/prices/money.ts';
import { timeWords } from '#lib/log/bookings.ts';
import type { LogEntry } from '#lib/log/reads.ts';
import { writtenNumber } from '#lib/organisations/numbers.ts';
import { isLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { allMessages, translator } from '#lib/platform/i18n/translate.ts';

/** From where the log is read: by the hub's administrators, or by an organisation's. */
export type Reader = { locale: Locale; hub: string; own: boolean };

/** An event as a sentence in the reader's language: who did what with which thing. */
export function sentenceOf(reader: Reader, entry: LogEntry): string {
  const t = translator(reader.locale, 'house');
  const values = {
    who: whoOf(reader, entry),
    what: entry.object === null ? unnamed(reader.locale, entry) : quoted(reader.locale, entry),
    kind: entry.kind,
    ...circumstantial(reader.locale, entry),
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

const nobody = new Set(['person', 'invitation']);

function unnamed(locale: Locale, { objectType }: LogEntry): string {
  if (objectType === 'booking') return translator(locale, 'house')('log.aBooking');
  return translator(locale, 'house')(nobody.has(objectType) ? 'log.someone' : 'log.unnamed');
}

/** What some sentences say besides; `none` where an event of an older version does not tell it. */
function circumstantial(locale: Locale, entry: LogEntry): Record<string, string> {
  const { changes, invited, facts } = entry;
  const of = (field: string) => changes.find((change) => change.field === field);
  const role = of('role');
  const domain = of('domain');
  return {
    known: entry.object === null ? 'none' : 'some',
    organisation: entry.organisation ?? 'none',
    body: invited?.body || 'none',
    role: roleWord(locale, invited?.role ?? role?.to ?? facts.role ?? ''),
    from: roleWord(locale, role?.from ?? ''),
    domain: domain?.to || domain?.from || facts.domain || 'none',
    name: facts.name || 'none',
  };
}

/** A role within a sentence, so in small letters; `none` for what is no role. */
function roleWord(locale: Locale, code: string): string {
  const { roles } = allMessages[locale].people;
  if (!(code in roles)) return 'none';
  const word = translator(locale, 'people')(`roles.${code}`);
  return word.charAt(0).toLocaleLowerCase(locale) + word.slice(1);
}

const written = new Set(['proposal', 'need', 'project', 'demo']);

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
export function changesTold(locale: Locale, entry: LogEntry): string[] {
  const { changes, untold, roles, kind } = entry;
  const t = translator(locale, 'house');
  const told = changes.map(({ field, from, to }) =>
    t('log.changed', {
      field: fieldWord(locale, kind, field),
      from: valueWord(locale, entry, field, from),
      to: valueWord(locale, entry, field, to),
    }),
  );
  const names = (codes: string[]) => codes.map((code) => roleWord(locale, code)).join(', ');
  const given = roles.given.length > 0 ? [t('log.given', { roles: names(roles.given) })] : [];
  const taken = roles.taken.length > 0 ? [t('log.taken', { roles: names(roles.taken) })] : [];
  const silent = untold.map((field) =>
    t('log.changedUntold', { field: fieldWord(locale, kind, field) }),
  );
  return [...told, ...given, ...taken, ...silent];
}

/** A code of the database as a word; whatever is written by people stands as it is. */
function valueWord(locale: Locale, entry: LogEntry, field: string, value: string): string {
  const all = allMessages[locale];
  const words: Record<string, string> =
    {
      role: all.people.roles,
      state:
        entry.objectType === 'proposal' ? all.innovation.states : all.organisations.judge.state,
      compliance: all.house.statement.compliance,
    }[field] ?? {};
  if (value === '') return translator(locale, 'house')('log.blank');
  if (field === 'time') return timeWords(locale, value);
  if (field === 'price') return priceWords(locale, value);
  if (field === 'number') return writtenNumber(value.length === 10 ? 'SE' : 'NO', value);
  if (field !== 'languages') return words[value] ?? value;
  const spoken = value
    .split(', ')
    .map((each) => (isLocale(each) ? all.house.languages[each] : each));
  return spoken.join(', ');
}

/** An amount with the country whose money it is, as events keep it. */
function priceWords(locale: Locale, value: string): string {
  const [, ore, country] = /^(\d+) (SE|NO)$/.exec(value) ?? ([] as undefined[]);
  return ore && country ? moneyOf(locale, country as Country, Number(ore)) : value;
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
