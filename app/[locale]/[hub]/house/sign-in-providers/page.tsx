import type { Metadata } from 'next';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { listHubProviders } from '#lib/platform/session/hub-providers.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'identity')('own.title') };
}

/** The hub's own ways to sign in. */
export default async function ProvidersPage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const providers = await orNotFound(() => listHubProviders(scope));
  const t = translator(locale, 'identity');
  const { done: told } = await searchParams;
  const done = ['saved', 'removed'].find((each) => each === told);
  const base = `/${locale}/${hub}/house/sign-in-providers`;
  return (
    <>
      <PageHeader title={t('own.title')} lead={t('own.lead')}>
        <ButtonLink href={`${base}/new`}>{t('own.add')}</ButtonLink>
      </PageHeader>
      {done && <Notice tone="success">{t(`own.done.${done}`)}</Notice>}
      {providers.length === 0 && <EmptyState text={t('own.none')} />}
      <ul className="m-0 grid list-none gap-4 p-0">
        {providers.map(({ id, name, issuer }) => (
          <li className="panel flex flex-wrap items-center gap-x-6 gap-y-3 p-5" key={id}>
            <div className="min-w-0 grow">
              <h2 className="ds-heading m-0" data-size="xs">
                {name}
              </h2>
              <p className="quiet m-0 mt-1 text-base [overflow-wrap:anywhere]">{issuer}</p>
            </div>
            <ButtonLink href={`${base}/${id}`} variant="secondary">
              {t('own.edit')}
              <span className="ds-sr-only"> {name}</span>
            </ButtonLink>
            <ButtonLink href={`${base}/${id}/remove`} variant="secondary" tone="neutral">
              {t('own.remove')}
              <span className="ds-sr-only"> {name}</span>
            </ButtonLink>
          </li>
        ))}
      </ul>
    </>
  );
}
