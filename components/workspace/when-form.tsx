import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Slot } from '#lib/workspace/schema.ts';

type Props = {
  locale: Locale;
  /** What was asked for, as it was typed. */
  typed: Slot;
  errors: Record<string, string>;
  times: readonly string[];
  first: string;
  last: string;
  /** What else goes along in the address. */
  hidden: Record<string, string>;
};

/** Another day and other hours, as an address: where a wish could not be had, it is mended in place. */
export function WhenForm({ locale, typed, errors, times, first, last, hidden }: Props) {
  const t = translator(locale, 'workspace');
  return (
    <form method="get" className="panel mb-8 grid gap-5 p-5" aria-label={t('confirm.whenForm')}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="grid grid-cols-2 gap-x-5 gap-y-4 sm:grid-cols-[1.4fr_1fr_1fr]">
        <div className="ds-field col-span-2 content-start sm:col-span-1">
          <label className="ds-label" htmlFor="date">
            {t('find.date')}
          </label>
          <input
            {...described('date', errors)}
            type="date"
            min={first}
            max={last}
            defaultValue={typed.date}
          />
          <FieldError name="date" errors={errors} />
        </div>
        {(['from', 'to'] as const).map((name) => (
          <div className="ds-field content-start" key={name}>
            <label className="ds-label" htmlFor={name}>
              {t(`find.${name}`)}
            </label>
            <select {...described(name, errors)} defaultValue={typed[name]}>
              {[...new Set([...times, typed[name]])].toSorted().map((time) => (
                <option key={time} value={time}>
                  {time}
                </option>
              ))}
            </select>
            <FieldError name={name} errors={errors} />
          </div>
        ))}
      </div>
      <div>
        <button className="ds-button" type="submit">
          {t('confirm.showTime')}
        </button>
      </div>
    </form>
  );
}

function described(name: string, errors: Record<string, string>) {
  return {
    className: 'ds-input',
    id: name,
    name,
    'aria-invalid': errors[name] ? true : undefined,
    'aria-describedby': errors[name] ? `${name}-error` : undefined,
  };
}

function FieldError({ name, errors }: { name: string; errors: Record<string, string> }) {
  const error = errors[name];
  if (!error) return null;
  return (
    <p className="ds-validation-message" data-color="danger" id={`${name}-error`}>
      {error}
    </p>
  );
}
