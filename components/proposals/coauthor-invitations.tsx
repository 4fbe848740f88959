import { formLabels } from '#components/chrome/form-labels.ts';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { CoauthorInvitation } from '#lib/proposals/coauthored.ts';

type Action = (before: FormState, form: FormData) => Promise<FormState>;
type Props = {
  locale: Locale;
  /** The organisation one would write for. */
  own: string;
  invitations: readonly CoauthorInvitation[];
  answer: (id: string, name: 'accept' | 'decline') => Action;
};

/** What one is asked to write with others, above one's own proposals. */
export function CoauthorInvitations({ locale, own, invitations, answer }: Props) {
  if (invitations.length === 0) return null;
  const t = translator(locale, 'innovation');
  const labels = { ...formLabels(locale), errorSummary: t('refusedTitle') };
  return (
    <section className="mb-8 grid gap-4" aria-labelledby="invitations">
      <h2 className="ds-heading m-0" data-size="sm" id="invitations">
        {t('coauthors.invitations')}
      </h2>
      <ul className="m-0 grid list-none gap-4 p-0">
        {invitations.map(({ id, title, organisation }) => (
          <li className="panel border-l-4 p-5" key={id}>
            <p className="prose m-0">
              {t('coauthors.asks', { title: title || t('untitled'), organisation, own })}
            </p>
            <div className="mt-4 flex flex-wrap gap-3">
              <ButtonForm action={answer(id, 'accept')} labels={labels}>
                {t('coauthors.accept')}
              </ButtonForm>
              <ButtonForm action={answer(id, 'decline')} labels={labels} variant="secondary">
                {t('coauthors.decline')}
              </ButtonForm>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
