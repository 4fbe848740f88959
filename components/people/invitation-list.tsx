import { formLabels } from '#components/chrome/form-labels.ts';
import { dayText } from '#components/innovation/day.ts';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { SubmitButton } from '#components/ui/form/fields.tsx';
import { Tag } from '#components/ui/tag.tsx';
import type { OpenInvitation } from '#lib/people/invitations.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

type Again = (id: string, before: FormState, form: FormData) => Promise<FormState>;
type Props = {
  locale: Locale;
  zone: string;
  heading: string;
  invitations: readonly OpenInvitation[];
  /** Where one is asked before it is taken back; the invitation's id follows. */
  base: string;
  again: Again;
};

/** Invitations nobody has answered: to whom, as what, until when; send again, take back. */
export function InvitationList({ locale, zone, heading, invitations, base, again }: Props) {
  const t = translator(locale, 'people');
  if (invitations.length === 0) return null;
  return (
    <section className="mt-10" aria-labelledby="open-invitations">
      <h2 className="ds-heading" data-size="sm" id="open-invitations">
        {heading}
      </h2>
      <ul className="m-0 grid list-none grid-cols-1 gap-3 p-0">
        {invitations.map((each) => (
          <li className="panel flex flex-wrap items-center gap-x-6 gap-y-3 p-4" key={each.id}>
            <div className="min-w-0 grow basis-64">
              {each.bodyName && <strong className="block">{each.bodyName}</strong>}
              <span className="break-words font-medium">{each.email}</span>
              <span className="quiet mt-1 flex flex-wrap items-center gap-2 text-base">
                {t(`roles.${each.hubRole ?? each.role}`)} ·{' '}
                {each.expired ? (
                  <Tag tone="warning">{t('ours.expired')}</Tag>
                ) : (
                  t('ours.until', { date: dayText(locale, zone, each.expiresAt) })
                )}
              </span>
            </div>
            <div className="flex flex-wrap items-center gap-3">
              <ActionForm action={again.bind(null, each.id)} labels={formLabels(locale)}>
                <SubmitButton variant="secondary">
                  {t('ours.again')}
                  <span className="ds-sr-only"> {each.email}</span>
                </SubmitButton>
              </ActionForm>
              <a className="inline-flex min-h-11 items-center" href={`${base}/${each.id}`}>
                {t('ours.revoke')}
                <span className="ds-sr-only"> {each.email}</span>
              </a>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
