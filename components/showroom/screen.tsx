import { QrCode } from '#components/signs/qr-code.tsx';
import { Written } from '#components/ui/written.tsx';
import { careAreas } from '#lib/needs/rules.ts';
import { settings } from '#lib/platform/env.ts';
import { type Locale, languageIn } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import {
  type OnScreen,
  type ScreenQuery,
  screenAddress,
  secondsShown,
} from '#lib/showroom/screen.ts';
import { valueName } from './facets.tsx';
import styles from './screen.module.css';

type Props = {
  locale: Locale;
  hub: { slug: string; name: string };
  query: ScreenQuery;
  all: number;
  demo: OnScreen | null;
};

/** One demo, to be read across a room; the next comes by itself where the screen's address asks for it. */
export function ShowroomScreen({ locale, hub, query, all, demo }: Props) {
  const t = translator(locale, 'kiosk');
  const base = `/${locale}/${hub.slug}/showroom/screen`;
  const next = screenAddress(base, { ...query, n: all === 0 ? 0 : (query.n + 1) % all });
  return (
    <main className={styles.screen}>
      {query.goes && <meta httpEquiv="refresh" content={`${secondsShown};url=${next}`} />}
      <h1 className="ds-sr-only">
        {t('title')} – {hub.name}
      </h1>
      {demo ? <Shown locale={locale} demo={demo} /> : <p className={styles.none}>{t('none')}</p>}
      <Steering locale={locale} base={base} query={query} all={all} next={next} />
    </main>
  );
}

function Shown({ locale, demo }: { locale: Locale; demo: OnScreen }) {
  const t = translator(locale, 'kiosk');
  const kind = translator(locale, 'site')(`kinds.${demo.owner.kind}`);
  const stage = translator(locale, 'showroom')(`stages.${demo.stage}`);
  const address = `${settings().url}/d/${demo.publicId}`;
  return (
    <article className={styles.demo}>
      <img className={styles.picture} src={demo.picture} alt="" />
      <div className={styles.words}>
        <h2 className={styles.title}>
          <Written text={demo.title} locale={locale} />
        </h2>
        <p className={styles.summary} lang={languageIn(demo.summary, locale)}>
          <Written text={demo.summary} locale={locale} />
        </p>
        <p>
          {t('owner')} {demo.owner.name} ({kind}) · {stage}
        </p>
        <div className={styles.scan}>
          <QrCode className={styles.code ?? ''} text={address} label={t('scan')} />
          <p>
            {t('scan')}
            <span className={styles.address}>{address.replace(/^https?:\/\//, '')}</span>
          </p>
        </div>
      </div>
    </article>
  );
}

type SteeringProps = {
  locale: Locale;
  base: string;
  query: ScreenQuery;
  all: number;
  next: string;
};

function Steering({ locale, base, query, all, next }: SteeringProps) {
  const t = translator(locale, 'kiosk');
  const previous = screenAddress(base, { ...query, n: (query.n + all - 1) % Math.max(all, 1) });
  return (
    <div className={styles.foot}>
      {all > 0 && <p>{t('place', { n: query.n + 1, all })}</p>}
      {all > 1 && (
        <ul>
          <li>
            <a href={previous}>{t('previous')}</a>
          </li>
          <li>
            <a href={screenAddress(base, { ...query, goes: !query.goes })}>
              {t(query.goes ? 'pause' : 'go')}
            </a>
          </li>
          <li>
            <a href={next}>{t('next')}</a>
          </li>
        </ul>
      )}
      <form action={base} method="get">
        {query.goes && <input type="hidden" name="go" value="1" />}
        <label htmlFor="area">{t('theme')}</label>{' '}
        <select id="area" name="area" defaultValue={query.area ?? ''} key={query.area}>
          <option value="">{t('everything')}</option>
          {careAreas.map((area) => (
            <option key={area} value={area}>
              {valueName(locale, 'area', area)}
            </option>
          ))}
        </select>{' '}
        <button type="submit">{t('show')}</button>
      </form>
    </div>
  );
}
