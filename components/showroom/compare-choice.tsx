import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

type Props = { locale: Locale; base: string };

/** Leads to a comparison of those that are ticked in the list; each box names this form. */
export function CompareForm({ locale, base }: Props) {
  const t = translator(locale, 'compare');
  return (
    <form
      className="no-print my-5 flex flex-wrap items-center gap-3"
      id="compare"
      action={`${base}/compare`}
      method="get"
    >
      <button className="ds-button" data-variant="secondary" type="submit">
        {t('chosen')}
      </button>
      <span className="quiet text-base">{t('chosenHint')}</span>
    </form>
  );
}

type ChoiceProps = { locale: Locale; publicId: string; title: unknown };

/** The box on a demo's card. */
export function CompareChoice({ locale, publicId, title }: ChoiceProps) {
  const id = `compare-${publicId}`;
  return (
    // Above the card's link, which covers the rest of it.
    <div className="ds-field no-print relative z-10">
      <input
        className="ds-input"
        type="checkbox"
        id={id}
        name="d"
        value={publicId}
        form="compare"
      />
      <label className="ds-label" htmlFor={id}>
        {translator(locale, 'compare')('choose')}
        <span className="ds-sr-only"> {inLocale(title, locale)}</span>
      </label>
    </div>
  );
}
