import { formLabels } from '#components/chrome/form-labels.ts';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Endorsed } from '#lib/proposals/endorsed.ts';
import { dayText } from './day.ts';

type Action = (before: FormState, form: FormData) => Promise<FormState>;
/** What the reader's organisation can do about it; its administrators alone press. */
export type Endorsing = {
  id: string;
  admin: boolean;
  open: boolean;
  endorse: Action;
  unendorse: Action;
};
type Props = {
  locale: Locale;
  zone: string;
  endorsed: readonly Endorsed[];
  own?: Endorsing | undefined;
};

/** Which organisations stand behind a proposal, since when, and who signed where the reader may know. */
export function EndorsedBy({ locale, zone, endorsed, own }: Props) {
  const t = translator(locale, 'innovation');
  return (
    <section className="panel mt-8 grid gap-4 p-6" aria-labelledby="endorsed">
      <h2 className="ds-heading m-0" data-size="sm" id="endorsed">
        {t('endorsed.title')}
      </h2>
      <p className="m-0">{t('endorsed.count', { count: endorsed.length })}</p>
      {endorsed.length > 0 && (
        <ul className="m-0 grid gap-1 pl-5">
          {endorsed.map(({ id, name, at, signer }) => (
            <li key={id}>
              {name ?? t('gone')}{' '}
              <span className="quiet">
                {signer
                  ? t('endorsed.signed', { date: dayText(locale, zone, at), person: signer })
                  : t('endorsed.since', { date: dayText(locale, zone, at) })}
              </span>
            </li>
          ))}
        </ul>
      )}
      {own && <Own locale={locale} own={own} stands={endorsed.some(({ id }) => id === own.id)} />}
    </section>
  );
}

/** Standing behind it, and taking that back. */
function Own({ locale, own, stands }: { locale: Locale; own: Endorsing; stands: boolean }) {
  const t = translator(locale, 'innovation');
  const labels = { ...formLabels(locale), errorSummary: t('refusedTitle') };
  if (!own.admin) return own.open && !stands && <p className="m-0">{t('endorsed.admin')}</p>;
  return (
    <div className="no-print">
      <ButtonForm
        action={own.endorse}
        labels={labels}
        hint={t('endorsed.lead')}
        closed={stands || !own.open}
      >
        {t('endorsed.endorse')}
      </ButtonForm>
      <ButtonForm action={own.unendorse} labels={labels} variant="secondary" closed={!stands}>
        {t('endorsed.unendorse')}
      </ButtonForm>
    </div>
  );
}
