import { Tag } from '#components/ui/tag.tsx';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { sentence } from '#lib/platform/i18n/sentence.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { FoundPlace } from '#lib/workspace/house.ts';
import { placeKinds } from '#lib/workspace/schema.ts';
import type { Rules, Step } from '#lib/workspace/terms.ts';
import { lacksInWords, placeFacts } from './describe.ts';

type Props = {
  locale: Locale;
  places: readonly FoundPlace[];
  hrefOf: (place: FoundPlace) => string;
  rules: Rules;
  /** What a free one costs, in words. */
  priceOf: (place: FoundPlace) => string;
};

/** What was found, kind by kind: the free ones as links, then the others. */
export function PlaceList({ places, ...props }: Props) {
  const { locale } = props;
  const t = translator(locale, 'workspace');
  const groups = placeKinds
    .map((kind) => ({ kind, members: places.filter((place) => place.kind === kind) }))
    .filter(({ members }) => members.length > 0);
  return (
    <div className="grid gap-8">
      {groups.map(({ kind, members }) => {
        const free = members.filter(({ state }) => state === 'free').length;
        return (
          <section key={kind} aria-labelledby={`kind-${kind}`}>
            <h3 className="ds-heading" data-size="xs" id={`kind-${kind}`}>
              {t(`groups.${kind}`)}{' '}
              <span className="quiet font-normal">
                {t('find.groupCount', { free, all: members.length })}
              </span>
            </h3>
            <PlaceRows {...props} places={members} />
          </section>
        );
      })}
    </div>
  );
}

/** Places beside one another, the free ones as links. */
export function PlaceRows({ places, ...props }: Props) {
  return (
    <ul className="m-0 grid list-none gap-3 p-0 sm:grid-cols-2 lg:grid-cols-3">
      {places.map((place) => (
        <PlaceRow key={place.id} {...props} place={place} />
      ))}
    </ul>
  );
}

type RowProps = Omit<Props, 'places'> & { place: FoundPlace };

function PlaceRow({ locale, place, hrefOf, rules, priceOf }: RowProps) {
  const t = translator(locale, 'workspace');
  const name = inLocale(place.name, locale);
  const [, ...facts] = placeFacts(locale, place);
  const free = place.state === 'free';
  const href = hrefOf(place);
  const { step } = rules[place.kind];
  const price = priceOf(place);
  return (
    <li className={`panel px-4 py-3 ${free ? 'card-link' : 'bg-neutral-surface-tinted'}`}>
      <div className="flex items-baseline justify-between gap-3">
        <span className="min-w-0 font-semibold">
          {free ? (
            <a
              href={href}
              className="after:absolute after:inset-0"
              aria-label={t('find.book', { place: name })}
            >
              {name}
            </a>
          ) : (
            <span className="quiet">{name}</span>
          )}
        </span>
        <Tag tone={free ? 'success' : 'neutral'}>{t(`states.${place.state}`)}</Tag>
      </div>
      <p className="m-0 text-base">{whenIn(locale, place, step)}</p>
      {free && price && <p className="m-0 text-base">{price}</p>}
      {place.lacks.length > 0 && <p className="m-0">{lacksInWords(locale, place.lacks)}</p>}
      <p className="quiet m-0 text-base">{facts.join(' · ')}</p>
      {place.note && <p className="quiet m-0 text-base">{inLocale(place.note, locale)}</p>}
      {(place.state === 'taken' || place.state === 'partly') && (
        <a className="inline-flex min-h-8 items-center text-base" href={href}>
          {translator(locale, 'hours')('waiting.queue')}
          <span className="ds-sr-only"> {name}</span>
        </a>
      )}
    </li>
  );
}

/** The time on the grid of its kind; who has it; what the rules have against it. */
function whenIn(locale: Locale, found: FoundPlace, step: Step): string {
  const { slot, state, by, refusal, unitsFree } = found;
  const t = translator(locale, 'workspace');
  if (refusal) return sentence(locale, refusal.code, refusal.values);
  const plain = `${slot.from}–${slot.to}`;
  const time = step === 'DAY' ? t('find.onDay', { time: plain }) : plain;
  if (state === 'free' && unitsFree > 1) return t('find.unitsFree', { time, count: unitsFree });
  return by && state !== 'mine' && state !== 'offered' ? t('find.takenBy', { time, by }) : time;
}
