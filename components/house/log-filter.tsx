import type { LogChoices } from '#lib/log/reads.ts';
import { groupNames } from '#lib/log/rules.ts';
import type { LogQuery } from '#lib/log/schema.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

type Props = { locale: Locale; query: LogQuery; choices: LogChoices };

/** Narrows the log; the form is an address, so it can be kept and needs no script. */
export function LogFilter({ locale, query, choices }: Props) {
  const t = translator(locale, 'house');
  const groups = groupNames.map((id) => ({ id, name: t(`log.groups.${id}`) }));
  const everyone = { all: t('log.all') };
  return (
    <search>
      <form method="get" className="mb-6 flex flex-wrap items-end gap-4">
        {query.object && <input type="hidden" name="object" value={query.object} />}
        <Select
          name="group"
          label={t('log.group')}
          all={t('log.everything')}
          rows={groups}
          value={query.group}
        />
        {choices.organisations.length > 0 && (
          <Select
            name="organisation"
            label={t('log.organisation')}
            {...everyone}
            rows={choices.organisations}
            value={query.organisation}
          />
        )}
        <Select
          name="person"
          label={t('log.person')}
          {...everyone}
          rows={choices.people}
          value={query.person}
        />
        <Day name="from" label={t('log.from')} value={query.from} />
        <Day name="to" label={t('log.to')} value={query.to} />
        <button className="ds-button" type="submit">
          {t('log.show')}
        </button>
      </form>
    </search>
  );
}

type SelectProps = {
  name: string;
  label: string;
  all: string;
  rows: { id: string; name: string }[];
  value: string | null;
};

function Select({ name, label, all, rows, value }: SelectProps) {
  return (
    <div className="ds-field max-w-full">
      <label className="ds-label" htmlFor={name}>
        {label}
      </label>
      <select className="ds-input max-w-full" id={name} name={name} defaultValue={value ?? ''}>
        <option value="">{all}</option>
        {rows.map((row) => (
          <option key={row.id} value={row.id}>
            {row.name}
          </option>
        ))}
      </select>
    </div>
  );
}

function Day({ name, label, value }: { name: string; label: string; value: string | null }) {
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor={name}>
        {label}
      </label>
      <input className="ds-input" type="date" id={name} name={name} defaultValue={value ?? ''} />
    </div>
  );
}
