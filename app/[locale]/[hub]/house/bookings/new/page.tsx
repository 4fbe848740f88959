import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { BehalfForm } from '#components/workspace/behalf-form.tsx';
import { shownChoicesOf } from '#components/workspace/shown-choices.ts';
import { today } from '#lib/platform/clock.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { type BehalfChoices, findBehalfChoices } from '#lib/workspace/behalf.ts';
import { isId, purposeLimit, type Query, single } from '#lib/workspace/schema.ts';
import { bookFor } from '../actions.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'workspace')('behalf.title') };
}

/** First for which organisation; then for whom, what and when. */
export default async function BehalfPage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const query = await searchParams;
  const scope = await enterHouseOf(locale, hub);
  const asked = single(query.organisation);
  const choices = await orNotFound(() => findBehalfChoices(scope, isId(asked) ? asked : null));
  const t = translator(locale, 'workspace');
  const chosen = choices.organisations.find(({ id }) => id === asked);
  const initial = {
    ...{ date: single(query.date) || today(scope.hub.zone).toString(), people: '1' },
    ...{ placeId: single(query.placeId), from: single(query.from), to: single(query.to) },
  };
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/house/today`, label: t('today.title') }]}
      />
      <PageHeader title={t('behalf.title')} lead={t('behalf.lead')} />
      <Choose locale={locale} organisations={choices.organisations} chosen={asked} kept={initial} />
      {chosen && choices.people.length === 0 && (
        <Notice>{t('behalf.nobody', { organisation: chosen.name })}</Notice>
      )}
      {chosen && choices.people.length > 0 && (
        <div className="mt-8 max-w-2xl">
          <BehalfForm
            // A way out leads back here with other values.
            key={JSON.stringify(initial)}
            action={bookFor.bind(null, { locale, hub })}
            labels={formLabels(locale)}
            words={wordsOf(locale)}
            hidden={{ organisationId: asked, requestKey: crypto.randomUUID() }}
            initial={initial}
            people={choices.people.map(({ id, name }) => ({ value: id, label: name }))}
            places={placesOf(locale, choices)}
            shownAs={shownChoicesOf(locale, chosen.name)}
            purposeLimit={purposeLimit}
          />
        </div>
      )}
    </>
  );
}

type ChooseProps = {
  locale: Locale;
  organisations: BehalfChoices['organisations'];
  chosen: string;
  /** What was asked for already: choosing another organisation loses none of it. */
  kept: Record<string, string>;
};
const carried = ['date', 'placeId', 'from', 'to'];

function Choose({ locale, organisations, chosen, kept }: ChooseProps) {
  const t = translator(locale, 'workspace');
  return (
    <form method="get" className="panel flex flex-wrap items-end gap-5 p-5">
      {carried.map(
        (name) => kept[name] && <input key={name} type="hidden" name={name} value={kept[name]} />,
      )}
      <div className="ds-field min-w-0">
        <label className="ds-label" htmlFor="organisation">
          {t('behalf.organisation')}
        </label>
        <select
          className="ds-input max-w-full"
          id="organisation"
          name="organisation"
          defaultValue={chosen}
        >
          {organisations.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <button className="ds-button" data-variant="secondary" type="submit">
        {t('behalf.choose')}
      </button>
    </form>
  );
}

/** With the site's name where there are several. */
function placesOf(locale: Locale, { places }: BehalfChoices) {
  const t = translator(locale, 'workspace');
  const sites = new Set(places.map(({ site }) => inLocale(site, locale)));
  return places.map(({ id, name, kind, site }) => {
    const words = [inLocale(name, locale), t(`kinds.${kind}`)];
    const label = sites.size > 1 ? [...words, inLocale(site, locale)] : words;
    return { value: id, label: label.join(', ') };
  });
}

function wordsOf(locale: Locale) {
  const t = translator(locale, 'workspace');
  return {
    ...{ place: t('change.place'), date: t('find.date'), from: t('find.from'), to: t('find.to') },
    ...{ forWhom: t('confirm.forWhom'), people: t('confirm.people') },
    shown: t('confirm.shown'),
    ...{ purpose: t('confirm.purpose'), submit: t('behalf.submit') },
    ...{ ways: t('confirm.alternatives'), noWays: t('confirm.noAlternatives') },
  };
}
