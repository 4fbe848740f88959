import type { Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import { type Profile, type ProfileField, profileFields } from '#lib/showroom/environment.ts';
import type { Town } from '#lib/showroom/neighbours.ts';

type Props = { locale: Locale; towns: readonly Town[]; at: string; has: Profile };

/** From where one looks, and how it is there; an address, so that the answer can be sent on. */
export function HereForm({ locale, towns, at, has }: Props) {
  const t = translator(locale, 'adoptions');
  return (
    <search>
      <form method="get" className="panel mb-8 grid max-w-3xl gap-5 p-5">
        <div className="ds-field">
          <label className="ds-label" htmlFor="at">
            {t('at')}
          </label>
          <select className="ds-input" id="at" name="at" defaultValue={at} required>
            <option value="">{t('atNone')}</option>
            {towns.map(({ country, code, name }) => (
              <option key={code} value={`${country}-${code}`}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div className="grid gap-5 sm:grid-cols-2">
          {profileFields.map((field) => (
            <Field key={field} locale={locale} field={field} value={has[field]} />
          ))}
        </div>
        <div>
          <button className="ds-button" type="submit">
            {t('check')}
          </button>
        </div>
      </form>
    </search>
  );
}

type FieldProps = { locale: Locale; field: ProfileField; value: number | null };

function Field({ locale, field, value }: FieldProps) {
  const t = translator(locale, 'adoptions');
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor={field}>
        {t(`fields.${field}`)}
      </label>
      <div className="quiet text-base" id={`${field}-hint`}>
        {t(`units.${field}`)}
      </div>
      <input
        className="ds-input"
        id={field}
        name={field}
        inputMode="decimal"
        defaultValue={value === null ? '' : numberIn(locale, field, value)}
        aria-describedby={`${field}-hint`}
      />
    </div>
  );
}

/** A figure as people write it: the bandwidth in megabits. */
export function numberIn(locale: Locale, field: ProfileField, value: number): string {
  const shown = field === 'bandwidthKbps' ? value / 1000 : value;
  return formatter(locale, 'UTC').number(shown, { useGrouping: false, maximumFractionDigits: 2 });
}
