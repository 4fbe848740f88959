import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { missingWords } from '#components/house/missing.ts';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { SubmitButton } from '#components/ui/form/fields.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { findHubSettings, type HubSettings } from '#lib/hubs/reads.ts';
import { fieldOf } from '#lib/hubs/rules.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { open } from './actions.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'house')('settings.title') };
}

/** Whether the hub is open, what is missing before it can be, and the ways to what can be changed. */
export default async function SettingsPage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const kept = await orNotFound(() => findHubSettings(scope));
  const t = translator(locale, 'house');
  const { done } = await searchParams;
  return (
    <>
      <DoneIn locale={locale} part="house" done={done} />
      <PageHeader title={t('settings.title')} lead={t('settings.lead', { hub: kept.name })} />
      <State key={String(done)} locale={locale} slug={hub} hub={kept} />
      <Ways locale={locale} base={`/${locale}/${hub}/house/settings`} hub={kept} />
    </>
  );
}

type PartProps = { locale: Locale; slug: string; hub: HubSettings };

function State({ locale, slug, hub }: PartProps) {
  const t = translator(locale, 'house');
  const base = `/${locale}/${slug}/house/settings`;
  return (
    <section className="panel p-6" aria-labelledby="state">
      <h2 className="ds-heading m-0" data-size="xs" id="state">
        <Tag tone={hub.live ? 'success' : 'warning'}>
          {t(hub.live ? 'operator.live' : 'operator.closed')}
        </Tag>
      </h2>
      <p className="mt-3">{t(hub.live ? 'settings.live' : 'settings.closed')}</p>
      {hub.missing.length > 0 && <Missing locale={locale} base={base} missing={hub.missing} />}
      {!hub.live && hub.missing.length === 0 && <p>{t('settings.ready')}</p>}
      <div className="flex flex-wrap gap-3">
        {!hub.live && hub.missing.length === 0 && (
          <ActionForm action={open.bind(null, { locale, hub: slug })} labels={formLabels(locale)}>
            <SubmitButton>{t('settings.open')}</SubmitButton>
          </ActionForm>
        )}
        {!hub.live && (
          <ButtonLink href={`${base}/preview`} variant="secondary">
            {t('settings.preview')}
          </ButtonLink>
        )}
        {hub.live && (
          <>
            <ButtonLink href={`/${locale}/${slug}`} variant="secondary">
              {t('settings.see')}
            </ButtonLink>
            <ButtonLink href={`${base}/close`} variant="tertiary">
              {t('settings.close')}
            </ButtonLink>
          </>
        )}
      </div>
    </section>
  );
}

function Missing({ locale, base, missing }: { locale: Locale; base: string; missing: string[] }) {
  return (
    <>
      <p className="mb-1 font-semibold">{translator(locale, 'house')('settings.missing')}</p>
      <ul className="m-0 mb-4 grid list-none gap-x-6 p-0 sm:grid-cols-2">
        {missing.map((code) => {
          const { text, page } = missingWords(locale, code);
          return (
            <li key={code}>
              <a
                className="inline-flex min-h-8 items-center"
                href={`${base}/${page}#${fieldOf(code)}`}
              >
                {text}
              </a>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Ways({ locale, base, hub }: { locale: Locale; base: string; hub: HubSettings }) {
  const t = translator(locale, 'house');
  const ways = [
    { page: 'texts', title: t('settings.texts'), text: t('settings.textsText') },
    { page: 'colours', title: t('settings.colours'), text: t('settings.coloursText') },
    { page: 'accessibility', title: t('settings.statement'), text: t('settings.statementText') },
    {
      page: 'barriers',
      title: t('settings.barriers'),
      text: t('settings.barriersText', { count: hub.barriers }),
    },
  ];
  return (
    <ul className="m-0 mt-8 grid list-none gap-4 p-0 sm:grid-cols-2">
      {ways.map(({ page, title, text }) => (
        <li className="panel card-link p-5" key={page}>
          <h2 className="ds-heading m-0" data-size="xs">
            <a href={`${base}/${page}`}>{title}</a>
          </h2>
          <p className="quiet m-0 mt-1">{text}</p>
        </li>
      ))}
    </ul>
  );
}
