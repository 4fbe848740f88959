import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Written } from '#components/ui/written.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import type { findArchivedDemo } from '#lib/showroom/detail.ts';
import { LinkedDemo } from './demo-links.tsx';

type Props = {
  locale: Locale;
  hub: string;
  zone: string;
  demo: Awaited<ReturnType<typeof findArchivedDemo>>;
};

/** At the address and sign of what is shown no more: that it is gone, since when, and what came instead. */
export function ArchivedDemo({ locale, hub, zone, demo }: Props) {
  const t = translator(locale, 'demoLinks');
  const { title, archivedAt, owner, links } = demo;
  const base = `/${locale}/${hub}`;
  const day = archivedAt
    ? formatter(locale, zone).dateTime(archivedAt, { dateStyle: 'long' })
    : '–';
  return (
    <article>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `${base}/showroom`, label: translator(locale, 'showroom')('title') }]}
      />
      <h1 className="ds-heading mt-4 mb-4" data-size="lg">
        <Written text={title} locale={locale} />
      </h1>
      <Notice tone="info">{t('archived', { organisation: owner.name, day })}</Notice>
      {links.map(({ to }) => (
        <p key={to.publicId}>
          <strong>{t('instead')}:</strong> <LinkedDemo locale={locale} hub={hub} other={to} />
        </p>
      ))}
      <ul>
        <li>
          <a href={`${base}/showroom`}>{t('others')}</a>
        </li>
        <li>
          <a href={`${base}/organisations/${owner.slug}`}>{owner.name}</a>
        </li>
      </ul>
    </article>
  );
}
