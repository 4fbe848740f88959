import type { Metadata } from 'next';
import { HubHero, HubVisit } from '#components/house/hub-front.tsx';
import { SettingsCrumbs } from '#components/house/settings-crumbs.tsx';
import { StatementDocument } from '#components/house/statement-document.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { findHubSettings } from '#lib/hubs/reads.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub } = await params;
  const { name } = (await enterHouseOf(locale, hub)).hub;
  return { title: translator(locale, 'house')('settings.previewTitle', { hub: name }) };
}

/** The hub's front and its statement as visitors will see them, for its own staff alone. */
export default async function PreviewPage({ params }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const kept = await orNotFound(() => findHubSettings(scope));
  const t = translator(locale, 'house');
  const facts = { ...kept, country: scope.hub.country };
  return (
    <>
      <SettingsCrumbs locale={locale} hub={hub} />
      <PageHeader
        title={t('settings.previewTitle', { hub: kept.name })}
        lead={t('settings.previewLead')}
      />
      <HubHero locale={locale} hub={kept} level="h2" />
      <section className="mt-10 grid gap-8 md:grid-cols-2">
        <div>
          <h2 className="ds-heading" data-size="sm">
            {translator(locale, 'site')('hub.mission')}
          </h2>
          <p className="prose">{inLocale(kept.mission, locale)}</p>
        </div>
        <HubVisit locale={locale} hub={kept} />
      </section>
      <section className="mt-10">
        <h2 className="ds-heading" data-size="md">
          {t('statement.title', { hub: kept.name })}
        </h2>
        <StatementDocument locale={locale} hub={facts} statement={kept.statement} />
      </section>
    </>
  );
}
