import { FilterDay, FilterSelect } from '#components/ui/filter-fields.tsx';
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
        <FilterSelect
          name="group"
          label={t('log.group')}
          all={t('log.everything')}
          rows={groups}
          value={query.group}
        />
        {choices.organisations.length > 0 && (
          <FilterSelect
            name="organisation"
            label={t('log.organisation')}
            {...everyone}
            rows={choices.organisations}
            value={query.organisation}
          />
        )}
        <FilterSelect
          name="person"
          label={t('log.person')}
          {...everyone}
          rows={choices.people}
          value={query.person}
        />
        <FilterDay name="from" label={t('log.from')} value={query.from} />
        <FilterDay name="to" label={t('log.to')} value={query.to} />
        <button className="ds-button" type="submit">
          {t('log.show')}
        </button>
      </form>
    </search>
  );
}
