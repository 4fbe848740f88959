import { told } from '#components/identity/when.ts';
import { methodName } from '#components/identity/words.ts';
import { ButtonLink } from '#components/ui/button-link.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Security } from '#lib/platform/session/own.ts';
import { type Provider, providerName } from '#lib/platform/session/providers.ts';

type IdentitiesProps = { locale: Locale; security: Security; providers: Provider[] };

/** Which providers know one, and further ones to connect. */
export async function Identities({ locale, security, providers }: IdentitiesProps) {
  const named = security.identities.map(async (each) => ({
    ...each,
    name: await methodName(locale, each.provider),
  }));
  const identities = await Promise.all(named);
  if (identities.length === 0 && providers.length === 0) return null;
  const t = translator(locale, 'identity');
  const here = `/${locale}/account/security`;
  return (
    <section aria-labelledby="identities" className="mt-10">
      <h2 className="ds-heading" data-size="sm" id="identities">
        {t('identities.title')}
      </h2>
      <p className="prose">{t('identities.lead')}</p>
      <ul className="m-0 mb-6 grid list-none gap-4 p-0">
        {identities.map(({ id, name, affiliation, connected }) => (
          <li className="panel flex flex-wrap items-center gap-x-6 gap-y-3 p-5" key={id}>
            <div className="grow">
              <strong>{name}</strong>
              <p className="quiet m-0 mt-1 text-base">
                {affiliation && (
                  <>{t('identities.for', { number: affiliation.split('@').at(-1) ?? '' })} · </>
                )}
                {t('identities.connected', { at: told(locale, connected) })}
              </p>
            </div>
            <ButtonLink href={`${here}/identities/${id}`} variant="secondary" tone="neutral">
              {t('identities.disconnect')}
              <span className="ds-sr-only"> {name}</span>
            </ButtonLink>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        {providers.map((provider) => (
          <ButtonLink
            key={provider.id}
            variant="secondary"
            href={`/${locale}/sign-in/with/${provider.id}?next=${encodeURIComponent(here)}`}
          >
            {t('identities.connect', { provider: providerName(provider, locale) })}
          </ButtonLink>
        ))}
      </div>
    </section>
  );
}
