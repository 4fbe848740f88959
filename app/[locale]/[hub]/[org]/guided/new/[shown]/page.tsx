import type { Metadata } from 'next';
import { cache } from 'react';
import { formLabels } from '#components/chrome/form-labels.ts';
import { GroupFields } from '#components/guided/group-fields.tsx';
import { sessionOptions, startGroups } from '#components/guided/times.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { HiddenField, SelectField, SubmitButton } from '#components/ui/form/fields.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { findTimes } from '#lib/guided/offers.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { readDate } from '#lib/workspace/schema.ts';
import { book } from '../../actions.ts';

type Where = { locale: Locale; hub: string; org: string; shown: string };
type Query = Record<string, string | string[] | undefined>;
type Props = { params: Promise<Where>; searchParams: Promise<Query> };
type Times = Awaited<ReturnType<typeof findTimes>>;

const last = (query: Query, name: string) => [query[name] ?? ''].flat().at(-1) ?? '';

function wishOf(query: Query, locale: Locale) {
  const size = Number(last(query, 'size'));
  const from = last(query, 'from');
  return {
    language: last(query, 'language') || locale,
    size: Number.isInteger(size) && size > 0 && size <= 500 ? size : 0,
    from: readDate(from),
  };
}

const load = cache(async ({ locale, hub, org, shown }: Where, query: Query) => {
  const scope = await enter(locale, hub, org);
  const wish = wishOf(query, locale);
  return orNotFound(async () => {
    const found = await findTimes(scope, { demoId: shown, ...wish, size: Math.max(wish.size, 1) });
    return { ...found, size: wish.size || found.offer.groupFrom };
  });
});

const titleOf = (locale: Locale, { offer }: Pick<Times, 'offer'>) =>
  translator(locale, 'guided')('newTitle', { demo: inLocale(offer.demo.title, locale) });

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const where = await params;
  return { title: titleOf(where.locale, await load(where, await searchParams)) };
}

/** A guided demo for a group: first how many and in which language, then the time, then who comes and why. */
export default async function NewGuidedPage({ params, searchParams }: Props) {
  const where = await params;
  const { locale, hub, org } = where;
  const found = await load(where, await searchParams);
  const { offer } = found;
  const t = translator(locale, 'guided');
  const values = {
    minutes: offer.minutes,
    place: inLocale(offer.place.name, locale),
    ...{ from: offer.groupFrom, to: offer.groupTo },
  };
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/${org}/guided`, label: t('title') }]}
      />
      <PageHeader title={titleOf(locale, found)} lead={t('newLead', values)} />
      {found.languages.length === 0 ? (
        <Notice>{t('closed')}</Notice>
      ) : (
        <div className="grid max-w-3xl gap-8">
          <Wish where={where} found={found} />
          <Booking where={where} found={found} />
        </div>
      )}
    </>
  );
}

type PartProps = { where: Where; found: Times & { size: number } };

/** What the times depend on; asked for by address, so that it works without scripts. */
function Wish({ where: { locale }, found }: PartProps) {
  const t = translator(locale, 'guided');
  const { languages, language, size, offer, days } = found;
  return (
    <form className="panel grid gap-4 p-5 sm:grid-cols-3" method="get">
      <div className="ds-field">
        <label className="ds-label" htmlFor="wish-size">
          {t('size')}
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

function Booking({ where, found }: PartProps) {
  const { locale, shown } = where;
  const t = translator(locale, 'guided');
  const { sessions, starts, size, language, offer, nextDay } = found;
  const joinable = sessionOptions(locale, offer.site.zone, sessions);
  const groups = [
    ...(joinable.length > 0 ? [{ label: t('joinable'), options: joinable }] : []),
    ...startGroups(locale, starts),
  ];
  const later = new URLSearchParams({ size: String(size), language: language ?? locale });
  later.set('from', nextDay);
  const laterLink = (
    <a className="inline-flex min-h-8 items-center" href={`?${later}`}>
      {t('later')}
    </a>
  );
  if (groups.length === 0) {
    return (
      <Notice>
        {t('noTimes')} {laterLink}
      </Notice>
    );
  }
  return (
    <ActionForm
      action={book.bind(null, where, shown)}
      labels={formLabels(locale)}
      initial={{ size: String(size) }}
    >
      <HiddenField name="key" value={crypto.randomUUID()} />
      <HiddenField name="language" value={language ?? locale} />
      <SelectField
        name="time"
        label={t('time')}
        hint={t(`languages.${language ?? locale}`)}
        options={[{ value: '', label: '–' }]}
        groups={groups}
        required
      />
      <div>{laterLink}</div>
      <GroupFields locale={locale} least={offer.groupFrom} most={offer.groupTo} />
      <div>
        <SubmitButton>{t('bookIt')}</SubmitButton>
      </div>
    </ActionForm>
  );
}
