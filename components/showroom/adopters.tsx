import { Tag, type Tone } from '#components/ui/tag.tsx';
import { NotTranslated, Written } from '#components/ui/written.tsx';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import type { Demo } from '#lib/showroom/detail.ts';

type Adoption = Demo['adoptions'][number];
type Props = {
  locale: Locale;
  adoptions: readonly Adoption[];
  /** Whose demo it is, by its address: said where it is among those who use it. */
  owner: string;
  /** Where one says that one uses it, too. */
  useHref: string;
};

const tones: Record<string, Tone> = { USING: 'success', TESTING: 'info', STOPPED: 'neutral' };

/** Who uses it, since when and with what lesson; also those who stopped. */
export function Adopters({ locale, adoptions, owner, useHref }: Props) {
  const t = translator(locale, 'showroom');
  return (
    <section aria-labelledby="adopters">
      <h2 className="ds-heading" data-size="sm" id="adopters">
        {t('demo.adopters')}
      </h2>
      {adoptions.length === 0 && <p className="quiet">{t('demo.noAdopters')}</p>}
      <ul className="m-0 grid list-none gap-3 p-0">
        {inOrder(adoptions).map((adoption) => (
          <Adopter
            key={adoption.organisation.slug}
            locale={locale}
            adoption={adoption}
            own={adoption.organisation.slug === owner}
          />
        ))}
      </ul>
      <p className="mb-0">
        <a className="inline-flex min-h-8 items-center" href={useHref}>
          {translator(locale, 'adoptions')('use')}
        </a>
      </p>
    </section>
  );
}

const order = ['USING', 'TESTING', 'STOPPED'];

/** Those who use it stand on top. */
function inOrder(adoptions: readonly Adoption[]): Adoption[] {
  return adoptions.toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
}

type AdopterProps = { locale: Locale; adoption: Adoption; own?: boolean; beside?: string };

/** One that uses it, in its own words; `beside` is what is seen from where the reader stands. */
export function Adopter({ locale, adoption, own, beside }: AdopterProps) {
  const { organisation, status, since, stoppedOn, contact } = adoption;
  const t = translator(locale, 'showroom');
  const words = translator(locale, 'adoptions');
  const month = (day: Date) =>
    formatter(locale, 'UTC').dateTime(day, { year: 'numeric', month: 'long' });
  const told = (['result', 'lesson'] as const).flatMap((name) =>
    adoption[name] ? [[words(name), adoption[name]] as const] : [],
  );
  return (
    <li className="panel p-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <strong>{organisation.name}</strong>
        <Tag tone={tones[status]}>{t(`adoption.${status}`)}</Tag>
        {own && <Tag>{words('ownUse')}</Tag>}
        <span className="quiet text-base">
          {t(status === 'STOPPED' && !stoppedOn ? 'demo.began' : 'demo.since').toLocaleLowerCase(
            locale,
          )}{' '}
          {month(since)}
          {stoppedOn && ` – ${month(stoppedOn)}`}
        </span>
      </div>
      {beside && <p className="quiet m-0 mt-1 text-base">{beside}</p>}
      {adoption.scale && (
        <p className="m-0 mt-2 text-base">
          <Written text={adoption.scale} locale={locale} />
        </p>
      )}
      {told
        .filter(([, text]) => inLocale(text, locale) !== '')
        .map(([term, text]) => (
          <p className="m-0 mt-2 text-base" key={term}>
            <span className="font-medium">{term}:</span> <Written text={text} locale={locale} />{' '}
            <NotTranslated text={text} locale={locale} />
          </p>
        ))}
      {contact && (
        <p className="quiet m-0 mt-2 text-base">
          {words('contact')}: {contact}
        </p>
      )}
    </li>
  );
}
