import { formLabels } from '#components/chrome/form-labels.ts';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { SubmitButton, TextField } from '#components/ui/form/fields.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { BookingDetail } from '#lib/workspace/booking-reads.ts';
import { refer } from './actions.ts';

type Props = { where: { locale: Locale; hub: string; org: string }; booking: BookingDetail };

/** Which cost centre bears it, where it costs something. */
export function InvoiceReference({ where, booking: { id, price } }: Props) {
  const t = translator(where.locale, 'billing');
  if (!price || price.unitOre === 0) return null;
  const { costCentre, reference } = price;
  return (
    <details className="my-6 max-w-2xl">
      <summary className="cursor-pointer py-2">{t('costs.ofBooking')}</summary>
      <ActionForm
        action={refer.bind(null, { ...where, id })}
        labels={formLabels(where.locale)}
        initial={{ costCentre, reference }}
      >
        <TextField name="costCentre" label={t('costs.costCentre')} maxLength={60} />
        <TextField name="reference" label={t('costs.bookingReference')} maxLength={120} />
        <div>
          <SubmitButton variant="secondary">{t('costs.save')}</SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}
