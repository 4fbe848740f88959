import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { PlaceFacts } from '#lib/workspace/house.ts';
import type { PlanShape } from '#lib/workspace/plan-schema.ts';
import type { PlaceState } from '#lib/workspace/schema.ts';
import { Words } from './floor-building.tsx';
import styles from './floor-plan.module.css';
import { patternFill, StateSymbol } from './plan-signs.tsx';

type Standing = Pick<PlaceFacts, 'kind' | 'name' | 'seats'> & {
  shape: PlanShape;
  state?: PlaceState | 'chosen';
};
type Props = {
  planId: string;
  place: Standing;
  locale: Locale;
  href: string | null;
  name: string;
  holdsOthers: boolean;
};

/** A place where it stands, with a name that holds everything; a link where it leads somewhere. */
export function PlaceOnPlan({ planId, place, locale, href, name, holdsOthers }: Props) {
  const { shape, state } = place;
  const { x, y, w, h, rotation } = shape;
  const turned = rotation === 0 ? undefined : `rotate(${rotation} ${x + w / 2} ${y + h / 2})`;
  const drawing = (
    <>
      <title>{name}</title>
      <g transform={turned}>
        <ShapeOutline shape={shape} fill={patternFill(planId, state)} />
      </g>
      <PlaceSigns place={place} locale={locale} bare={holdsOthers} />
    </>
  );
  return (
    <g className={state ? styles[state] : undefined}>
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

/** The bare form of a place, not turned. */
export function ShapeOutline({ shape, fill }: { shape: PlanShape; fill?: string | undefined }) {
  const { x, y, w, h, form } = shape;
  const look = { className: styles.shape, style: { fill } };
  if (form === 'ROUND') {
    return <ellipse {...look} cx={x + w / 2} cy={y + h / 2} rx={w / 2} ry={h / 2} />;
  }
  return <rect {...look} {...{ x, y, width: w, height: h, rx: 0.12 }} />;
}

type SignsProps = { place: Standing; locale: Locale; bare: boolean };

/** Number or name, and the sign of how it stands: upright, however the place is turned. */
export function PlaceSigns({ place, locale, bare }: SignsProps) {
  const sideways = place.shape.rotation % 180 > 45 && place.shape.rotation % 180 < 135;
  const upright = sideways ? onItsSide(place.shape) : place.shape;
  const signs = { place: { ...place, shape: upright }, locale };
  return isDesk(place) ? <DeskSigns {...signs} /> : <RoomSigns {...signs} bare={bare} />;
}

/** The box that a shape fills when it is turned by a quarter. */
function onItsSide(shape: PlanShape): PlanShape {
  const { x, y, w, h } = shape;
  return { ...shape, x: x + (w - h) / 2, y: y + (h - w) / 2, w: h, h: w };
}

function DeskSigns({ place, locale }: Omit<SignsProps, 'bare'>) {
  const { state, shape } = place;
  const { x, y, w, h } = shape;
  const number = /\d+$/.exec(inLocale(place.name, locale))?.[0] ?? '';
  const narrow = w < h;
  const middle = state && !narrow ? x + w * 0.34 : x + w / 2;
  const sign = narrow ? { x: x + w / 2, y: y + h * 0.78 } : { x: x + w * 0.74, y: y + h / 2 };
  return (
    <>
      <Words look="name" x={middle} y={y + h / 2 + 0.18} size={0.5} anchor="middle">
        {number}
      </Words>
      {state && <StateSymbol state={state} {...sign} size={0.16} />}
    </>
  );
}

function RoomSigns({ place, locale, bare }: SignsProps) {
  const { state, seats, shape } = place;
  const { x, y, w, h } = shape;
  const { size, lines } = fitted(inLocale(place.name, locale), w - 0.5);
  const line = (n: number) => y + 0.8 + n * size * 1.2;
  const counted = seatsThatFit(locale, seats, {
    width: w - 0.5,
    height: y + h - line(lines.length) - 0.15,
    sign: state !== undefined,
  });
  return (
    <>
      {lines.map((words, n) => (
        <Words key={words} look="name" x={x + 0.3} y={line(n)} size={size}>
          {words}
        </Words>
      ))}
      {!bare && counted && (
        <Words look="quiet" x={x + 0.3} y={line(lines.length) + 0.05} size={seatSize}>
          {counted}
        </Words>
      )}
      {state && <StateSymbol state={state} x={x + w - 0.5} y={y + h - 0.5} size={0.24} />}
    </>
  );
}

const seatSize = 0.43;

/** How many it seats in as many words as there is room for; none where even the short ones run out of it. */
export function seatsThatFit(
  locale: Locale,
  count: number,
  { width, height, sign }: { width: number; height: number; sign: boolean },
): string | null {
  const t = translator(locale, 'workspace');
  if (height < 0) return null;
  // At the bottom stands the sign of how it stands.
  const room = sign && height < 0.6 ? width - 0.5 : width;
  const words = [t('facts.seats', { count }), t('facts.seatsShort', { count })];
  return words.find((text) => widthOf(text, seatSize) <= room) ?? null;
}

function widthOf(text: string, size: number): number {
  return text.length * size * 0.6;
}

// A letter is a little more than half as wide as it is high. A name too long for its room is set a
// word a line, and smaller when even that does not help.
function fitted(name: string, width: number): { size: number; lines: string[] } {
  const size = 0.6;
  if (widthOf(name, size) <= width) return { size, lines: [name] };
  const lines = name.split(' ');
  const longest = Math.max(...lines.map((line) => widthOf(line, size)));
  return { size: Math.max(0.4, Math.min(size, (size * width) / longest)), lines };
}

function isDesk({ kind }: Pick<PlaceFacts, 'kind'>): boolean {
  return kind === 'HOT_DESK' || kind === 'FIXED_DESK';
}
