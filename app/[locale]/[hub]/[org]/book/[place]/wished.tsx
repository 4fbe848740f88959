import { Temporal } from 'temporal-polyfill';
import { Price } from '#components/prices/price.tsx';
import { BookingFacts, type Fact } from '#components/workspace/booking-facts.tsx';
import { dayOf, lengthInWords, placeFacts } from '#components/workspace/describe.ts';
import { feeTerms } from '#components/workspace/hours-words.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { FoundOne } from '#lib/workspace/reads.ts';

type WishedProps = { locale: Locale; loaded: FoundOne; country: 'SE' | 'NO'; wrong: boolean };

/** What, where, when, how long. The ids are where an error summary leads. */
export function Wished({ locale, loaded, country, wrong }: WishedProps) {
  const { site, floors, minutes, place } = loaded;
  const { slot } = place;
  const t = translator(locale, 'workspace');
  const hours = translator(locale, 'hours');
  const where = [site.name, floors[0]?.name].map((name) => inLocale(name, locale));
  const facts: Fact[] = [
    { term: t('confirm.what'), text: placeFacts(locale, place).join(', ') },
    { term: t('confirm.where'), text: [...where, site.address].join(', ') },
  ];
  if (wrong) return <BookingFacts facts={[...facts, ...noteOf(locale, loaded)]} />;
  facts.push({
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
  });
  if (minutes !== null) {
    facts.push({ term: t('confirm.length'), text: lengthInWords(locale, minutes) });
  }
  if (place.state === 'free') {
    facts.push({
      term: hours('fee.term'),
      text: feeTerms(locale, startOf(loaded), site.zone, loaded.rules[place.kind]),
    });
    facts.push({
      term: translator(locale, 'prices')('quote.price'),
      text: <Price locale={locale} country={country} price={loaded.price} />,
    });
  }
  return <BookingFacts facts={[...facts, ...noteOf(locale, loaded)]} />;
}

function noteOf(locale: Locale, { place: { note } }: FoundOne): Fact[] {
  const term = translator(locale, 'workspace')('confirm.note');
  return note ? [{ term, text: inLocale(note, locale) }] : [];
}

function startOf({ site, place: { slot } }: FoundOne): Temporal.Instant {
  const local = Temporal.PlainDateTime.from(`${slot.date}T${slot.from}`);
  return local.toZonedDateTime(site.zone).toInstant();
}
