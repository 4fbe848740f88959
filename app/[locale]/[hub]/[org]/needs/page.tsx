import type { Metadata } from 'next';
import { NeedStateTag } from '#components/needs/need-state-tag.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { listOwnNeeds, type OwnNeed } from '#lib/needs/own.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string; org: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'needs')('title') };
}

/** What one's own organisation needs, and what it has in common with others. */
export default async function OwnNeedsPage({ params, searchParams }: Props) {
  const { locale, hub, org } = await params;
  const scope = await enter(locale, hub, org);
  const { own, backed } = await orNotFound(() => listOwnNeeds(scope));
  const t = translator(locale, 'needs');
  const base = `/${locale}/${hub}/${org}`;
  return (
    <>
      <DoneIn locale={locale} part="needs" done={(await searchParams).done} />
      <PageHeader title={t('title')} lead={t('lead', { organisation: scope.organisation.name })}>
        <ButtonLink href={`${base}/needs/new`}>{t('say')}</ButtonLink>
      </PageHeader>
      <section aria-labelledby="own">
        <h2 className="ds-heading" data-size="sm" id="own">
          {t('own')}
        </h2>
        {own.length === 0 && <EmptyState text={t('none')} />}
        <Needs locale={locale} base={base} needs={own} />
      </section>
      <section className="mt-10" aria-labelledby="backed">
        <h2 className="ds-heading" data-size="sm" id="backed">
          {t('backed')}
        </h2>
        {backed.length === 0 && (
          <EmptyState text={t('noneBacked')}>
            <ButtonLink href={`${base}/others?show=needs`} variant="secondary">
              {t('findOthers')}
            </ButtonLink>
          </EmptyState>
        )}
        <Needs locale={locale} base={base} needs={backed} />
      </section>
    </>
  );
}

type NeedsProps = {
  locale: Locale;
  base: string;
  needs: readonly (OwnNeed & { organisation?: string | null })[];
};

function Needs({ locale, base, needs }: NeedsProps) {
  const t = translator(locale, 'needs');
  const others = translator(locale, 'innovation');
  return (
    <ul className="m-0 grid list-none gap-3 p-0">
      {needs.map(({ id, title, language, state, supports, organisation }) => (
        <li className="panel card-link px-5 py-4" key={id}>
          <a
            className="text-lg font-semibold after:absolute after:inset-0"
            href={`${base}/needs/${id}`}
            lang={language}
          >
            {title}
          </a>{' '}
          <NeedStateTag locale={locale} state={state} />
          <span className="quiet block text-base">
            {organisation !== undefined && `${organisation ?? t('gone')} · `}
            {others('others.supports', { count: supports })}
          </span>
        </li>
      ))}
    </ul>
  );
}
