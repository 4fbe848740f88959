import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { formLabels } from '#components/chrome/form-labels.ts';
import { Frame } from '#components/chrome/frame.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { HiddenField, SubmitButton } from '#components/ui/form/fields.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterPerson, type PersonFacts } from '#lib/platform/scope.ts';
import { judgeArrival, type Outcome } from '#lib/platform/session/arrivals.ts';
import { currentSession } from '#lib/platform/session/entry.ts';
import { arrivalCookie } from '#lib/platform/session/kept.ts';
import { hasSecondFactor } from '#lib/platform/session/passkeys.ts';
import { hubOf } from '#lib/platform/session/paths.ts';
import { providerName } from '#lib/platform/session/providers.ts';
import { connectArrival } from '../../account/security/actions.ts';
import { chooseAffiliation } from '../actions.ts';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<{ affiliation?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'identity')('arrived.title') };
}

/** Come back from a provider, and something has to be said or done before one is in. */
export default async function ArrivedPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const chosen = [(await searchParams).affiliation].flat().at(-1);
  const arrival = await arrivalCookie.read();
  const outcome: Outcome = arrival ? await judgeArrival(arrival, chosen) : { kind: 'over' };
  const label = arrival?.label ?? '';
  const shown = { locale, outcome, label, hub: hubOf(arrival?.next ?? ''), ...(await reader()) };
  return (
    <Frame
      locale={locale}
      hub={null}
      items={[]}
      {...(shown.reader && { reader: shown.reader.name })}
    >
      <Told {...shown} />
    </Frame>
  );
}

/** Who is signed in here, and whether they have to show a second factor before anything is connected. */
async function reader(): Promise<{ reader: PersonFacts | null; proveFirst: boolean }> {
  const session = await currentSession();
  const own = session ? await enterPerson(session).catch(() => null) : null;
  if (!own) return { reader: null, proveFirst: false };
  return { reader: own.person, proveFirst: !own.strong && (await hasSecondFactor(own)) };
}

type Shown = {
  locale: Locale;
  outcome: Outcome;
  label: string;
  hub: string | null;
  reader: PersonFacts | null;
  proveFirst: boolean;
};

function Told({ locale, outcome, label, hub, reader, proveFirst }: Shown) {
  const t = translator(locale, 'identity');
  const title = t('arrived.title');
  if (outcome.kind === 'over') {
    return (
      <PageHeader title={title} lead={t('arrived.over')}>
        <ButtonLink href={`/${locale}/sign-in`}>{t('arrived.signIn')}</ButtonLink>
      </PageHeader>
    );
  }
  const provider = providerName(outcome.provider, locale);
  if (outcome.kind === 'tooWeak') {
    return (
      <PageHeader title={title} lead={t('arrived.tooWeak', { provider })}>
        <ButtonLink href={`/${locale}/sign-in/with/${outcome.provider.id}?strong=1`}>
          {t('arrived.stronger', { provider })}
        </ButtonLink>
      </PageHeader>
    );
  }
  if (outcome.kind === 'choose') {
    return (
      <>
        <PageHeader title={title} lead={t('arrived.choose', { provider })} />
        <ul className="m-0 grid list-none gap-4 p-0 sm:grid-cols-2">
          {outcome.affiliations.map(({ key, number, organisation }) => (
            <li className="panel flex flex-col gap-3 p-5" key={key}>
              <strong>{organisation?.name ?? t('arrived.unknown')}</strong>
              <span className="quiet">{t('arrived.number', { number })}</span>
              <Go locale={locale} affiliation={key}>
                {t('arrived.as', { organisation: organisation?.name ?? number })}
              </Go>
            </li>
          ))}
        </ul>
      </>
    );
  }
  if (outcome.kind === 'unknownOrganisation') {
    const { number } = outcome;
    return (
      <>
        <PageHeader title={title} lead={t('arrived.noOrganisation', { provider, number })} />
        <p className="prose">{t(hub ? 'arrived.apply' : 'arrived.findHub')}</p>
        <ButtonLink href={hub ? `/${locale}/${hub}/apply` : `/${locale}`}>
          {t(hub ? 'arrived.applyHere' : 'arrived.hubs')}
        </ButtonLink>
      </>
    );
  }
  const affiliation = outcome.affiliation?.key ?? '';
  if (outcome.kind === 'known') {
    return (
      <>
        <PageHeader title={title} lead={t('arrived.known', { provider })} />
        <Go locale={locale} affiliation={affiliation}>
          {t('arrived.goOn')}
        </Go>
      </>
    );
  }
  return <Unknown {...{ locale, provider, label, affiliation, reader, proveFirst }} />;
}

type UnknownProps = {
  locale: Locale;
  provider: string;
  label: string;
  affiliation: string;
  reader: PersonFacts | null;
  proveFirst: boolean;
};

/** Nobody here is connected with it: whoever is signed in may connect it to themselves. */
function Unknown({ locale, provider, label, affiliation, reader, proveFirst }: UnknownProps) {
  const t = translator(locale, 'identity');
  const here = `/${locale}/sign-in/arrived?affiliation=${encodeURIComponent(affiliation)}`;
  if (proveFirst) {
    return (
      <PageHeader title={t('arrived.title')} lead={t('refusals.secondFactor')}>
        <ButtonLink href={`/${locale}/account/second-factor?next=${encodeURIComponent(here)}`}>
          {t('passkeys.prove')}
        </ButtonLink>
      </PageHeader>
    );
  }
  if (reader) {
    return (
      <>
        <PageHeader
          title={t('arrived.title')}
          lead={t('arrived.connectLead', {
            provider,
            label,
            name: reader.name,
            email: reader.email,
          })}
        />
        <ActionForm action={connectArrival.bind(null, locale)} labels={formLabels(locale)}>
          <HiddenField name="affiliation" value={affiliation} />
          <div>
            <SubmitButton>{t('arrived.connect', { provider })}</SubmitButton>
          </div>
        </ActionForm>
      </>
    );
  }
  return (
    <>
      <PageHeader title={t('arrived.title')} lead={t('arrived.noPerson', { provider })} />
      <p className="prose">{t('arrived.howToConnect')}</p>
      <ButtonLink href={`/${locale}/sign-in?next=${encodeURIComponent(here)}`}>
        {t('arrived.byLink')}
      </ButtonLink>
    </>
  );
}

type GoProps = { locale: Locale; affiliation: string; children: ReactNode };

function Go({ locale, affiliation, children }: GoProps) {
  return (
    <ActionForm action={chooseAffiliation.bind(null, locale)} labels={formLabels(locale)}>
      <HiddenField name="affiliation" value={affiliation} />
      <div>
        <SubmitButton>{children}</SubmitButton>
      </div>
    </ActionForm>
  );
}
