import type { Found } from '#components/ui/form/found-list.tsx';
import type { PlainObstacle } from '#lib/leases/taking.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';

type Where = { locale: Locale; hub: string };
const spoken = { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' } as const;

/** What stands in the way, for the house: what it is, whose, when, and the way to it. */
export function foundWords({ locale, hub }: Where, obstacles: readonly PlainObstacle[]): Found[] {
  const t = translator(locale, 'leases');
  const base = `/${locale}/${hub}/house`;
  return obstacles.map(({ kind, id, number, place, organisation, startsAt, endsAt, zone }) => {
    const format = formatter(locale, zone);
    const from = format.dateTime(new Date(startsAt), spoken);
    const when = endsAt
      ? format.dateTimeRange(new Date(startsAt), new Date(endsAt), spoken)
      : t('fromUntilNotice', { from });
    const what = t(`obstacles.${kind}`, { number });
    const whose = kind === 'BLOCK' ? null : (organisation ?? t('obstacles.nobody'));
    const pages = {
      BOOKING: 'bookings',
      HOLD: 'bookings',
      LEASE: 'leases',
      BLOCK: null,
      GUIDED: 'guided',
    } as const;
    const page = pages[kind];
    return {
      key: `${id} ${startsAt}`,
      text: [what, inLocale(place, locale), whose, when].filter(Boolean).join(', '),
      href: page && `${base}/${page}/${id}`,
    };
  });
}

/** A refusal's obstacles as words, for the form that was refused. */
export function withFound(where: Where, state: FormState): FormState {
  const { obstacles } = (state.detail ?? {}) as { obstacles?: PlainObstacle[] };
  return obstacles ? { ...state, detail: { found: foundWords(where, obstacles) } } : state;
}
