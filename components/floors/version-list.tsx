import { RecordList } from '#components/ui/record-list.tsx';
import { Tag } from '#components/ui/tag.tsx';
import type { FloorDetail, PlanRow } from '#lib/floors/reads.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';

type Props = { locale: Locale; base: string; floor: FloorDetail };
const tones = { DRAFT: 'info', PUBLISHED: 'success', SUPERSEDED: 'neutral' } as const;

/** Every version of a floor's plan, the latest first: how it stands, since when, and by whom. */
export function VersionList({ locale, base, floor }: Props) {
  const t = translator(locale, 'floors');
  return (
    <RecordList
      label={t('versions')}
      rows={floor.plans.map((plan) => ({
        key: plan.id,
        name: (
          <a href={`${base}/versions/${plan.version}`}>{t('version', { version: plan.version })}</a>
        ),
        facts: [
          {
            label: translator(locale, 'places')('state'),
            value: (
              <>
                <Tag tone={tones[plan.state]}>{t(`states.${plan.state}`)}</Tag>
                <span className="quiet block text-base">{saidOf(plan, locale, floor.zone)}</span>
              </>
            ),
          },
          { label: t('note'), value: plan.note || '–' },
          { label: t('places'), value: t('placeCount', { count: plan.places }) },
        ],
      }))}
    />
  );
}

function saidOf(plan: PlanRow, locale: Locale, zone: string): string {
  const t = translator(locale, 'floors');
  const at = plan.publishedAt ?? plan.savedAt;
  const when = formatter(locale, zone).dateTime(at, {
    ...{ dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' },
  });
  if (!plan.publishedAt) return t('savedBy', { when, who: plan.savedBy ?? '–' });
  return plan.publishedBy
    ? t('publishedBy', { when, who: plan.publishedBy })
    : t('publishedAt', { when });
}
