import { hubRoles, membershipRoles } from '#lib/people/rules.ts';
import type { PeopleQuery } from '#lib/people/schema.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

type Props = {
  locale: Locale;
  action: string;
  query: PeopleQuery;
  organisations: readonly { slug: string; name: string }[];
};

type Option = { value: string; label: string };

/** Narrows the list by words, organisation and role; the address holds what was asked for. */
export function PeopleFilter({ locale, action, query, organisations }: Props) {
  const t = translator(locale, 'people');
  const roles = [...membershipRoles, ...hubRoles];
  const ofOrganisation = organisations.map(({ slug, name }) => ({ value: slug, label: name }));
  return (
    <form className="panel mb-6 grid items-end gap-4 p-5 md:grid-cols-4" action={action}>
      <div className="ds-field">
        <label className="ds-label" htmlFor="q">
          {t('hub.search')}
        </label>
        <input className="ds-input" id="q" name="q" type="search" defaultValue={query.words} />
      </div>
      <Select
        name="organisation"
        label={t('hub.organisation')}
        value={query.organisation}
        options={[{ value: '', label: t('hub.anyOrganisation') }, ...ofOrganisation]}
      />
      <Select
        name="role"
        label={t('hub.role')}
        value={query.role}
        options={[
          { value: '', label: t('hub.anyRole') },
          ...roles.map((role) => ({ value: role, label: t(`roles.${role}`) })),
        ]}
      />
      <div className="flex flex-wrap items-center gap-4">
        <button className="ds-button" type="submit">
          {t('hub.show')}
        </button>
        <a className="inline-flex min-h-11 items-center" href={action}>
          {t('hub.clear')}
        </a>
      </div>
    </form>
  );
}

type SelectProps = { name: string; label: string; value: string; options: Option[] };

function Select({ name, label, value, options }: SelectProps) {
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor={name}>
        {label}
      </label>
      <select className="ds-input" id={name} name={name} defaultValue={value}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
