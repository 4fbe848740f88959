import { formLabels } from '#components/chrome/form-labels.ts';
import { told } from '#components/identity/when.ts';
import { deviceName, methodName } from '#components/identity/words.ts';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { SubmitButton } from '#components/ui/form/fields.tsx';
import { Tag } from '#components/ui/tag.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { OwnSession } from '#lib/platform/session/own.ts';
import { endOne, endOthers } from './actions.ts';

/** Where one is signed in. */
export function Sessions({ locale, sessions }: { locale: Locale; sessions: OwnSession[] }) {
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
