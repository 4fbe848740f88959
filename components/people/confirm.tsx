import { formLabels } from '#components/chrome/form-labels.ts';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { SubmitButton } from '#components/ui/form/fields.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';

type Props = {
  locale: Locale;
  title: string;
  lead: string;
  action: (before: FormState, form: FormData) => Promise<FormState>;
  submit: string;
  keep: { href: string; label: string };
  /** Why it cannot be done; then there is no button. */
  refused?: string | null;
};

/** Asks once more before something ends, says what then happens, and offers the way back. */
export function Confirm({ locale, title, lead, action, submit, keep, refused }: Props) {
  return (
    <>
      {refused ? <PageHeader title={title} /> : <PageHeader title={title} lead={lead} />}
      {refused && <Notice tone="warning">{refused}</Notice>}
      <div className="mt-6 flex flex-wrap items-start gap-3">
        {!refused && (
          <ActionForm action={action} labels={formLabels(locale)}>
            <SubmitButton tone="danger">{submit}</SubmitButton>
          </ActionForm>
        )}
        <ButtonLink href={keep.href} variant="secondary" tone="neutral">
          {keep.label}
        </ButtonLink>
      </div>
    </>
  );
}
