import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { NeedForm } from '#components/needs/need-form.tsx';
import { needWords } from '#components/needs/words.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { findNeedStart } from '#lib/needs/alike.ts';
import type { NeedCard } from '#lib/needs/reads.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { demand, enter, orNone } from '#lib/platform/session/entry.ts';
import { back, save } from '../actions.ts';

type Place = { locale: Locale; hub: string; org: string };
type Props = {
  params: Promise<Place>;
  searchParams: Promise<{ demo?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'needs')('newTitle') };
}

/** A need in two fields, after those that others have said at the same demo. */
export default async function NewNeedPage({ params, searchParams }: Props) {
  const place = await params;
  const { locale, hub, org } = place;
  const scope = await enter(locale, hub, org);
  demand(scope, 'proposal:draft');
  const t = translator(locale, 'needs');
  const base = `/${locale}/${hub}/${org}/needs`;
  if (!scope.may('need:say')) {
    return (
      <>
        <PageHeader title={t('newTitle')} />
        <Notice>{t('notForCompanies')}</Notice>
        <p>
          <ButtonLink href={`/${locale}/${hub}/${org}/others?show=needs`}>
            {t('findOthers')}
          </ButtonLink>
        </p>
      </>
    );
  }
  const { demo: asked } = await searchParams;
  const start = typeof asked === 'string' ? await orNone(() => findNeedStart(scope, asked)) : null;
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: base, label: t('title') }]}
      />
      <PageHeader title={t('newTitle')} lead={t('newLead')} />
      {start && <p>{t('sayingAt', { demo: inLocale(start.demo.title, locale) })}</p>}
      {start && start.alike.length > 0 && <Alike place={place} needs={start.alike} />}
      <div className="mt-8 max-w-3xl">
        <NeedForm
          action={save.bind(null, place)}
          words={needWords(locale, 'save')}
          base={base}
          initial={{
            ...{ id: crypto.randomUUID(), revision: '0', demo: start?.demo.id ?? '', seen: '' },
            ...{ language: locale, urgency: '2', visibility: 'PUBLIC_SIDE' },
            areas: start?.demo.areas ?? [],
          }}
        />
      </div>
    </>
  );
}

/** What others have said already, each with a button that joins it. */
function Alike({ place, needs }: { place: Place; needs: readonly NeedCard[] }) {
  const { locale, hub, org } = place;
  const t = translator(locale, 'needs');
  const others = translator(locale, 'innovation');
  return (
    <section className="mt-6 max-w-3xl" aria-labelledby="alike">
      <h2 className="ds-heading" data-size="sm" id="alike">
        {t('alikeTitle')}
      </h2>
      <p>{t('alikeLead')}</p>
      <ul className="m-0 grid list-none gap-3 p-0">
        {needs.map((need) => (
          <li
            className="panel flex flex-wrap items-center justify-between gap-4 px-5 py-4"
            key={need.id}
          >
            <div className="min-w-0">
              <a
                className="font-semibold"
                href={`/${locale}/${hub}/${org}/needs/${need.id}`}
                lang={need.language}
              >
                {need.title}
              </a>
              <span className="quiet block text-base">
                {need.organisation ?? t('gone')} ·{' '}
                {others('others.supports', { count: need.supports })}
              </span>
            </div>
            {need.backed ? (
              <span>{t('backedByUs')}</span>
            ) : (
              <ButtonForm
                action={back.bind(null, { ...place, need: need.id }, true)}
                labels={formLabels(locale)}
                variant="secondary"
              >
                {t('backIt')}
                <span className="ds-sr-only"> {need.title}</span>
              </ButtonForm>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
