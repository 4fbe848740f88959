import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { Frame } from '#components/chrome/frame.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { HiddenField, SubmitButton, TextField } from '#components/ui/form/fields.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { settings } from '#lib/platform/env.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { demoHubs } from '#prisma/seed/hubs.ts';
import { demoPeople } from '#prisma/seed/people.ts';
import { roleIn } from '#prisma/seed/roles.ts';
import type { SeedPerson } from '#prisma/seed/types.ts';
import { requestLink, signInAsDemoPerson } from './actions.ts';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<{ next?: string | string[]; sent?: string; error?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'people')('signIn.title') };
}

export default async function SignInPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { next = '', sent, error } = await searchParams;
  const t = translator(locale, 'people');
  const back = [next].flat().at(-1) ?? '';
  return (
    <Frame locale={locale} hub={null} items={[]}>
      <PageHeader title={t('signIn.title')} lead={t('signIn.lead')} />
      {sent && <Notice tone="success">{t('signIn.sent')}</Notice>}
      {error && <Notice tone="warning">{t('signIn.failed')}</Notice>}
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
      {settings().mode === 'demo' && <DemoPeople locale={locale} next={back} />}
    </Frame>
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
