import type { Metadata } from 'next';
import { ControllerFacts } from '#components/rights/controller-facts.tsx';
import { OwnRights } from '#components/rights/own-rights.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { orNotFound, visit } from '#lib/platform/session/entry.ts';
import { findController } from '#lib/rights/controllers.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'site')('about.privacy') };
}

/** Who answers for what the hub keeps about people, one's rights, and where to complain. */
export default async function HubPrivacyPage({ params }: Props) {
  const { locale, hub } = await params;
  const scope = await visit(hub);
  const controller = await orNotFound(() => findController(scope));
  const t = translator(locale, 'rights');
  const site = translator(locale, 'site');
  return (
    <>
      <PageHeader title={site('about.privacy')} lead={site('about.privacyText')} />
      <section aria-labelledby="controller" className="panel max-w-2xl p-5">
        <h2 className="ds-heading m-0 mb-2" data-size="xs" id="controller">
          {t('controllers.one', { hub: scope.hub.name })}
        </h2>
        <ControllerFacts locale={locale} of={controller} />
      </section>
      <OwnRights locale={locale} />
      <p>
        <a href={`/${locale}/privacy#register`}>{t('controllers.more')}</a>
      </p>
    </>
  );
}
