import { formLabels } from '#components/chrome/form-labels.ts';
import { Frame } from '#components/chrome/frame.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { SubmitButton } from '#components/ui/form/fields.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

type Props = {
  locale: Locale;
  reader: string;
  title: string;
  lead: string;
  confirm: string;
  /** Null when it cannot be done; the lead then says why. */
  action: ((before: FormState, form: FormData) => Promise<FormState>) | null;
};

/** The last word before something of one's own account is taken away. */
export function ConfirmRemoval({ locale, reader, title, lead, confirm, action }: Props) {
  return (
    <Frame locale={locale} hub={null} items={[]} reader={reader}>
      <PageHeader title={title} lead={lead} />
      <div className="flex flex-wrap items-start gap-3">
        {action && (
          <ActionForm action={action} labels={formLabels(locale)}>
            <SubmitButton tone="danger">{confirm}</SubmitButton>
          </ActionForm>
        )}
        <ButtonLink href={`/${locale}/account/security`} variant="secondary" tone="neutral">
          {translator(locale, 'identity')('back')}
        </ButtonLink>
      </div>
    </Frame>
  );
}
