import { formLabels } from '#components/chrome/form-labels.ts';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { Choices, SubmitButton } from '#components/ui/form/fields.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { shownChoices } from '#lib/workspace/schema.ts';
import type { ShownInput } from '#lib/workspace/shown.ts';
import { choose } from './actions.ts';

type Props = {
  place: { locale: Locale; hub: string; org: string };
  organisation: string;
  shown: ShownInput['shown'];
  /** How many coming bookings are shown otherwise. */
  others: number;
};

/** What others at the hub see of the organisation's bookings, and what a change of it does. */
export function Shown({ place, organisation, shown, others }: Props) {
  const t = translator(place.locale, 'organisations');
  return (
    <section aria-labelledby="shown-title">
      <h2 className="ds-heading" data-size="sm" id="shown-title">
        {t('settings.shown.title')}
      </h2>
      <p className="quiet text-base">{t('settings.shown.text')}</p>
      {others > 0 && <p className="text-base">{t('settings.shown.others', { count: others })}</p>}
      <ActionForm
        action={choose.bind(null, place)}
        labels={formLabels(place.locale)}
        initial={{ shown }}
      >
        <Choices
          name="shown"
          label={t('settings.shown.legend')}
          type="radio"
          options={shownChoices.map((value) => ({
            value,
            label: t(`settings.shown.${value}`, { organisation }),
            hint: t(`settings.shown.${value}_HINT`),
          }))}
        />
        <Choices
          name="coming"
          label={t('settings.shown.coming')}
          type="checkbox"
          options={[{ value: 'yes', label: t('settings.shown.comingOption') }]}
        />
        <div>
          <SubmitButton variant="secondary">{t('settings.shown.save')}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}
