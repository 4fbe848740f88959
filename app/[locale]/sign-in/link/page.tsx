import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { Frame } from '#components/chrome/frame.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { HiddenField, SubmitButton, TextField } from '#components/ui/form/fields.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { linkCookie } from '#lib/platform/session/kept.ts';
import { findLink } from '#lib/platform/session/link.ts';
import { confirmLink } from '../actions.ts';

type Many = string | string[];
type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<{ token?: Many; next?: Many }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'identity')('link.title') };
}

/** Where the link in a mail leads. Opening it uses nothing up: mail filters open links, too. */
export default async function LinkPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { token = '', next = '' } = await searchParams;
  const t = translator(locale, 'identity');
  const given = { token: [token].flat().at(-1) ?? '', next: [next].flat().at(-1) ?? '' };
  const link = await findLink(given.token);
  if (!link) return <Over locale={locale} />;
  const asked = (await linkCookie.read())?.ask === link.ask;
  return (
    <Frame locale={locale} hub={null} items={[]}>
      <PageHeader
        title={t('link.title')}
        lead={t(asked ? 'link.lead' : 'link.elsewhere', { address: link.address })}
      />
      <div className="max-w-md">
        <ActionForm action={confirmLink.bind(null, locale)} labels={formLabels(locale)}>
          <HiddenField name="token" value={given.token} />
          <HiddenField name="next" value={given.next} />
          {!asked && (
            <TextField
              name="code"
              label={t('link.code')}
              hint={t('link.codeHint')}
              autoComplete="one-time-code"
              maxLength={10}
              required
            />
          )}
          <div>
            <SubmitButton>{t('link.confirm')}</SubmitButton>
          </div>
        </ActionForm>
      </div>
    </Frame>
  );
}

function Over({ locale }: { locale: Locale }) {
  const t = translator(locale, 'identity');
  return (
    <Frame locale={locale} hub={null} items={[]}>
      <PageHeader title={t('link.title')} lead={translator(locale, 'people')('signIn.failed')}>
        <ButtonLink href={`/${locale}/sign-in`}>{t('link.anew')}</ButtonLink>
      </PageHeader>
    </Frame>
  );
}
