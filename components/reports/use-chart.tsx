import { scaleLinear } from 'd3-scale';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import styles from './use-chart.module.css';
import { reportWords } from './words.ts';

/** Shares of the open time, 0 to 1; null is withheld. */
export type Bar = { key: string; name: string; booked: number | null; leased: number | null };
type Props = { locale: Locale; title: string; bars: readonly Bar[] };

/** How much of each was used, as bars with the share in words beside them; the table says it all again. */
export function UseChart({ locale, title, bars }: Props) {
  const { t, share } = reportWords(locale);
  const most = Math.max(0.01, ...bars.map(({ booked, leased }) => (booked ?? 0) + (leased ?? 0)));
  const x = scaleLinear([0, most], [0, 100]).nice(4);
  return (
    <figure className="m-0">
      <figcaption className="ds-sr-only">{`${title}. ${t('chart')}`}</figcaption>
      <ul className="m-0 grid list-none gap-2 p-0">
        {bars.map((bar) => (
          <li
            className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 sm:grid-cols-[11rem_minmax(0,1fr)_6rem]"
            key={bar.key}
          >
            <span>{bar.name}</span>
            <span className="text-right tabular-nums sm:order-last">
              {share(bar.booked === null ? null : bar.booked + (bar.leased ?? 0))}
            </span>
            <Stripe bar={bar} x={x} />
          </li>
        ))}
      </ul>
      <Axis locale={locale} x={x} />
    </figure>
  );
}

type Scale = ReturnType<typeof scaleLinear<number, number>>;

// Drawn anew at any width: only lengths are in the picture, every word beside it.
function Stripe({ bar, x }: { bar: Bar; x: Scale }) {
  const [booked, leased] = [bar.booked ?? 0, bar.leased ?? 0];
  return (
    <svg
      className="col-span-2 h-5 w-full sm:col-span-1"
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect className={styles.open} width="100" height="10" />
      <rect className={styles.booked} width={x(booked)} height="10" />
      <rect className={styles.leased} x={x(booked)} width={x(leased)} y="3" height="4" />
      {x.ticks(4).map((tick) => (
        <line className={styles.tick} key={tick} x1={x(tick)} x2={x(tick)} y1="0" y2="10" />
      ))}
    </svg>
  );
}

function Axis({ locale, x }: { locale: Locale; x: Scale }) {
  const { share } = reportWords(locale);
  const ticks = x.ticks(4);
  return (
    <div className="sm:ml-[11.75rem] sm:mr-[6.75rem]" aria-hidden="true">
      <div className="quiet flex justify-between text-base">
        <span>{share(ticks[0] ?? 0)}</span>
        <span>{share(x.domain()[1] ?? 1)}</span>
      </div>
    </div>
  );
}

/** What the two colours stand for. */
export function UseLegend({ locale }: { locale: Locale }) {
  const { t } = reportWords(locale);
  return (
    <ul className="mb-6 flex list-none flex-wrap gap-x-6 gap-y-1 p-0">
      {(['booked', 'leased'] as const).map((what) => (
        <li className="flex items-center gap-2" key={what}>
          <svg className="h-4 w-6" viewBox="0 0 24 16" aria-hidden="true">
            <rect
              className={styles[what]}
              width="24"
              y={what === 'leased' ? 5 : 0}
              height={what === 'leased' ? 6 : 16}
            />
          </svg>
          {t(what)}
        </li>
      ))}
    </ul>
  );
}
