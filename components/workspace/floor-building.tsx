import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Plan, PlanLine, PlanMark } from '#lib/workspace/plan-schema.ts';
import styles from './floor-plan.module.css';

/** What a floor is built of: outline, walls, doors, ways out, routes without steps, toilets, labels. */
export function Building({ plan, locale }: { plan: Plan; locale: Locale }) {
  const words = translator(locale, 'workspace');
  return (
    <g>
      <polygon
        className={styles.floor}
        points={plan.outline.map((corner) => corner.join()).join(' ')}
      />
      {inLayers(plan.lines).map((line, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be alike, and none moves
        <PlanStroke key={n} line={line} exit={words('plan.exit')} />
      ))}
      {plan.marks.map((mark) => (
        <MarkOnPlan
          key={`${mark.x} ${mark.y} ${mark.text.sv}`}
          mark={mark}
          words={inLocale(mark.text, locale)}
          toilet={words('plan.toilet')}
        />
      ))}
    </g>
  );
}

/** Routes lie on the floor, under everything that stands on it. */
function inLayers(lines: readonly PlanLine[]): PlanLine[] {
  const layer = ({ kind }: PlanLine) => ['route', 'wall', 'door', 'exit'].indexOf(kind);
  return lines.toSorted((a, b) => layer(a) - layer(b));
}

/** A wall, a door in one, a way out, or a route. */
export function PlanStroke({ line, exit }: { line: PlanLine; exit: string }) {
  const { kind, x1, y1, x2, y2 } = line;
  const ends = { x1, y1, x2, y2 };
  if (kind === 'wall' || kind === 'route') return <line className={styles[kind]} {...ends} />;
  return (
    <g>
      <line className={styles.opening} {...ends} />
      <line className={kind === 'door' ? styles.leaf : styles.exit} {...ends} />
      {kind === 'exit' && (
        <g transform={`translate(${(x1 + x2) / 2} ${(y1 + y2) / 2})`}>
          <rect className={styles.exitSign} x={-0.65} y={-0.35} width={1.3} height={0.7} rx={0.1} />
          <Words look="exitWord" x={0} y={0.16} size={0.42} anchor="middle">
            {exit}
          </Words>
        </g>
      )}
    </g>
  );
}

type MarkProps = { mark: PlanMark; words: string; toilet: string };

/** A label, or where there is a toilet. */
export function MarkOnPlan({ mark: { kind, x, y }, words, toilet }: MarkProps) {
  if (kind === 'label') {
    return (
      <Words look="quiet" x={x} y={y} size={0.55} anchor="middle">
        {words}
      </Words>
    );
  }
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect className={styles.toilet} x={-0.55} y={-0.4} width={1.1} height={0.8} rx={0.12} />
      <Words look="name" x={0} y={0.17} size={0.45} anchor="middle">
        {words || toilet}
      </Words>
    </g>
  );
}

type WordsProps = {
  look: 'name' | 'quiet' | 'exitWord';
  x: number;
  y: number;
  size: number;
  anchor?: 'middle';
  children: string;
};

// Browsers measure letters badly that are smaller than a pixel, and here a pixel is a metre: they are
// set a hundred times as large and drawn as much smaller.
export function Words({ look, x, y, size, anchor, children }: WordsProps) {
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
