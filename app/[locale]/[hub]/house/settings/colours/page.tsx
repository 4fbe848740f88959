import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { ContrastFigures } from '#components/house/contrast-figures.tsx';
import { SettingsCrumbs } from '#components/house/settings-crumbs.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { HiddenField, SubmitButton } from '#components/ui/form/fields.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { findHubSettings } from '#lib/hubs/reads.ts';
import { coloursForm } from '#lib/hubs/schema.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { sentence } from '#lib/platform/i18n/sentence.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { themeAddress, tooFaint } from '#lib/platform/theme.ts';
import { useColours as take } from '../actions.ts';

type Search = { accent?: string | string[]; support?: string | string[]; done?: string };
type Props = {
  params: Promise<{ locale: Locale; hub: string }>;
  searchParams: Promise<Search>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'house')('colours.title') };
}

/** Colours to try: the whole page is shown in them, with the figures; then to use. */
export default async function ColoursPage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const kept = await orNotFound(() => findHubSettings(scope));
  const asked = await searchParams;
  const last = (value: string | string[] | undefined) => [value ?? ''].flat().at(-1);
  const typed = {
    accent: last(asked.accent) || kept.accent,
    support: last(asked.support) || kept.support,
  };
  const parsed = coloursForm.safeParse(typed);
  const colours = parsed.success ? parsed.data : kept;
  const wrong = new Set(parsed.error?.issues.map(({ path }) => path[0]));
  const t = translator(locale, 'house');
  const faint = tooFaint(colours.accent, colours.support).length > 0;
  return (
    <>
      <link
        rel="stylesheet"
        href={themeAddress(colours.accent, colours.support)}
        precedence="highest"
      />
      <SettingsCrumbs locale={locale} hub={hub} />
      <DoneIn locale={locale} part="house" done={asked.done} />
      <PageHeader title={t('colours.title')} lead={t('colours.lead')} />
      <form method="get" className="flex flex-wrap items-end gap-4">
        {(['accent', 'support'] as const).map((name) => (
          <Colour
            key={name}
            name={name}
            label={t(`fields.${name}`)}
            hint={t('fields.colourHint')}
            value={typed[name]}
            error={wrong.has(name) ? sentence(locale, 'house.refusals.colour') : null}
          />
        ))}
        <button className="ds-button" data-variant="secondary" type="submit">
          {t('colours.try')}
        </button>
      </form>
      <Sample locale={locale} />
      <Notice tone={faint ? 'danger' : 'info'}>
        {t(faint ? 'colours.tooFaint' : 'colours.allGood')}
      </Notice>
      <ActionForm
        key={`${colours.accent} ${colours.support}`}
        action={take.bind(null, { locale, hub })}
        labels={formLabels(locale)}
      >
        <HiddenField name="accent" value={colours.accent} />
        <HiddenField name="support" value={colours.support} />
        {!faint && (
          <div>
            <SubmitButton>{t('colours.use')}</SubmitButton>
          </div>
        )}
      </ActionForm>
      <ContrastFigures locale={locale} accent={colours.accent} support={colours.support} />
    </>
  );
}

type ColourProps = {
  name: string;
  label: string;
  hint: string;
  value: string;
  error: string | null;
};

function Colour({ name, label, hint, value, error }: ColourProps) {
  const described = [`${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor={name}>
        {label}
      </label>
      <div className="quiet text-base" id={`${name}-hint`}>
        {hint}
      </div>
      <input
        className="ds-input"
        id={name}
        name={name}
        defaultValue={value}
        maxLength={7}
        spellCheck={false}
        aria-describedby={described}
        aria-invalid={error ? true : undefined}
      />
      {error && (
        <p className="ds-validation-message" data-color="danger" id={`${name}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

/** What the colours are used for; nothing here leads anywhere. */
function Sample({ locale }: { locale: Locale }) {
  const t = translator(locale, 'house');
  return (
    <section className="panel mt-8 bg-accent-background-tinted p-6" aria-labelledby="sample">
      <h2 className="ds-heading" data-size="xs" id="sample">
        {t('colours.sample')}
      </h2>
      <div className="flex flex-wrap items-center gap-3">
        <span className="ds-button" data-color="accent">
          {t('colours.sampleButton')}
        </span>
        <span className="ds-button" data-color="brand1">
          {t('colours.sampleSecond')}
        </span>
        <a href="#sample">{t('colours.sampleLink')}</a>
      </div>
      <p className="m-0 mt-4 rounded-lg bg-accent-surface-tinted p-3">{t('colours.sampleText')}</p>
    </section>
  );
}
