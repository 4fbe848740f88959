import {
  Choices,
  HiddenField,
  SelectField,
  SubmitButton,
  TextField,
} from '#components/ui/form/fields.tsx';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Closure } from '#lib/workspace/closures.ts';
import type { SiteHours } from '#lib/workspace/rule-reads.ts';
import { actorOptions, kindOptions } from './rule-options.ts';

/** The form of a closure: what, when, why, and for whom not. */
export function ClosureFields({ locale, sites }: { locale: Locale; sites: readonly SiteHours[] }) {
  const t = translator(locale, 'hours');
  const field = (name: string) => ({ name, label: t(`closures.${name}`) });
  const places = sites.flatMap(({ places: all }) =>
    all.map(({ id, name }) => ({
      value: `place:${id}`,
      label: t('closures.ofPlace', { place: inLocale(name, locale) }),
    })),
  );
  const kinds = kindOptions(locale).filter(({ value }) =>
    sites.some((site) => site.places.some(({ kind }) => kind === value)),
  );
  const whole = { value: 'site', label: t('closures.allSite') };
  return (
    <>
      {sites.length === 1 ? (
        <HiddenField name="site" value={sites[0]?.slug ?? ''} />
      ) : (
        <SelectField
          name="site"
          label={t('site')}
          required
          options={sites.map(({ slug, name }) => ({ value: slug, label: inLocale(name, locale) }))}
        />
      )}
      <SelectField {...field('of')} required options={[whole, ...kinds, ...places]} />
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField {...field('fromDay')} type="date" required />
        <TextField {...field('fromTime')} hint={t('closures.timeHint')} maxLength={5} />
        <TextField {...field('toDay')} type="date" required />
        <TextField {...field('toTime')} hint={t('closures.timeHint')} maxLength={5} />
      </div>
      <Choices
        name="yearly"
        label={t('closures.yearlyLabel')}
        type="checkbox"
        options={[{ value: 'yes', label: t('closures.yearlyOption') }]}
      />
      <TextField {...field('sv')} hint={t('closures.whyHint')} maxLength={200} needed />
      <TextField {...field('nb')} hint={t('closures.otherHint')} maxLength={200} />
      <TextField {...field('en')} hint={t('closures.otherHint')} maxLength={200} />
      <Choices
        {...field('exempt')}
        hint={t('closures.exemptHint')}
        type="checkbox"
        options={actorOptions(locale)}
      />
      <div>
        <SubmitButton>{t('closures.preview')}</SubmitButton>
      </div>
    </>
  );
}

/** A kept closure as the form shows it. */
export function closureValues(closure: Closure): Record<string, string | string[]> {
  const { site, kind, placeId, yearly, exempt, message } = closure;
  const end = lastDayOf(closure.to);
  const [fromDay = '', fromTime = ''] = closure.from.split('T');
  return {
    ...{ site: site.slug, of: placeId ? `place:${placeId}` : (kind ?? 'site') },
    ...{ fromDay, fromTime: fromTime === '00:00' ? '' : fromTime },
    ...{ toDay: end.day, toTime: end.time },
    ...{ yearly: yearly ? ['yes'] : [], exempt: [...exempt], ...message },
  };
}

// Until midnight is to the end of the day before.
function lastDayOf(to: string): { day: string; time: string } {
  const [day = '', time = ''] = to.split('T');
  if (time !== '00:00') return { day, time };
  const before = new Date(new Date(`${day}T00:00:00Z`).getTime() - 86_400_000);
  return { day: before.toISOString().slice(0, 10), time: '' };
}
