import type { ReactNode } from 'react';
import { SelectField } from '#components/ui/form/fields.tsx';
import type { timesFor } from '#lib/guided/offers.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { readDate } from '#lib/workspace/schema.ts';
import { sessionOptions, startGroups } from './times.ts';

export type Times = Awaited<ReturnType<typeof timesFor>>;
export type Query = Record<string, string | string[] | undefined>;

const last = (query: Query, name: string) => [query[name] ?? ''].flat().at(-1) ?? '';

/** What an address asks for: how many (0 where it does not say), in which language, from which day on. */
export function wishOf(query: Query, language: string) {
  const size = Number(last(query, 'size'));
  return {
    language: last(query, 'language') || language,
    size: Number.isInteger(size) && size > 0 && size <= 500 ? size : 0,
    from: readDate(last(query, 'from')),
  };
}

type Props = {
  locale: Locale;
  found: Times;
  /** How many come, where that can be chosen with the time. */
  size?: number;
  /** Asked for along with the rest. */
  kept?: Record<string, string>;
  /** More that the times, or what follows, depend on. */
  children?: ReactNode;
};

/** What the times depend on; asked for by address, so that it works without scripts. */
export function TimeWish({ locale, found, size, kept = {}, children }: Props) {
  const t = translator(locale, 'guided');
  const { languages, language, offer, days } = found;
  return (
    <form className="panel grid gap-4 p-5 sm:grid-cols-3" method="get">
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      {size !== undefined && <SizeWish locale={locale} offer={offer} size={size} />}
      <div className="ds-field">
        <label className="ds-label" htmlFor="wish-language">
          {t('language')}
        </label>
        <select
          className="ds-input"
          id="wish-language"
          name="language"
          defaultValue={language ?? ''}
        >
          {languages.map((one) => (
            <option key={one} value={one}>
              {t(`languages.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="ds-field">
        <label className="ds-label" htmlFor="wish-from">
          {t('fromDay')}
        </label>
        <input
          className="ds-input"
          id="wish-from"
          name="from"
          type="date"
          min={days[0]}
          defaultValue={days[0]}
        />
      </div>
      <div className="sm:col-span-3">
        <button className="ds-button" data-variant="secondary" type="submit">
          {t('showTimes')}
        </button>
      </div>
    </form>
  );
}

function SizeWish({
  locale,
  offer,
  size,
}: {
  locale: Locale;
  offer: Times['offer'];
  size: number;
}) {
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor="wish-size">
        {translator(locale, 'guided')('size')}
      </label>
      <input
        className="ds-input"
        id="wish-size"
        name="size"
        type="number"
        min={offer.groupFrom}
        max={offer.groupTo}
        defaultValue={size}
      />
    </div>
  );
}

/** Times to choose from: sessions that can be joined, then free starts day by day. */
export const choicesOf = (locale: Locale, { sessions, starts, offer }: Times) => {
  const joinable = sessionOptions(locale, offer.site.zone, sessions);
  const label = translator(locale, 'guided')('joinable');
  return [
    ...(joinable.length > 0 ? [{ label, options: joinable }] : []),
    ...startGroups(locale, starts),
  ];
};

/** Two weeks later. */
export function Later({ locale, found, size, kept = {} }: Props) {
  const query = new URLSearchParams({ ...kept, language: found.language ?? locale });
  if (size !== undefined) query.set('size', String(size));
  query.set('from', found.nextDay);
  return (
    <a className="inline-flex min-h-8 items-center" href={`?${query}`}>
      {translator(locale, 'guided')('later')}
    </a>
  );
}

/** The field of a form that says when. */
export function TimeField({ locale, found }: Pick<Props, 'locale' | 'found'>) {
  const t = translator(locale, 'guided');
  return (
    <SelectField
      name="time"
      label={t('time')}
      hint={t(`languages.${found.language ?? locale}`)}
      options={[{ value: '', label: '–' }]}
      groups={choicesOf(locale, found)}
      required
    />
  );
}
