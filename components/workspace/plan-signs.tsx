import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { PlaceState } from '#lib/workspace/schema.ts';
import styles from './floor-plan.module.css';

type State = PlaceState | 'chosen';

/** Stripes for taken and dots for closed: what colour says, a pattern says as well. */
export function PlanPatterns({ id }: { id: string }) {
  const tile = { width: 0.5, height: 0.5, patternUnits: 'userSpaceOnUse' } as const;
  return (
    <defs>
      <pattern id={`taken-${id}`} {...tile} patternTransform="rotate(45)">
        <rect className={styles.hatchGround} width="0.5" height="0.5" />
        <line className={styles.hatch} x1="0" y1="0" x2="0" y2="0.5" />
      </pattern>
      <pattern id={`closed-${id}`} {...tile}>
        <rect className={styles.dotGround} width="0.5" height="0.5" />
        <circle className={styles.dot} cx="0.25" cy="0.25" r="0.05" />
      </pattern>
    </defs>
  );
}

/** The pattern of a state; undefined where the plain colour of the style sheet holds. */
export function patternFill(id: string, state: State | undefined): string | undefined {
  if (state === 'taken' || state === 'partly') return `url(#taken-${id})`;
  return state === 'closed' || state === 'notForYou' ? `url(#closed-${id})` : undefined;
}

const strokes: Record<State, string> = {
  free: 'M-1 0 L-0.3 0.8 L1 -0.8',
  taken: 'M-0.8 -0.8 L0.8 0.8 M0.8 -0.8 L-0.8 0.8',
  partly: 'M-0.9 0.8 L0.9 -0.8 M-0.9 -0.2 L-0.2 -0.9',
  mine: 'M0 -0.9 A0.9 0.9 0 1 1 -0.01 -0.9',
  offered: 'M-0.9 -0.6 L0.9 -0.6 L0.9 0.6 L-0.9 0.6 Z M-0.9 -0.6 L0 0.1 L0.9 -0.6',
  closed: 'M-0.9 0 L0.9 0',
  notForYou: 'M-0.9 -0.35 L0.9 -0.35 M-0.9 0.35 L0.9 0.35',
  chosen:
    'M0 -1 L0.3 -0.3 L1 -0.3 L0.45 0.2 L0.65 0.95 L0 0.5 L-0.65 0.95 L-0.45 0.2 L-1 -0.3 L-0.3 -0.3 Z',
};

/** A tick, a cross, a dash or a star. */
export function StateSymbol(props: { state: State; x: number; y: number; size: number }) {
  const { state, x, y, size } = props;
  return (
    <path
      className={styles.symbol}
      d={strokes[state]}
      transform={`translate(${x} ${y}) scale(${size})`}
      style={{ strokeWidth: 0.4 }}
    />
  );
}

/** What the colours, patterns and symbols of a plan mean. */
export function PlanLegend({ locale, states }: { locale: Locale; states: readonly State[] }) {
  const t = translator(locale, 'workspace');
  return (
    <ul className="m-0 flex list-none flex-wrap gap-x-6 gap-y-2 p-0" aria-label={t('plan.legend')}>
      {states.map((state) => (
        <li className="flex items-center gap-2" key={state}>
          <svg
            className={`${styles.swatch} ${styles[state]}`}
            viewBox="0 0 1.6 0.8"
            aria-hidden="true"
          >
            <PlanPatterns id={`legend-${state}`} />
            <rect
              className={styles.shape}
              {...{ x: 0.04, y: 0.04, width: 1.52, height: 0.72, rx: 0.12 }}
              style={{ fill: patternFill(`legend-${state}`, state) }}
            />
            <StateSymbol state={state} x={0.8} y={0.4} size={0.18} />
          </svg>
          {t(`states.${state}`)}
        </li>
      ))}
    </ul>
  );
}
