import type { ReactNode } from 'react';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { FloorFacts, PlaceFacts } from '#lib/workspace/house.ts';
import type { PlanShape } from '#lib/workspace/plan-schema.ts';
import type { PlaceState } from '#lib/workspace/schema.ts';
import { Building } from './floor-building.tsx';
import styles from './floor-plan.module.css';
import { PlaceOnPlan } from './place-on-plan.tsx';
import { PlanKeys } from './plan-keys.tsx';
import { PlanPatterns } from './plan-signs.tsx';

export type PlanPlace = PlaceFacts & { state?: PlaceState | 'chosen' };
type Standing = PlanPlace & { shape: PlanShape };

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
/** Where a plan is only looked at, names must be read, not pressed. */
const pixelsToRead = 18;
/** Room for the signs of ways out, which stand in the outer wall. */
const margin = 0.8;

/**
 * A floor as a drawing: walls, doors, labels, and each place in reading order, as a link where
 * `linkFor` gives an address. Wide plans scroll inside their own box. What does not stand on the plan
 * yet is named below it and leads the same way.
 */
export function FloorPlan({ plan, places, locale, describe: nameOf, linkFor }: Props) {
  const missing = places.filter(({ shape }) => shape === null);
  const standing = places.filter((place): place is Standing => place.shape !== null);
  const leads = standing.some((place) => (linkFor?.(place) ?? null) !== null);
  const t = translator(locale, 'workspace');
  const draw = (place: Standing, holdsOthers: boolean) => (
    <PlaceOnPlan
      key={place.id}
      planId={plan.id}
      place={place}
      locale={locale}
      href={linkFor?.(place) ?? null}
      name={nameOf(place)}
      holdsOthers={holdsOthers}
    />
  );
  return (
    <>
      {plan.plan && (
        <figure
          className={styles.box}
          // Without a link in it the box could not be scrolled by keyboard.
          {...(!leads && {
            tabIndex: 0,
            'aria-label': t('plan.label', { floor: inLocale(plan.name, locale) }),
          })}
        >
          {leads && (
            <a className={`ds-link ${styles.skip}`} href={`#after-${plan.id}`}>
              {t('plan.skip')}
            </a>
          )}
          <PlanKeys>
            <Drawing plan={plan} locale={locale} leads={leads}>
              {inRooms(standing, locale, draw)}
            </Drawing>
          </PlanKeys>
          <figcaption className="quiet sticky left-0 mt-2 text-base">
            {leads && <span className={styles.keys}>{t('plan.keys')} </span>}
            <span className="lg:hidden">{t('plan.scroll')}</span>
          </figcaption>
          <span id={`after-${plan.id}`} tabIndex={-1} />
        </figure>
      )}
      {missing.length > 0 && (
        <p className="mt-3 mb-0 text-base">
          {t(plan.plan ? 'plan.missing' : 'plan.none')}{' '}
          {missing.map((place, n) => (
            <span key={place.id}>
              {n > 0 && ', '}
              <Missing name={inLocale(place.name, locale)} href={linkFor?.(place) ?? null} />
            </span>
          ))}
        </p>
      )}
    </>
  );
}

function Missing({ name, href }: { name: string; href: string | null }) {
  return href === null ? (
    name
  ) : (
    <a className="underline" href={href}>
      {name}
    </a>
  );
}

type DrawingProps = { plan: FloorFacts; locale: Locale; leads: boolean; children: ReactNode };

function Drawing({ plan: floor, locale, leads, children }: DrawingProps) {
  const { id, name, widthM, heightM, plan } = floor;
  return (
    <svg
      className={styles.plan}
      style={{ minWidth: `${widthM * (leads ? pixelsPerMetre : pixelsToRead)}px` }}
      viewBox={`${-margin} ${-margin} ${widthM + 2 * margin} ${heightM + 2 * margin}`}
    >
      <title>
        {translator(locale, 'workspace')('plan.label', { floor: inLocale(name, locale) })}
      </title>
      <PlanPatterns id={id} />
      {plan && <Building plan={plan} locale={locale} />}
      {children}
    </svg>
  );
}

/** In reading order; what stands in a room follows it, in a group that has the room's name. */
function inRooms(
  places: readonly Standing[],
  locale: Locale,
  draw: (place: Standing, holdsOthers: boolean) => ReactNode,
) {
  const ordered = places.toSorted((a, b) => a.shape.readingOrder - b.shape.readingOrder);
  const roomOf = (inner: Standing) =>
    ordered.find((outer) => outer !== inner && holds(outer.shape, inner.shape));
  const tops = ordered.filter((place) => !roomOf(place));
  return tops.map((room) => {
    const inside = ordered.filter((place) => roomOf(place) === room);
    if (inside.length === 0) return draw(room, false);
    return (
      // biome-ignore lint/a11y/useSemanticElements: a drawing has no fieldset
      // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: it is interactive to no one
      <g key={room.id} role="group" aria-label={inLocale(room.name, locale)}>
        {draw(room, true)}
        {inside.map((place) => draw(place, false))}
      </g>
    );
  });
}

function holds(outer: PlanShape, inner: PlanShape): boolean {
  const [x, y] = [inner.x + inner.w / 2, inner.y + inner.h / 2];
  const within = x > outer.x && x < outer.x + outer.w && y > outer.y && y < outer.y + outer.h;
  return within && inner.w * inner.h < outer.w * outer.h;
}
