import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { type Attribute, needField } from '#lib/workspace/attributes.ts';

type Props = {
  locale: Locale;
  attributes: readonly Attribute[];
  /** What was typed, also when it was wrong, by field. */
  typed: Record<string, string>;
  errors: Record<string, string>;
};

/** What the place must have: folded until something is asked for, and open without JavaScript, too. */
export function NeedFields({ locale, attributes, typed, errors }: Props) {
  const t = translator(locale, 'workspace');
  const offered = attributes.filter(({ filter }) => filter);
  if (offered.length === 0) return null;
  const open = offered.some(({ code }) => typed[needField(code)]);
  const ticks = offered.filter(({ type }) => type === 'YES_NO');
  const rest = offered.filter(({ type }) => type !== 'YES_NO');
  return (
    <details open={open}>
      <summary className="min-h-11 w-fit cursor-pointer py-2 font-semibold">
        {t('find.needs')}
      </summary>
      <div className="mt-3 grid gap-x-5 gap-y-4 lg:grid-cols-[2fr_1fr]">
        <fieldset className="m-0 grid content-start gap-x-5 border-0 p-0 sm:grid-cols-2">
          <legend className="ds-sr-only">{t('find.needs')}</legend>
          {ticks.map((one) => (
            <Tick key={one.code} locale={locale} one={one} typed={typed} />
          ))}
        </fieldset>
        <div className="grid content-start gap-4">
          {rest.map((one) => (
            <Asked key={one.code} {...{ locale, one, typed, errors }} />
          ))}
        </div>
      </div>
    </details>
  );
}

type OneProps = { locale: Locale; one: Attribute; typed: Record<string, string> };

function Tick({ locale, one, typed }: OneProps) {
  const name = needField(one.code);
  return (
    <label className="flex min-h-11 items-center gap-3">
      <input
        className="ds-input"
        type="checkbox"
        id={name}
        name={name}
        value="1"
        defaultChecked={Boolean(typed[name])}
      />
      <span>{inLocale(one.name, locale)}</span>
    </label>
  );
}

function Asked({ locale, one, typed, errors }: OneProps & { errors: Record<string, string> }) {
  const t = translator(locale, 'workspace');
  const name = needField(one.code);
  const said = inLocale(one.name, locale);
  const error = errors[name];
  const field = {
    ...{ className: 'ds-input', id: name, name, defaultValue: typed[name] ?? '' },
    'aria-invalid': error ? true : undefined,
    'aria-describedby': error ? `${name}-error` : undefined,
  };
  const unit = one.unit && ` (${one.unit})`;
  return (
    <div className="ds-field content-start">
      <label className="ds-label" htmlFor={name}>
        {one.type === 'NUMBER' ? t('find.atLeast', { name: said }) + unit : said}
      </label>
      {one.type === 'NUMBER' ? (
        <input {...field} type="text" inputMode="decimal" maxLength={10} />
      ) : (
        <select {...field}>
          <option value="">{t('find.any')}</option>
          {one.choices.map((choice) => (
            <option key={choice.code} value={choice.code}>
              {inLocale(choice.name, locale)}
            </option>
          ))}
        </select>
      )}
      {error && (
        <p className="ds-validation-message" data-color="danger" id={`${name}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
