import { Temporal } from 'temporal-polyfill';
import { Price } from '#components/prices/price.tsx';
import { BookingFacts, type Fact } from '#components/workspace/booking-facts.tsx';
import { dayOf, lengthInWords, placeFacts } from '#components/workspace/describe.ts';
import { momentWords } from '#components/workspace/hours-words.ts';
import { dateOf } from '#lib/platform/clock.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { freeUntil } from '#lib/workspace/fees.ts';
import type { FoundOne } from '#lib/workspace/reads.ts';

type WishedProps = { locale: Locale; loaded: FoundOne; country: 'SE' | 'NO' };

/** What, where, when, how long. The ids are where an error summary leads. */
export function Wished({ locale, loaded, country }: WishedProps) {
  const { site, floors, minutes, place } = loaded;
  const { slot } = place;
  const t = translator(locale, 'workspace');
  const hours = translator(locale, 'hours');
  const where = [site.name, floors[0]?.name].map((name) => inLocale(name, locale));
  const facts: Fact[] = [
    { term: t('confirm.what'), text: placeFacts(locale, place).join(', ') },
    { term: t('confirm.where'), text: [...where, site.address].join(', ') },
    {
      term: t('confirm.when'),
      id: 'date',
      text: (
        <>
          {dayOf(locale, slot.date, { dateStyle: 'full' })},{' '}
          <span className="whitespace-nowrap">
            <span id="from">{slot.from}</span>–<span id="to">{slot.to}</span>
          </span>
        </>
      ),
    },
  ];
  if (minutes !== null) {
    facts.push({ term: t('confirm.length'), text: lengthInWords(locale, minutes) });
  }
  facts.push({ term: hours('fee.term'), text: termsOf(locale, loaded) });
  facts.push({
    term: translator(locale, 'prices')('quote.price'),
    text: <Price locale={locale} country={country} price={loaded.price} />,
  });
  if (place.note) facts.push({ term: t('confirm.note'), text: inLocale(place.note, locale) });
  return <BookingFacts facts={facts} />;
}

/** Until when it can be cancelled free of charge, and what it costs after that. */
function termsOf(locale: Locale, { site, place, rules }: FoundOne): string {
  const t = translator(locale, 'hours');
  const rule = rules[place.kind];
  const local = Temporal.PlainDateTime.from(`${place.slot.date}T${place.slot.from}`);
  const free = freeUntil(local.toZonedDateTime(site.zone).toInstant(), rule);
  if (free === null) return t('fee.free');
  const until = momentWords(locale, dateOf(free), site.zone);
  return t('fee.terms', { until, percent: rule.lateFeePercent });
}
