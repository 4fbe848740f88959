import type { ReactNode } from 'react';
import { inLocale, type Locale, type Text } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Attribute } from '#lib/workspace/attributes.ts';
import { placeKinds, type Slot, type Wish } from '#lib/workspace/schema.ts';
import { NeedFields } from './need-fields.tsx';

type Props = {
  locale: Locale;
  wish: Wish;
  slot: Slot;
  /** What was typed, also when it was wrong. */
  typed: Record<string, string>;
  /** A field's name to the sentence that says what is wrong with it. */
  errors: Record<string, string>;
  times: readonly string[];
  lastDay: string;
  today: string;
  sites: readonly { slug: string; name: Text }[];
  view: string;
  hours: string;
  /** What the hub tells of its places. */
  attributes: readonly Attribute[];
};

/** Day, hours and what is needed, as an address: works without JavaScript and with Back. */
export function SearchForm(props: Props) {
  const { locale, wish, slot, typed, errors, times, sites, view, hours } = props;
  const t = translator(locale, 'workspace');
  const value = (name: 'date' | 'from' | 'to') => (errors[name] && typed[name]) || slot[name];
  const kinds = placeKinds.map((kind) => ({ value: kind, label: t(`groups.${kind}`) }));
  const clock = (name: 'from' | 'to') =>
    [...new Set([...times, value(name)])].toSorted().map((time) => ({ value: time, label: time }));
  return (
    <form method="get" aria-label={t('find.form')} className="panel grid gap-5 p-5">
      <input type="hidden" name="view" value={view} />
      <div className="grid grid-cols-2 gap-x-5 gap-y-4 lg:grid-cols-[1.4fr_1fr_1fr_1fr_1.4fr]">
        <Field wide name="date" label={t('find.date')} error={errors.date} hint={hours}>
          <input
            {...described('date', errors, hours)}
            type="date"
            min={props.today}
            max={props.lastDay}
            defaultValue={value('date')}
          />
        </Field>
        <Field name="from" label={t('find.from')} error={errors.from}>
          <Select name="from" errors={errors} options={clock('from')} chosen={value('from')} />
        </Field>
        <Field name="to" label={t('find.to')} error={errors.to}>
          <Select name="to" errors={errors} options={clock('to')} chosen={value('to')} />
        </Field>
        <Field wide name="seats" label={t('find.seats')} error={errors.seats}>
          <input
            {...described('seats', errors)}
            type="text"
            inputMode="numeric"
            maxLength={4}
            defaultValue={typed.seats ?? ''}
          />
        </Field>
        <Field wide name="kind" label={t('find.kind')} error={errors.kind}>
          <Select
            name="kind"
            errors={errors}
            options={[{ value: '', label: t('find.anyKind') }, ...kinds]}
            chosen={wish.kind ?? ''}
          />
        </Field>
        {sites.length > 1 && (
          <Field wide name="site" label={t('find.site')} error={errors.site}>
            <Select
              name="site"
              errors={errors}
              options={sites.map((site) => ({
                value: site.slug,
                label: inLocale(site.name, locale),
              }))}
              chosen={wish.site ?? ''}
            />
          </Field>
        )}
      </div>
      <NeedFields locale={locale} attributes={props.attributes} typed={typed} errors={errors} />
      <div>
        <button className="ds-button" type="submit">
          {t('find.submit')}
        </button>
      </div>
    </form>
  );
}

type FieldProps = {
  name: string;
  label: string;
  hint?: string;
  error: string | undefined;
  /** Over the whole width of a narrow screen, where the hours stand side by side. */
  wide?: boolean;
};

function Field({ name, label, hint, error, wide, children }: FieldProps & { children: ReactNode }) {
  return (
    <div className={`ds-field content-start ${wide ? 'col-span-2 lg:col-span-1' : ''}`}>
      <label className="ds-label" htmlFor={name}>
        {label}
      </label>
      {children}
      {hint && (
        <div className="quiet text-base" id={`${name}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <p className="ds-validation-message" data-color="danger" id={`${name}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

function described(name: string, errors: Record<string, string>, hint?: string) {
  const ids = [hint && `${name}-hint`, errors[name] && `${name}-error`].filter(Boolean).join(' ');
  return {
    className: 'ds-input',
    id: name,
    name,
    'aria-invalid': errors[name] ? true : undefined,
    'aria-describedby': ids || undefined,
  };
}

type SelectProps = {
  name: string;
  errors: Record<string, string>;
  options: readonly { value: string; label: string }[];
  chosen: string;
};

function Select({ name, errors, options, chosen }: SelectProps) {
  return (
    <select {...described(name, errors)} defaultValue={chosen}>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}
