import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { FloorFacts, PlaceFacts } from '#lib/workspace/house.ts';
import type { PlaceState } from '#lib/workspace/schema.ts';
import styles from './floor-plan.module.css';
import { PlanPatterns, patternFill, StateSymbol } from './plan-signs.tsx';

export type PlanPlace = PlaceFacts & { state?: PlaceState | 'chosen' };

type Props = {
  plan: FloorFacts;
  places: readonly PlanPlace[];
  locale: Locale;
  /** The whole of what the picture says of a place, in words. */
  describe: (place: PlanPlace) => string;
  /** Where a place leads; null or left out: it is only shown. */
  linkFor?: (place: PlanPlace) => string | null;
};

/** A metre on the screen: a desk is then as high as a target must be (24 px). */
const pixelsPerMetre = 30;
const margin = 0.3;

/**
 * A floor as a drawing: walls, doors, labels, and each place in reading order, as a link where
 * `linkFor` gives an address. Wide plans scroll inside their own box.
 */
export function FloorPlan({ plan, places, locale, describe: nameOf, linkFor }: Props) {
  const t = translator(locale, 'workspace');
  const { id, widthM, heightM } = plan;
  const ordered = places.toSorted((one, other) => one.readingOrder - other.readingOrder);
  const drawn = ordered.map((place) => ({ place, href: linkFor?.(place) ?? null }));
  const leads = drawn.some(({ href }) => href !== null);
  const minWidth = leads ? `${widthM * pixelsPerMetre}px` : undefined;
  return (
    <figure className={styles.box}>
      {leads && (
        <a className={`ds-link ${styles.skip}`} href={`#after-${id}`}>
          {t('plan.skip')}
        </a>
      )}
      <svg
        className={styles.plan}
        style={{ minWidth }}
        viewBox={`${-margin} ${-margin} ${widthM + 2 * margin} ${heightM + 2 * margin}`}
      >
        <title>{t('plan.label', { floor: inLocale(plan.name, locale) })}</title>
        <PlanPatterns id={id} />
        <Building plan={plan} locale={locale} />
        {drawn.map(({ place, href }) => (
          <Place
            key={place.id}
            planId={id}
            place={place}
            locale={locale}
            href={href}
            name={nameOf(place)}
            holdsOthers={places.some((other) => other !== place && holds(place, other))}
          />
        ))}
      </svg>
      {leads && (
        <figcaption className="quiet sticky left-0 mt-2 text-base lg:hidden">
          {t('plan.scroll')}
        </figcaption>
      )}
      <span id={`after-${id}`} />
    </figure>
  );
}

function Building({ plan: { plan }, locale }: { plan: FloorFacts; locale: Locale }) {
  const key = (line: object) => Object.values(line).join(' ');
  return (
    <g>
      <polygon
        className={styles.floor}
        points={plan.outline.map((corner) => corner.join()).join(' ')}
      />
      {plan.walls.map((wall) => (
        <line key={key(wall)} className={styles.wall} {...wall} />
      ))}
      {plan.doors.map((door) => (
        <g key={key(door)}>
          <line className={styles.opening} {...door} />
          <line className={styles.leaf} {...door} />
        </g>
      ))}
      {plan.labels.map(({ x, y, text }) => (
        <Words key={`${x} ${y}`} look="quiet" x={x} y={y} size={0.55} anchor="middle">
          {inLocale(text, locale)}
        </Words>
      ))}
    </g>
  );
}

type PlaceProps = {
  planId: string;
  place: PlanPlace;
  locale: Locale;
  href: string | null;
  name: string;
  holdsOthers: boolean;
};

function Place({ planId, place, locale, href, name, holdsOthers }: PlaceProps) {
  const { x, y, w, h, rotation, state } = place;
  const turned = rotation === 0 ? undefined : `rotate(${rotation} ${x + w / 2} ${y + h / 2})`;
  const drawing = (
    <>
      <title>{name}</title>
      <rect
        className={styles.shape}
        {...{ x, y, width: w, height: h, rx: 0.12 }}
        style={{ fill: patternFill(planId, state) }}
      />
      {isDesk(place) ? (
        <DeskSigns place={place} locale={locale} />
      ) : (
        <RoomSigns place={place} locale={locale} bare={holdsOthers} />
      )}
    </>
  );
  const look = state ? styles[state] : undefined;
  return (
    <g className={look} transform={turned}>
      {href === null ? (
        <svg className={styles.still} role="img" aria-label={name}>
          {drawing}
        </svg>
      ) : (
        <a className={styles.link} href={href} aria-label={name}>
          {drawing}
        </a>
      )}
    </g>
  );
}

type WordsProps = {
  look: 'name' | 'quiet';
  x: number;
  y: number;
  size: number;
  anchor?: 'middle';
  children: string;
};

// Browsers measure letters badly that are smaller than a pixel, and here a pixel is a metre: they are
// set a hundred times as large and drawn as much smaller.
function Words({ look, x, y, size, anchor, children }: WordsProps) {
  return (
    <text
      className={styles[look]}
      transform={`translate(${x} ${y}) scale(0.01)`}
      fontSize={size * 100}
      textAnchor={anchor}
    >
      {`${children} `}
    </text>
  );
}

function DeskSigns({ place, locale }: { place: PlanPlace; locale: Locale }) {
  const { x, y, w, h, state } = place;
  const number = /\d+$/.exec(inLocale(place.name, locale))?.[0] ?? '';
  const middle = state ? x + w * 0.34 : x + w / 2;
  return (
    <>
      <Words look="name" x={middle} y={y + h / 2 + 0.18} size={0.5} anchor="middle">
        {number}
      </Words>
      {state && <StateSymbol state={state} x={x + w * 0.74} y={y + h / 2} size={0.16} />}
    </>
  );
}

type RoomProps = { place: PlanPlace; locale: Locale; bare: boolean };

function RoomSigns({ place, locale, bare }: RoomProps) {
  const { x, y, w, h, state, seats } = place;
  const { size, lines } = fitted(inLocale(place.name, locale), w - 0.5);
  const line = (n: number) => y + 0.8 + n * size * 1.2;
  return (
    <>
      {lines.map((words, n) => (
        <Words key={words} look="name" x={x + 0.3} y={line(n)} size={size}>
          {words}
        </Words>
      ))}
      {!bare && (
        <Words look="quiet" x={x + 0.3} y={line(lines.length) + 0.05} size={0.43}>
          {translator(locale, 'workspace')('facts.seats', { count: seats })}
        </Words>
      )}
      {state && <StateSymbol state={state} x={x + w - 0.5} y={y + h - 0.5} size={0.24} />}
    </>
  );
}

// A letter is a little more than half as wide as it is high. A name too long for its room is set a
// word a line, and smaller when even that does not help.
function fitted(name: string, width: number): { size: number; lines: string[] } {
  const widthOf = (text: string, size: number) => text.length * size * 0.6;
  const size = 0.6;
  if (widthOf(name, size) <= width) return { size, lines: [name] };
  const lines = name.split(' ');
  const longest = Math.max(...lines.map((line) => widthOf(line, size)));
  return { size: Math.max(0.4, Math.min(size, (size * width) / longest)), lines };
}

function isDesk({ kind }: PlanPlace): boolean {
  return kind === 'HOT_DESK' || kind === 'FIXED_DESK';
}

function holds(outer: PlanPlace, inner: PlanPlace): boolean {
  const [x, y] = [inner.x + inner.w / 2, inner.y + inner.h / 2];
  const within = x > outer.x && x < outer.x + outer.w && y > outer.y && y < outer.y + outer.h;
  return within && inner.w * inner.h < outer.w * outer.h;
}
