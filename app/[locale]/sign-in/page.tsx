import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { Frame } from '#components/chrome/frame.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { HiddenField, SubmitButton, TextField } from '#components/ui/form/fields.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { listHubs, nameAt } from '#lib/organisations/reads.ts';
import { settings } from '#lib/platform/env.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { visit } from '#lib/platform/session/entry.ts';
import { linkCookie } from '#lib/platform/session/kept.ts';
import { codeOf } from '#lib/platform/session/link.ts';
import { hubOf } from '#lib/platform/session/paths.ts';
import { listProviders, providerName } from '#lib/platform/session/providers.ts';
import { demoHubs } from '#prisma/seed/hubs.ts';
import { demoPeople } from '#prisma/seed/people.ts';
import { roleIn } from '#prisma/seed/roles.ts';
import type { SeedPerson } from '#prisma/seed/types.ts';
import { requestLink, signInAsDemoPerson } from './actions.ts';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<{
    next?: string | string[];
    sent?: string;
    error?: string;
    whole?: string;
    came?: string | string[];
    from?: string | string[];
  }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'people')('signIn.title') };
}

export default async function SignInPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { next = '', sent, error, whole, came, from } = await searchParams;
  const t = translator(locale, 'people');
  const back = [next].flat().at(-1) ?? '';
  return (
    <Frame locale={locale} hub={null} items={[]}>
      <PageHeader title={t('signIn.title')} lead={t('signIn.lead')} />
      {came && <Came locale={locale} came={came} from={from} />}
      {sent && <Sent locale={locale} asked={!came} />}
      {whole && <Notice>{translator(locale, 'identity')('wholeAccount')}</Notice>}
      {error && <Failed locale={locale} byProvider={error === 'provider'} />}
      <div className="max-w-md">
        <ActionForm action={requestLink.bind(null, locale)} labels={formLabels(locale)}>
          <HiddenField name="next" value={back} />
          <TextField
            name="email"
            label={t('signIn.email')}
            type="email"
            autoComplete="email"
            required
          />
          <div>
            <SubmitButton>{sent ? t('signIn.again') : t('signIn.send')}</SubmitButton>
          </div>
        </ActionForm>
      </div>
      <Providers locale={locale} next={back} />
      <Newcomers locale={locale} />
      {settings().mode === 'demo' && <DemoPeople locale={locale} next={back} />}
    </Frame>
  );
}

type CameProps = { locale: Locale; came: string | string[]; from?: string | string[] | undefined };

/** What was just done, when that led here. */
async function Came({ locale, came, from }: CameProps) {
  const t = translator(locale, 'people');
  const deeds = ['invitation', 'application', 'left', 'ended'] as const;
  const deed = deeds.find((each) => each === came);
  const tone = deed === 'ended' ? 'warning' : 'success';
  if (!deed) return null;
  const organisation = (deed === 'left' && (await nameAt(from))) || 'none';
  return <Notice tone={tone}>{t(`signIn.came.${deed}`, { organisation })}</Notice>;
}

/** A mail is on its way, and the code for whoever opens it elsewhere: the same for every address. */
async function Sent({ locale, asked: byHand }: { locale: Locale; asked: boolean }) {
  const t = translator(locale, 'identity');
  const words = translator(locale, 'people');
  const asked = await linkCookie.read();
  return (
    <Notice tone="success">
      <p className="m-0" hidden={!byHand}>
        {asked?.email ? words('signIn.sentTo', { email: asked.email }) : words('signIn.sent')}
      </p>
      {asked && (
        <p className="mt-3 mb-0">
          {t('sent.code')}{' '}
          <strong className="font-mono text-xl tracking-widest">{codeOf(asked.ask)}</strong>
        </p>
      )}
    </Notice>
  );
}

function Failed({ locale, byProvider }: { locale: Locale; byProvider: boolean }) {
  const failed = translator(locale, 'people')('signIn.failed');
  const atProvider = translator(locale, 'identity')('providers.failed');
  return <Notice tone="warning">{byProvider ? atProvider : failed}</Notice>;
}

/** Other ways in: the installation's, and those of the hub one is on the way to. */
async function Providers({ locale, next }: { locale: Locale; next: string }) {
  const providers = await listProviders(hubOf(next));
  if (providers.length === 0) return null;
  const t = translator(locale, 'identity');
  const query = `?next=${encodeURIComponent(next)}`;
  return (
    <section aria-labelledby="providers" className="mt-10">
      <h2 className="ds-heading" data-size="sm" id="providers">
        {t('providers.title')}
      </h2>
      <ul className="m-0 flex list-none flex-wrap gap-3 p-0">
        {providers.map((provider) => (
          <li key={provider.id}>
            <ButtonLink href={`/${locale}/sign-in/with/${provider.id}${query}`} variant="secondary">
              {t('providers.with', { provider: providerName(provider, locale) })}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whoever has no account begins at a hub; the same for every address. */
async function Newcomers({ locale }: { locale: Locale }) {
  const hubs = await listHubs(await visit(null));
  if (hubs.length === 0) return null;
  const t = translator(locale, 'people');
  return (
    <section aria-labelledby="new-here" className="mt-10">
      <h2 className="ds-heading" data-size="sm" id="new-here">
        {t('signIn.newTitle')}
      </h2>
      <p className="prose">{t('signIn.newText')}</p>
      <ul className="m-0 flex list-none flex-wrap gap-x-6 gap-y-1 p-0">
        {hubs.map(({ slug, name }) => (
          <li key={slug}>
            <a className="inline-flex min-h-8 items-center" href={`/${locale}/${slug}/apply`}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function DemoPeople({ locale, next }: { locale: Locale; next: string }) {
  const t = translator(locale, 'people');
  return (
    <section aria-labelledby="demo-people" className="mt-12">
      <h2 className="ds-heading" data-size="sm" id="demo-people">
        {t('signIn.demoTitle')}
      </h2>
      <p className="quiet">{t('signIn.demoLead')}</p>
      {demoHubs.map((hub) => (
        <section key={hub.slug} className="mt-8">
          <h3 className="ds-heading" data-size="2xs">
            {hub.name}
          </h3>
          <ul className="m-0 grid list-none gap-3 p-0 sm:grid-cols-2 lg:grid-cols-3">
            {demoPeople
              .filter((person) => person.hub === hub.slug)
              .map((person) => (
                <DemoPerson key={person.email} locale={locale} person={person} next={next} />
              ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

type DemoPersonProps = { locale: Locale; person: SeedPerson; next: string };

function DemoPerson({ locale, person, next }: DemoPersonProps) {
  const t = translator(locale, 'people');
  return (
    <li className="panel flex flex-col gap-2 p-4">
      <strong>{person.name}</strong>
      <span className="quiet grow text-base">{roleIn(person.role, locale)}</span>
      <form action={signInAsDemoPerson.bind(null, locale)}>
        <input type="hidden" name="email" value={person.email} />
        <input type="hidden" name="next" value={next} />
        <button className="ds-button" data-variant="secondary" data-size="sm" type="submit">
          {t('signIn.demoAs', { name: person.name })}
        </button>
      </form>
    </li>
  );
}
