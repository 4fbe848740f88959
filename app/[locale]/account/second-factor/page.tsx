import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { Frame } from '#components/chrome/frame.tsx';
import { LostKeys } from '#components/identity/lost-keys.tsx';
import { AddPasskey, ShowPasskey } from '#components/identity/passkey-forms.tsx';
import { deviceName, passkeyWords } from '#components/identity/words.ts';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterOwn } from '#lib/platform/session/entry.ts';
import { findSecurity } from '#lib/platform/session/own.ts';
import { hubOf, ownPath } from '#lib/platform/session/paths.ts';
import { listProviders, providerName } from '#lib/platform/session/providers.ts';
import { add, show, startAdding, startShowing } from '../security/actions.ts';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<{ next?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'identity')('secondFactor.title') };
}

/** Where one shows a second factor, or gets the first one, before going on. */
export default async function SecondFactorPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const scope = await enterOwn(locale);
  const { next = '' } = await searchParams;
  const back = ownPath([next].flat().at(-1) ?? '', locale);
  const t = translator(locale, 'identity');
  const { passkeys, guarded, identities } = await findSecurity(scope);
  const connected = identities.map(({ provider }) => provider);
  const weak = passkeys.length > 0 ? 'show' : guarded ? 'provider' : 'none';
  const state = scope.strong ? 'shown' : weak;
  return (
    <Frame locale={locale} hub={null} items={[]} reader={scope.person.name}>
      <PageHeader title={t('secondFactor.title')} lead={t(`secondFactor.${state}`)} />
      {state === 'shown' && <ButtonLink href={back}>{t('secondFactor.goOn')}</ButtonLink>}
      {state === 'show' && (
        <ShowPasskey
          words={passkeyWords(locale)}
          next={back}
          begin={startShowing.bind(null, locale)}
          finish={show.bind(null, locale)}
        />
      )}
      {state === 'none' && (
        <AddPasskey
          words={passkeyWords(locale)}
          next={back}
          suggestion={deviceName(locale, (await headers()).get('user-agent') ?? '')}
          begin={startAdding.bind(null, locale)}
          finish={add.bind(null, locale)}
        />
      )}
      {state !== 'shown' && <Stronger locale={locale} next={back} connected={connected} />}
      {state !== 'shown' && state !== 'none' && <LostKeys locale={locale} />}
    </Frame>
  );
}

type StrongerProps = { locale: Locale; next: string; connected: readonly string[] };

/** A provider's own strong way is as good, where it knows whom it speaks of. */
async function Stronger({ locale, next, connected }: StrongerProps) {
  const providers = (await listProviders(hubOf(next))).filter(
    ({ id, strongAcr }) => strongAcr.length > 0 && connected.includes(id),
  );
  if (providers.length === 0) return null;
  const t = translator(locale, 'identity');
  return (
    <section aria-labelledby="stronger" className="mt-10">
      <h2 className="ds-heading" data-size="xs" id="stronger">
        {t('secondFactor.orElse')}
      </h2>
      <div className="flex flex-wrap gap-3">
        {providers.map((provider) => (
          <ButtonLink
            key={provider.id}
            variant="secondary"
            href={`/${locale}/sign-in/with/${provider.id}?strong=1&next=${encodeURIComponent(next)}`}
          >
            {t('providers.with', { provider: providerName(provider, locale) })}
          </ButtonLink>
        ))}
      </div>
    </section>
  );
}
