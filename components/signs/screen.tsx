import type { Temporal } from 'temporal-polyfill';
import { dateOf } from '#lib/platform/clock.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import type { Display } from '#lib/signs/display-reading.ts';
import { lastsOn } from '#lib/signs/opening.ts';
import { QrCode } from './qr-code.tsx';
import styles from './screen.module.css';

type Props = { locale: Locale; display: Display; ink: boolean; scan: string | null };

/** A place as its door shows it: in a word and a colour from afar, nearer with times and what comes. */
export function Screen({ locale, display, ink, scan }: Props) {
  const t = translator(locale, 'signs');
  const { showing, zone, name, kind, at } = display;
  const time = (moment: Temporal.Instant) => clockOf(moment, zone);
  const { state, by, free } = showing;
  const look = `${styles.screen} ${styles[state]} ${ink ? styles.ink : ''}`;
  return (
    <main className={look}>
      <header className={styles.head}>
        <h1 className={styles.name}>{inLocale(name, locale)}</h1>
        <p className={styles.kind}>{translator(locale, 'workspace')(`kinds.${kind}`)}</p>
      </header>
      <section className={styles.now} aria-label={t('screen.now')}>
        <p className={styles.word}>{t(`screen.states.${state}`)}</p>
        <p className={styles.until}>{untilWords(locale, display)}</p>
        {free !== null && <p className={styles.by}>{t('screen.free', { count: free })}</p>}
        {by && <p className={styles.by}>{by}</p>}
      </section>
      <section className={styles.next} aria-labelledby="next">
        <h2 id="next">{t('screen.next')}</h2>
        {showing.next.length === 0 ? (
          <p>{t('screen.nothing')}</p>
        ) : (
          <ul>
            {showing.next.map(({ startsAt, endsAt, by: who }) => (
              <li key={startsAt.toString()}>
                <strong>
                  {endsAt
                    ? t('screen.from', { from: time(startsAt), to: time(endsAt) })
                    : t('screen.fromOn', { from: time(startsAt) })}
                </strong>{' '}
                {who ?? t('screen.booked')}
              </li>
            ))}
          </ul>
        )}
      </section>
      <footer className={styles.foot}>
        {scan && <QrCode className={styles.code ?? ''} text={scan} label={t('screen.scan')} />}
        {scan && <p>{t('screen.scan')}</p>}
        <p className={styles.updated}>{t('screen.updated', { time: time(at) })}</p>
      </footer>
    </main>
  );
}

function untilWords(
  locale: Locale,
  { showing: { state, until }, opens, at, zone }: Display,
): string {
  const t = translator(locale, 'signs');
  if (state === 'closed') return opens ? opensWords(locale, opens, at, zone) : '';
  if (until === null || lastsOn(until, at, zone)) {
    return state === 'taken' || state === 'leased' ? t('screen.restOfDay') : '';
  }
  return t('screen.until', { time: clockOf(until, zone) });
}

function opensWords(
  locale: Locale,
  opens: Temporal.Instant,
  at: Temporal.Instant,
  zone: string,
): string {
  const t = translator(locale, 'signs');
  const time = clockOf(opens, zone);
  if (!lastsOn(opens, at, zone)) return t('screen.opens', { time });
  const day = formatter(locale, zone).dateTime(dateOf(opens), { weekday: 'long' });
  return t('screen.opensOn', { day, time });
}

function clockOf(moment: Temporal.Instant, zone: string): string {
  return moment.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
}
