import type { Metadata } from 'next';
import { cache } from 'react';
import { formLabels } from '#components/chrome/form-labels.ts';
import { Frame } from '#components/chrome/frame.tsx';
import { dayText } from '#components/innovation/day.ts';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { SubmitButton, TextField } from '#components/ui/form/fields.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { findInvitation, type Invitation } from '#lib/people/accepting.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { findSessionPerson } from '#lib/platform/scope.ts';
import { currentSession, orNotFound } from '#lib/platform/session/entry.ts';
import { accept, decline } from './actions.ts';

type Props = { params: Promise<{ locale: Locale; token: string }> };

const load = cache((token: string) => orNotFound(() => findInvitation(token)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, token } = await params;
  const { organisation } = await load(token);
  const title = translator(locale, 'people')('invitation.title', { organisation });
  return { title, referrer: 'same-origin' };
}

export default async function InvitationPage({ params }: Props) {
  const { locale, token } = await params;
  const invitation = await load(token);
  const session = await currentSession();
  const reader = session ? await findSessionPerson(session) : null;
  const t = translator(locale, 'people');
  const { organisation, inviter, email, hub, state } = invitation;
  const lead = t(invitation.body ? 'invitation.leadBody' : 'invitation.lead', {
    organisation,
    inviter,
    email,
    hub: hub.name,
  });
  return (
    <Frame locale={locale} hub={null} items={[]} {...(reader && { reader: reader.name })}>
      {state === 'open' ? (
        <>
          <PageHeader title={t('invitation.title', { organisation })} lead={lead} />
          {reader && reader.email !== email && (
            <Notice tone="warning">
              {t('invitation.someoneElse', {
                name: reader.name,
                email: reader.email,
                invited: email,
              })}
            </Notice>
          )}
          <Open
            locale={locale}
            invitation={invitation}
            token={token}
            signedIn={reader?.email === email}
          />
        </>
      ) : (
        <>
          <PageHeader title={t('invitation.title', { organisation })} />
          <Notice tone={state === 'accepted' || state === 'declined' ? 'success' : 'warning'}>
            {t(`invitation.ended.${state}`, { email })}
          </Notice>
          {state === 'accepted' && (
            <ButtonLink
              href={`/${locale}/sign-in?next=${encodeURIComponent(`/${locale}${invitation.path}`)}`}
            >
              {t('invitation.signIn')}
            </ButtonLink>
          )}
        </>
      )}
    </Frame>
  );
}

type OpenProps = {
  locale: Locale;
  invitation: Invitation;
  token: string;
  /** As the one who is invited. */
  signedIn: boolean;
};

function Open({ locale, invitation, token, signedIn }: OpenProps) {
  const t = translator(locale, 'people');
  const { role, expiresAt, newcomer, email, hub } = invitation;
  return (
    <div className="max-w-2xl">
      <dl className="m-0 mb-6">
        <dt className="quiet text-base">{t('invitation.as')}</dt>
        <dd className="m-0 font-medium">{t(`roles.${role}`)}</dd>
        <dd className="m-0 text-base">{t(`roleHints.${role}`)}</dd>
      </dl>
      <p className="quiet">
        {t('invitation.until', { date: dayText(locale, hub.zone, expiresAt) })}
      </p>
      <ActionForm action={accept.bind(null, { locale, token })} labels={formLabels(locale)}>
        {newcomer && (
          <TextField
            name="name"
            label={t('invitation.name')}
            hint={t('invitation.nameHint')}
            autoComplete="name"
            required
          />
        )}
        <p className="m-0">
          {t(signedIn ? 'invitation.nextSignedIn' : 'invitation.next', { email })}
        </p>
        <div>
          <SubmitButton>{t('invitation.accept')}</SubmitButton>
        </div>
      </ActionForm>
      <div className="mt-6">
        <ActionForm action={decline.bind(null, { locale, token })} labels={formLabels(locale)}>
          <p className="quiet m-0 text-base">{t('invitation.declineHint')}</p>
          <div>
            <SubmitButton variant="secondary">{t('invitation.decline')}</SubmitButton>
          </div>
        </ActionForm>
      </div>
    </div>
  );
}
