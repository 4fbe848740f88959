import { RecordList } from '#components/ui/record-list.tsx';
import { Tag } from '#components/ui/tag.tsx';
import type { LeaseRow } from '#lib/leases/reads.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { periodOf, placesOf, tones } from './words.ts';

type Props = {
  locale: Locale;
  base: string;
  leases: readonly LeaseRow[];
  withOrganisation?: boolean;
};

/** Leases, one a row: what, whose, how it stands, and for how long. */
export function LeaseList({ locale, base, leases, withOrganisation = false }: Props) {
  const t = translator(locale, 'leases');
  return (
    <RecordList
      label={t('listLabel')}
      rows={leases.map((lease) => ({
        key: lease.id,
        name: (
          <>
            <a href={`${base}/${lease.id}`}>{placesOf(locale, lease)}</a>
            <span className="quiet block text-base font-normal">
              {t('heading', { number: lease.number })}
            </span>
          </>
        ),
        facts: [
          ...(withOrganisation
            ? [{ label: t('organisation'), value: lease.organisation.name }]
            : []),
          {
            label: t('standing'),
            value: <Tag tone={tones[lease.standing]}>{t(`standings.${lease.standing}`)}</Tag>,
          },
          { label: t('period'), value: periodOf(locale, lease) },
        ],
      }))}
    />
  );
}
