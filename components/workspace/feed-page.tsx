import { formLabels } from '#components/chrome/form-labels.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { FormState } from '#lib/platform/formstate.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import type { FeedRow } from '#lib/workspace/feeds.ts';
import type { ShownHouse } from '#lib/workspace/reads.ts';
import { placeKinds } from '#lib/workspace/schema.ts';
import { FeedForm } from './feed-form.tsx';
import { SiteChoice } from './site-choice.tsx';

type Action = (before: FormState, form: FormData) => Promise<FormState>;
type Props = {
  locale: Locale;
  scope: Scope;
  feeds: readonly FeedRow[];
  house: House;
  make: Action;
  revoke: (id: string) => Action;
};

/** One's own calendar addresses: a new one, those there are, and the way to take each back. */
export function FeedPage({ locale, scope, feeds, house, make, revoke }: Props) {
  const t = translator(locale, 'workspace');
  return (
    <>
      <PageHeader title={t('feeds.title')} lead={t('feeds.lead')} />
      {house && <SiteChoice locale={locale} sites={house.sites} chosen={house.site.slug} />}
      <div className="max-w-3xl">
        <FeedForm
          action={make}
          labels={formLabels(locale)}
          options={optionsOf(locale, scope, house)}
          groups={placesByKind(locale, house)}
          words={{
            what: t('feeds.what'),
            whatHint: t('feeds.whatHint'),
            submit: t('feeds.submit'),
            made: t('feeds.made'),
            how: t('feeds.how'),
            address: t('feeds.address'),
          }}
        />
      </div>
      <section className="mt-10" aria-labelledby="mine">
        <h2 className="ds-heading" data-size="xs" id="mine">
          {t('feeds.mine')}
        </h2>
        {feeds.length === 0 && <EmptyState text={t('feeds.none')} />}
        <ul className="m-0 grid list-none gap-3 p-0">
          {feeds.map((feed) => (
            <Row key={feed.id} {...{ locale, scope, feed, revoke }} />
          ))}
        </ul>
      </section>
    </>
  );
}

type RowProps = Pick<Props, 'locale' | 'scope' | 'revoke'> & { feed: FeedRow };

function Row({ locale, scope, feed, revoke }: RowProps) {
  const t = translator(locale, 'workspace');
  const date = formatter(locale, scope.hub.zone).dateTime(feed.madeAt, { dateStyle: 'medium' });
  const what = t(`feeds.${feed.kind}`, {
    organisation: scope.actingName,
    place: feed.place ? inLocale(feed.place, locale) : '',
    site: feed.site ? inLocale(feed.site, locale) : '',
  });
  return (
    <li className="panel flex flex-wrap items-center justify-between gap-4 px-5 py-3">
      <div>
        <span className="font-semibold">{what}</span>
        <span className="quiet block text-base">{t('feeds.since', { date })}</span>
      </div>
      <ButtonForm action={revoke(feed.id)} labels={formLabels(locale)} variant="secondary">
        {t('feeds.revoke')}
        <span className="ds-sr-only">
          , {what}, {date}
        </span>
      </ButtonForm>
    </li>
  );
}

/** What there is to follow; null for a hub that has no house yet. */
export type House = Pick<ShownHouse, 'sites' | 'site' | 'places'> | null;

function optionsOf(locale: Locale, scope: Scope, house: House) {
  const t = translator(locale, 'workspace');
  const own = { value: 'OWN', label: t('feeds.OWN', { organisation: scope.actingName }) };
  const site = house && {
    value: `SITE:${house.site.id}`,
    label: t('feeds.SITE', { site: inLocale(house.site.name, locale) }),
  };
  return [...(scope.may('booking:list') ? [own] : []), ...(site ? [site] : [])];
}

/** Each place, under its kind. */
function placesByKind(locale: Locale, house: House) {
  const t = translator(locale, 'workspace');
  const places = house?.places ?? [];
  const groups = placeKinds.map((wanted) => ({
    label: t(`groups.${wanted}`),
    options: places
      .filter(({ kind }) => kind === wanted)
      .map(({ id, name }) => ({ value: `PLACE:${id}`, label: inLocale(name, locale) })),
  }));
  return groups.filter(({ options }) => options.length > 0);
}
