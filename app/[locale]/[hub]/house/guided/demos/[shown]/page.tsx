import type { Metadata } from 'next';
import { cache } from 'react';
import { formLabels } from '#components/chrome/form-labels.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import type { Option } from '#components/ui/form/fields.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { findPresentation, listResources } from '#lib/guided/house.ts';
import { today } from '#lib/platform/clock.ts';
import { inLocale, type Locale, locales } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { open, present } from '../../actions.ts';

type Where = { locale: Locale; hub: string; shown: string };
type Props = { params: Promise<Where>; searchParams: Promise<{ done?: string | string[] }> };
type Found = Awaited<ReturnType<typeof findPresentation>>;

const load = cache(async ({ locale, hub, shown }: Where) => {
  const scope = await enterHouseOf(locale, hub);
  const found = await orNotFound(() => findPresentation(scope, shown));
  return { ...found, resources: await listResources(scope), day: today(scope.hub.zone).toString() };
});

const titleOf = (locale: Locale, { demo }: Found) =>
  translator(locale, 'guided')('house.presentation', { demo: inLocale(demo.title, locale) });

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const where = await params;
  await enterHouseOf(where.locale, where.hub);
  return { title: titleOf(where.locale, await load(where)) };
}

/** How one demo is shown to groups, and times opened for whoever wants to come. */
export default async function PresentationPage({ params, searchParams }: Props) {
  const where = await params;
  const { locale, hub } = where;
  const found = await load(where);
  const t = translator(locale, 'guided');
  const base = `/${locale}/${hub}/house/guided`;
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[
          { href: base, label: t('house.title') },
          { href: `${base}/demos`, label: t('house.presentations') },
        ]}
      />
      <DoneIn locale={locale} part="guided" done={(await searchParams).done} />
      <PageHeader title={titleOf(locale, found)} lead={found.demo.owner.name} />
      <div className="max-w-3xl">
        {found.zones.length === 0 ? (
          <Notice>{t('house.noZone')}</Notice>
        ) : (
          <Form where={where} found={found} />
        )}
        {found.demo.presentation && (
          <ButtonLink
            href={`/${locale}/${where.hub}/house/guided/demos/${where.shown}/book`}
            variant="secondary"
          >
            {t('behalf.title')}
          </ButtonLink>
        )}
        {found.demo.presentation && <Opening where={where} day={found.day} />}
      </div>
    </>
  );
}

type Loaded = Awaited<ReturnType<typeof load>>;

function Form({ where, found }: { where: Where; found: Loaded }) {
  const { locale } = where;
  const t = translator(locale, 'guided');
  const field = (name: string) => ({ name, label: t(`house.${name}`) });
  const number = (name: string) => ({ as: 'number' as const, required: true, ...field(name) });
  const yes = [{ value: 'yes', label: t('house.yes') }];
  const zones = found.zones.map(({ id, name, site }) => ({
    value: id,
    label: `${inLocale(name, locale)}, ${inLocale(site.name, locale)}`,
  }));
  return (
    <FieldsForm
      action={present.bind(null, where, where.shown)}
      labels={formLabels(locale)}
      initial={valuesOf(found)}
      groups={[
        {
          fields: [
            { as: 'select', name: 'placeId', label: t('house.zone'), options: zones },
            ...['minutes', 'groupFrom', 'groupTo', 'noticeHours'].map(number),
            {
              as: 'checkbox',
              name: 'languages',
              label: t('house.spoken'),
              options: locales.map((value) => ({ value, label: t(`languages.${value}`) })),
            },
            ...resourceFields(locale, found),
            { as: 'checkbox', ...field('hostNeeded'), options: yes },
            { as: 'checkbox', ...field('open'), options: yes },
          ],
        },
      ]}
      submit={t('save')}
    />
  );
}

/** One field of boxes for everything that is in use, by kind; of hosts only those of the owner. */
function resourceFields(locale: Locale, { resources, demo }: Loaded) {
  const t = translator(locale, 'guided');
  const options = resources
    .filter(({ retiredAt, kind, organisationId }) => {
      return !retiredAt && (kind !== 'HOST' || organisationId === demo.ownerId);
    })
    .map(({ id, kind, name, person, languages }): Option => {
      const spoken = languages.map((one) => t(`languages.${one}`)).join(', ');
      const what = [t(`house.kinds.${kind}`), spoken].filter(Boolean).join(' · ');
      return { value: id, label: person?.name ?? name, hint: what };
    });
  if (options.length === 0) return [];
  const label = t('house.resources');
  return [{ as: 'checkbox' as const, name: 'resources', label, options }];
}

function valuesOf({ demo: { presentation: said }, zones }: Loaded) {
  if (!said) {
    const usual = { minutes: '45', groupFrom: '2', groupTo: '12', noticeHours: '24' };
    return { ...usual, placeId: zones[0]?.id ?? '', languages: ['sv'], open: ['yes'] };
  }
  return {
    placeId: said.placeId,
    ...{ minutes: String(said.minutes), groupFrom: String(said.groupFrom) },
    ...{ groupTo: String(said.groupTo), noticeHours: String(said.noticeHours) },
    languages: said.languages,
    resources: said.resources.map(({ resourceId }) => resourceId),
    hostNeeded: said.hostNeeded ? ['yes'] : [],
    open: said.open ? ['yes'] : [],
  };
}

function Opening({ where, day }: { where: Where; day: string }) {
  const { locale } = where;
  const t = translator(locale, 'guided');
  return (
    <section className="mt-10" aria-labelledby="open-times">
      <h2 className="ds-heading" data-size="sm" id="open-times">
        {t('house.openTimes')}
      </h2>
      <p className="mt-0">{t('house.openTimesLead')}</p>
      <FieldsForm
        action={open.bind(null, where, where.shown)}
        labels={formLabels(locale)}
        initial={{ date: day, from: '13:00', weeks: '1', language: locale }}
        groups={[
          {
            fields: [
              { as: 'date', name: 'date', label: t('house.date'), required: true, min: day },
              { as: 'time', name: 'from', label: t('house.from'), required: true },
              { as: 'number', name: 'weeks', label: t('house.weeks'), required: true },
              {
                as: 'select',
                name: 'language',
                label: t('language'),
                options: locales.map((value) => ({ value, label: t(`languages.${value}`) })),
              },
            ],
          },
        ]}
        submit={t('house.openTimes')}
        variant="secondary"
      />
    </section>
  );
}
