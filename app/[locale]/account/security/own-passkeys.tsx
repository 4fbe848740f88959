import { headers } from 'next/headers';
import { LostKeys } from '#components/identity/lost-keys.tsx';
import { AddPasskey } from '#components/identity/passkey-forms.tsx';
import { told } from '#components/identity/when.ts';
import { deviceName, passkeyWords } from '#components/identity/words.ts';
import { ButtonLink } from '#components/ui/button-link.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Security } from '#lib/platform/session/own.ts';
import { add, startAdding } from './actions.ts';

type PasskeysProps = { locale: Locale; security: Security; strong: boolean };

/** One's passkeys, and a new one. */
export async function Passkeys({ locale, security, strong }: PasskeysProps) {
  const t = translator(locale, 'identity');
  const here = `/${locale}/account/security`;
  const agent = (await headers()).get('user-agent') ?? '';
  const first = security.passkeys.length === 0;
  const proof = `/${locale}/account/second-factor?next=${encodeURIComponent(here)}`;
  return (
    <section aria-labelledby="passkeys" className="mt-10">
      <h2 className="ds-heading" data-size="sm" id="passkeys">
        {t('passkeys.title')}
      </h2>
      <p className="prose">{t('passkeys.lead')}</p>
      {!first && (
        <ul className="m-0 mb-6 grid list-none gap-4 p-0">
          {security.passkeys.map(({ id, name, added, used }) => (
            <li className="panel flex flex-wrap items-center gap-x-6 gap-y-3 p-5" key={id}>
              <div className="grow">
                <strong>{name}</strong>
                <p className="quiet m-0 mt-1 text-base">
                  {t('passkeys.added', { at: told(locale, added) })} ·{' '}
                  {used ? t('passkeys.used', { at: told(locale, used) }) : t('passkeys.unused')}
                </p>
              </div>
              {!security.keepsLast && strong && (
                <ButtonLink href={`${here}/passkeys/${id}`} variant="secondary" tone="neutral">
                  {t('passkeys.remove')}
                  <span className="ds-sr-only"> {name}</span>
                </ButtonLink>
              )}
            </li>
          ))}
        </ul>
      )}
      {security.keepsLast && <p className="prose quiet">{t('passkeys.keepsLast')}</p>}
      {!security.guarded || strong ? (
        <AddPasskey
          words={passkeyWords(locale)}
          next={`${here}?done=added`}
          suggestion={deviceName(locale, agent)}
          begin={startAdding.bind(null, locale)}
          finish={add.bind(null, locale)}
        />
      ) : (
        <>
          <p className="prose">{t('passkeys.proveFirst')}</p>
          <ButtonLink href={proof} variant="secondary">
            {t('passkeys.prove')}
          </ButtonLink>
          <LostKeys locale={locale} />
        </>
      )}
    </section>
  );
}
