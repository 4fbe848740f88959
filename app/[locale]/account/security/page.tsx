import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { formLabels } from '#components/chrome/form-labels.ts';
import { Frame } from '#components/chrome/frame.tsx';
import { AddPasskey } from '#components/identity/passkey-forms.tsx';
import { deviceName, methodName, passkeyWords } from '#components/identity/words.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { SubmitButton } from '#components/ui/form/fields.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Tag } from '#components/ui/tag.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import { enterOwn } from '#lib/platform/session/entry.ts';
import { findSecurity, type OwnSession, type Security } from '#lib/platform/session/own.ts';
import { listProviders, type Provider, providerName } from '#lib/platform/session/providers.ts';
import { add, endOne, endOthers, startAdding } from './actions.ts';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<{ done?: string | string[] }>;
};
const deeds = ['ended', 'othersEnded', 'added', 'removed', 'connected', 'disconnected'];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'identity')('security.title') };
}

/** Where one is signed in, and with what. */
export default async function SecurityPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const scope = await enterOwn(locale);
  const security = await findSecurity(scope);
  const t = translator(locale, 'identity');
  const { done: told } = await searchParams;
  const done = deeds.find((each) => each === told);
  return (
    <Frame locale={locale} hub={null} items={[]} reader={scope.person.name}>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[
          { href: `/${locale}/account`, label: translator(locale, 'people')('account.title') },
        ]}
      />
      <PageHeader title={t('security.title')} lead={t('security.lead')} />
      {done && <Notice tone="success">{t(`security.done.${done}`)}</Notice>}
      <Sessions locale={locale} sessions={security.sessions} />
      <Passkeys locale={locale} security={security} strong={scope.strong} />
      <Identities locale={locale} security={security} providers={await listProviders(null)} />
    </Frame>
  );
}

function Sessions({ locale, sessions }: { locale: Locale; sessions: OwnSession[] }) {
  const t = translator(locale, 'identity');
  return (
    <section aria-labelledby="sessions" className="mt-10">
      <h2 className="ds-heading" data-size="sm" id="sessions">
        {t('sessions.title')}
      </h2>
      <ul className="m-0 grid list-none gap-4 p-0">
        {sessions.map((session) => (
          <Session key={session.id} locale={locale} session={session} />
        ))}
      </ul>
      {sessions.length > 1 && (
        <div className="mt-4">
          <ActionForm action={endOthers.bind(null, locale)} labels={formLabels(locale)}>
            <div>
              <SubmitButton variant="secondary">{t('sessions.endOthers')}</SubmitButton>
            </div>
          </ActionForm>
        </div>
      )}
    </section>
  );
}

async function Session({ locale, session }: { locale: Locale; session: OwnSession }) {
  const t = translator(locale, 'identity');
  const device = deviceName(locale, session.device);
  return (
    <li className="panel flex flex-wrap items-center gap-x-6 gap-y-3 p-5">
      <div className="grow">
        <strong>{device}</strong> {session.here && <Tag tone="success">{t('sessions.here')}</Tag>}{' '}
        {session.strong && <Tag>{t('sessions.strong')}</Tag>}
        <p className="quiet m-0 mt-1 text-base">
          {await methodName(locale, session.method)} ·{' '}
          {t('sessions.begun', { at: told(locale, session.begun) })} ·{' '}
          {t('sessions.seen', { at: told(locale, session.seen) })}
        </p>
      </div>
      {!session.here && (
        <ActionForm
          action={endOne.bind(null, { locale, id: session.id })}
          labels={formLabels(locale)}
        >
          <SubmitButton variant="secondary" tone="neutral">
            {t('sessions.end')}
            <span className="ds-sr-only"> {device}</span>
          </SubmitButton>
        </ActionForm>
      )}
    </li>
  );
}

type PasskeysProps = { locale: Locale; security: Security; strong: boolean };

async function Passkeys({ locale, security, strong }: PasskeysProps) {
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
      {first || strong ? (
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
        </>
      )}
    </section>
  );
}

type IdentitiesProps = { locale: Locale; security: Security; providers: Provider[] };

async function Identities({ locale, security, providers }: IdentitiesProps) {
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

// One's own account lies at no hub; the portal's hubs share the clock of Stockholm and Oslo.
function told(locale: Locale, at: Date): string {
  const format = formatter(locale, 'Europe/Stockholm');
  return format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' });
}
