import { HiddenField, SelectField, TextField } from '#components/ui/form/fields.tsx';
import type { Choice } from '#lib/organisations/bodies.ts';
import {
  type Country,
  countries,
  isOfficial,
  needsNumber,
  type OrganisationKind,
  organisationKinds,
} from '#lib/organisations/rules.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

export type Chosen = { kind: OrganisationKind | null; country: Country };
type Search = Record<string, string | string[] | undefined>;

/** What the address says of a body: its kind once chosen, and its country, else the hub's. */
export function readChosen(search: Search, home: Country): Chosen {
  const last = (name: string) => [search[name] ?? []].flat().at(-1);
  return {
    kind: organisationKinds.find((kind) => kind === last('kind')) ?? null,
    country: countries.find((country) => country === last('country')) ?? home,
  };
}

type Props = {
  locale: Locale;
  kind: OrganisationKind;
  country: Country;
  /** The regions or municipalities to choose from; empty for other kinds. */
  choices: readonly Choice[];
};

/** Which body: chosen from the official table, or named with its number. */
export function BodyFields({ locale, kind, country, choices }: Props) {
  const t = translator(locale, 'organisations');
  return (
    <>
      <HiddenField name="kind" value={kind} />
      <HiddenField name="country" value={country} />
      {isOfficial(kind) ? (
        <SelectField
          name="code"
          label={t(`apply.fields.code.${kind}`)}
          required
          options={[
            { value: '', label: t('apply.fields.choose') },
            ...choices.map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
      ) : (
        <NamedBody locale={locale} kind={kind} country={country} />
      )}
    </>
  );
}

/** A body that is in no official table: its name, its number and where it is. */
export function NamedBody({ locale, kind, country }: Omit<Props, 'choices'>) {
  const t = translator(locale, 'organisations');
  return (
    <>
      <TextField name="name" label={t('apply.fields.name')} autoComplete="organization" required />
      <TextField
        name="number"
        label={t('apply.fields.number')}
        hint={t(`apply.fields.numberHint.${country}`)}
        required={needsNumber(kind)}
      />
      <TextField
        name="town"
        label={t('apply.fields.town')}
        autoComplete="address-level2"
        required
      />
    </>
  );
}

type WaysProps = {
  locale: Locale;
  base: string;
  kind: OrganisationKind;
  country: Country;
  /** Somebody else's organisation, that is invited. */
  theirs?: boolean;
};

/** What has been chosen so far, and the ways to choose otherwise. */
export function ChosenKind({ locale, base, kind, country, theirs = false }: WaysProps) {
  const t = translator(locale, 'organisations');
  const other = country === 'SE' ? 'NO' : 'SE';
  return (
    <p className="flex flex-wrap items-center gap-x-5 gap-y-1">
      <strong>
        {t(theirs ? 'inviteBody.as' : 'apply.as', {
          kind: translator(locale, 'site')(`kinds.${kind}`),
        })}{' '}
        ({t(`apply.countries.${country}`)})
      </strong>
      <a className="inline-flex min-h-8 items-center" href={`${base}?country=${country}`}>
        {t('apply.otherKind')}
      </a>
      <a
        className="inline-flex min-h-8 items-center"
        href={`${base}?kind=${kind}&country=${other}`}
      >
        {t(`apply.otherCountry.${other}`)}
      </a>
    </p>
  );
}
