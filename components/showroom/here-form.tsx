import type { Locale } from '#lib/platform/i18n/locales.ts';
import { sentence } from '#lib/platform/i18n/sentence.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import {
  type Here,
  type Profile,
  type ProfileField,
  profileFields,
} from '#lib/showroom/environment.ts';
import type { Town } from '#lib/showroom/neighbours.ts';

type Props = { locale: Locale; towns: readonly Town[]; here: Here; has: Profile };

/** From where one looks, and how it is there; an address, so that the answer can be sent on. */
export function HereForm({ locale, towns, here, has }: Props) {
  const t = translator(locale, 'adoptions');
  const { at, typed, refused } = here;
  return (
    <search>
      <Refused locale={locale} refused={refused} />
      <form method="get" className="panel mb-8 grid max-w-3xl gap-5 p-5">
        <div className="ds-field">
          <label className="ds-label" htmlFor="at">
            {t('at')}
          </label>
          <select className="ds-input" id="at" name="at" defaultValue={at} autoComplete="off">
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
            <Field
              key={field}
              locale={locale}
              field={field}
              value={
                typed[field] || (has[field] === null ? '' : numberIn(locale, field, has[field]))
              }
              refused={refused[field]}
            />
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

/** What is to be put right, each a way to its field. */
function Refused({ locale, refused }: { locale: Locale; refused: Here['refused'] }) {
  const wrong = profileFields.filter((field) => refused[field]);
  if (wrong.length === 0) return null;
  const t = translator(locale, 'adoptions');
  return (
    <div className="ds-error-summary mb-6 max-w-3xl" role="alert" aria-labelledby="refused">
      <h2 className="ds-heading" data-size="xs" id="refused">
        {translator(locale, 'site')('form.errorSummary')}
      </h2>
      <ul className="ds-list">
        {wrong.map((field) => (
          <li key={field}>
            <a href={`#${field}`}>
              {t(`fields.${field}`)}: {sentence(locale, refused[field] ?? '')}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

type FieldProps = {
  locale: Locale;
  field: ProfileField;
  value: string;
  refused: string | undefined;
};

function Field({ locale, field, value, refused }: FieldProps) {
  const t = translator(locale, 'adoptions');
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor={field}>
        {t(`fields.${field}`)}
      </label>
      <div className="quiet text-base" id={`${field}-hint`}>
        {t(`units.${field}`, { count: 2 })}
      </div>
      <input
        className="ds-input"
        id={field}
        name={field}
        inputMode="decimal"
        defaultValue={value}
        aria-invalid={refused ? true : undefined}
        aria-describedby={refused ? `${field}-hint ${field}-error` : `${field}-hint`}
      />
      {refused && (
        <p className="ds-validation-message" data-color="danger" id={`${field}-error`}>
          {sentence(locale, refused)}
        </p>
      )}
    </div>
  );
}

/** A figure as people write it: the bandwidth in megabits. */
export function numberIn(locale: Locale, field: ProfileField, value: number): string {
  const shown = field === 'bandwidthKbps' ? value / 1000 : value;
  return formatter(locale, 'UTC').number(shown, { useGrouping: false, maximumFractionDigits: 2 });
}
