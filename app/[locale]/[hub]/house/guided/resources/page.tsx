import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { whenText } from '#components/guided/times.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import {
  Choices,
  HiddenField,
  SelectField,
  SubmitButton,
  TextField,
} from '#components/ui/form/fields.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { listResources, listWhoCanShow } from '#lib/guided/house.ts';
import { longest } from '#lib/guided/schema.ts';
import { inLocale, type Locale, locales } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { add, retire } from '../actions.ts';

type Where = { locale: Locale; hub: string };
type Props = { params: Promise<Where>; searchParams: Promise<{ done?: string | string[] }> };
type Resource = Awaited<ReturnType<typeof listResources>>[number];
type Who = Awaited<ReturnType<typeof listWhoCanShow>>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'guided')('house.resources') };
}

/** What is taken when a demo is booked: guides, company hosts and kit. */
export default async function ResourcesPage({ params, searchParams }: Props) {
  const where = await params;
  const { locale, hub } = where;
  const scope = await enterHouseOf(locale, hub);
  const resources = await orNotFound(() => listResources(scope));
  const who = await listWhoCanShow(scope);
  const t = translator(locale, 'guided');
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/house/guided`, label: t('house.title') }]}
      />
      <DoneIn locale={locale} part="guided" done={(await searchParams).done} />
      <PageHeader title={t('house.resources')} lead={t('house.resourcesLead')} />
      {resources.length === 0 && <EmptyState text={t('house.noResources')} />}
      <ul className="m-0 grid max-w-3xl list-none gap-3 p-0">
        {resources.map((resource) => (
          <ResourceRow key={resource.id} where={where} resource={resource} />
        ))}
      </ul>
      <div className="mt-10 grid max-w-5xl gap-10 md:grid-cols-2">
        <AddPerson where={where} who={who} />
        <AddKit where={where} who={who} />
      </div>
    </>
  );
}

function ResourceRow({ where, resource }: { where: Where; resource: Resource }) {
  const { locale } = where;
  const t = translator(locale, 'guided');
  const { id, kind, person, organisation, languages, retiredAt } = resource;
  const name = person?.name ?? resource.name;
  const spoken = new Intl.ListFormat(locale).format(languages.map((one) => t(`languages.${one}`)));
  return (
    <li className="panel flex flex-wrap items-center justify-between gap-4 px-5 py-3">
      <div>
        <strong>{name}</strong> {retiredAt && <Tag>{t('house.retired')}</Tag>}
        <span className="quiet block text-base">
          {[t(`house.kinds.${kind}`), organisation?.name, spoken].filter(Boolean).join(' · ')}
        </span>
        <Touched where={where} resource={resource} />
      </div>
      <ButtonForm
        action={retire.bind(null, where, id, retiredAt === null)}
        labels={formLabels(locale)}
        variant="secondary"
      >
        <span aria-hidden="true">{t(retiredAt ? 'house.restore' : 'house.retire')}</span>
        <span className="ds-sr-only">
          {t(retiredAt ? 'house.restoreName' : 'house.retireName', { name })}
        </span>
      </ButtonForm>
    </li>
  );
}

/** What has been booked with it: that stands when it is taken out of use, until somebody does something about it. */
function Touched({ where: { locale, hub }, resource }: { where: Where; resource: Resource }) {
  const t = translator(locale, 'guided');
  const sessions = resource.unit.occupancies.flatMap(({ session }) => (session ? [session] : []));
  if (sessions.length === 0) return null;
  return (
    <details className="mt-1 text-base">
      <summary className="min-h-8 cursor-pointer">
        {t('house.touched', { count: sessions.length })}
      </summary>
      <p className="quiet my-1">{t('house.touchedHint')}</p>
      <ul className="ds-list m-0">
        {sessions.map(({ id, demo, place, startsAt, endsAt }) => (
          <li key={id}>
            <a href={`/${locale}/${hub}/house/guided/${id}`}>
              {inLocale(demo.title, locale)}, {whenText(locale, place.site.zone, startsAt, endsAt)}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

type AddProps = { where: Where; who: Who };

type SiteProps = { locale: Locale; name: 'siteId' | 'kitSite'; sites: Who['sites'] };

function SiteField({ locale, name, sites }: SiteProps) {
  const [only, other] = sites;
  if (only && !other) return <HiddenField name={name} value={only.id} />;
  return (
    <SelectField
      name={name}
      label={translator(locale, 'guided')('house.site')}
      options={sites.map((site) => ({ value: site.id, label: inLocale(site.name, locale) }))}
      required
    />
  );
}

function AddPerson({ where, who }: AddProps) {
  const { locale } = where;
  const t = translator(locale, 'guided');
  const groups = [
    {
      label: t('house.guidesGroup'),
      options: who.guides.map(({ id, name }) => ({ value: `GUIDE:${id}`, label: name })),
    },
    ...who.owners.map(({ id, name, memberships }) => ({
      label: name,
      options: memberships.map(({ person }) => ({
        value: `HOST:${person.id}:${id}`,
        label: person.name,
      })),
    })),
  ].filter(({ options }) => options.length > 0);
  return (
    <section aria-labelledby="add-person">
      <h2 className="ds-heading" data-size="sm" id="add-person">
        {t('house.addPerson')}
      </h2>
      <ActionForm
        action={add.bind(null, where)}
        labels={formLabels(locale)}
        initial={{ languages: [locale] }}
      >
        <SelectField
          name="what"
          label={t('house.person')}
          options={[{ value: '', label: '–' }]}
          groups={groups}
          required
        />
        <Choices
          name="languages"
          label={t('house.speaks')}
          type="checkbox"
          options={locales.map((value) => ({ value, label: t(`languages.${value}`) }))}
        />
        <SiteField locale={locale} name="siteId" sites={who.sites} />
        <div>
          <SubmitButton>{t('house.add')}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}

function AddKit({ where, who }: AddProps) {
  const { locale } = where;
  const t = translator(locale, 'guided');
  return (
    <section aria-labelledby="add-kit">
      <h2 className="ds-heading" data-size="sm" id="add-kit">
        {t('house.addKit')}
      </h2>
      <ActionForm action={add.bind(null, where)} labels={formLabels(locale)}>
        <HiddenField name="what" value="KIT" />
        <TextField name="name" label={t('house.kitName')} maxLength={longest.name} required />
        <SiteField locale={locale} name="kitSite" sites={who.sites} />
        <div>
          <SubmitButton>{t('house.add')}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}
