import type { ReactNode } from 'react';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { patterns } from '#lib/workspace/recurrence.ts';
import type { Slot } from '#lib/workspace/schema.ts';

type Props = {
  locale: Locale;
  slot: Slot;
  /** What was asked for already, also when it was wrong. */
  typed: Record<string, string>;
  weekdays: readonly string[];
  /** A field's name to the sentence that says what is wrong with it. */
  errors: Record<string, string>;
  times: readonly string[];
};

/** How something comes again, as an address: works without JavaScript and with Back. */
export function RepeatFields({ locale, slot, typed, weekdays, errors, times }: Props) {
  const t = translator(locale, 'workspace');
  const value = (name: keyof Slot) => typed[name] || slot[name];
  const field = (name: string) => ({ name, error: errors[name], label: t(`series.${name}`) });
  return (
    <form method="get" className="panel grid gap-5 p-5" aria-label={t('series.form')}>
      <div className="grid grid-cols-2 gap-x-5 gap-y-4 lg:grid-cols-[1.4fr_1fr_1fr]">
        <Field {...field('date')} wide>
          <input {...named('date', errors)} type="date" defaultValue={value('date')} />
        </Field>
        <Field {...field('from')}>
          <Select name="from" errors={errors} chosen={value('from')} options={same(times)} />
        </Field>
        <Field {...field('to')}>
          <Select name="to" errors={errors} chosen={value('to')} options={same(times)} />
        </Field>
        <Field {...field('pattern')} wide>
          <Select
            name="pattern"
            errors={errors}
            chosen={typed.pattern ?? 'WEEK'}
            options={patterns.map((one) => [one, t(`series.patterns.${one}`)])}
          />
        </Field>
        <Field {...field('interval')} wide>
          <input {...number('interval', errors)} max={12} defaultValue={typed.interval ?? '1'} />
        </Field>
      </div>
      <Weekdays locale={locale} chosen={weekdays} />
      <div className="grid grid-cols-1 gap-x-5 gap-y-4 sm:grid-cols-2">
        <Field {...field('until')}>
          <input {...named('until', errors)} type="date" defaultValue={typed.until ?? ''} />
        </Field>
        <Field {...field('count')}>
          <input {...number('count', errors)} max={60} defaultValue={typed.count ?? ''} />
        </Field>
      </div>
      <Field {...field('dates')} hint={t('series.datesHint')}>
        <textarea {...named('dates', errors)} rows={2} defaultValue={typed.dates ?? ''} />
      </Field>
      <div>
        <button className="ds-button" type="submit">
          {t('series.show')}
        </button>
      </div>
    </form>
  );
}

function Weekdays({ locale, chosen }: { locale: Locale; chosen: readonly string[] }) {
  const t = translator(locale, 'workspace');
  return (
    <fieldset className="ds-fieldset">
      <legend className="ds-label">{t('series.weekdays')}</legend>
      <p className="quiet m-0 text-base">{t('series.weekdaysHint')}</p>
      <div className="mt-2 flex flex-wrap gap-x-6">
        {(['1', '2', '3', '4', '5', '6', '7'] as const).map((day) => (
          <label className="flex min-h-11 items-center gap-2" key={day}>
            <input
              className="ds-input"
              type="checkbox"
              name="weekdays[]"
              value={day}
              defaultChecked={chosen.includes(day)}
            />
            {t(`series.days7.${day}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

type FieldProps = {
  name: string;
  label: string;
  error: string | undefined;
  hint?: string;
  wide?: boolean;
  children: ReactNode;
};

function Field({ name, label, error, hint, wide, children }: FieldProps) {
  return (
    <div className={`ds-field content-start ${wide ? 'col-span-2 lg:col-span-1' : ''}`}>
      <label className="ds-label" htmlFor={name}>
        {label}
      </label>
      {hint && <div className="quiet text-base">{hint}</div>}
      {children}
      {error && (
        <p className="ds-validation-message" data-color="danger" id={`${name}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

function named(name: string, errors: Record<string, string>) {
  const wrong = errors[name] !== undefined;
  return {
    className: 'ds-input',
    id: name,
    name,
    'aria-invalid': wrong || undefined,
    'aria-describedby': wrong ? `${name}-error` : undefined,
  };
}

function number(name: string, errors: Record<string, string>) {
  return { ...named(name, errors), type: 'number', min: 1 } as const;
}

type Options = readonly (readonly [value: string, label: string])[];

function same(values: readonly string[]): Options {
  return values.map((value) => [value, value]);
}

type SelectProps = {
  name: string;
  errors: Record<string, string>;
  options: Options;
  chosen: string;
};

function Select({ name, errors, options, chosen }: SelectProps) {
  return (
    <select {...named(name, errors)} defaultValue={chosen}>
      {options.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}
