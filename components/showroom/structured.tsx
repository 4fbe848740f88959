import { settings } from '#lib/platform/env.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import type { Demo } from '#lib/showroom/detail.ts';

const types: Record<Demo['kind'], string> = {
  PRODUCT: 'Product',
  SERVICE: 'Service',
  WAY_OF_WORKING: 'CreativeWork',
  DATA: 'Dataset',
  AI: 'SoftwareApplication',
};

/** What search engines read of a demo, in schema.org's words; it runs nothing. */
export function Structured({ locale, hub, demo }: { locale: Locale; hub: string; demo: Demo }) {
  const site = settings().url;
  const owner = { '@type': 'Organization', name: demo.owner.name };
  const facts = {
    '@context': 'https://schema.org',
    '@type': types[demo.kind],
    '@id': `${site}/d/${demo.publicId}`,
    identifier: demo.publicId,
    url: `${site}/${locale}/${hub}/showroom/${demo.slug}`,
    name: inLocale(demo.title, locale),
    description: inLocale(demo.summary, locale),
    ...(demo.picture && { image: new URL(demo.picture, site).href }),
    ...(demo.kind === 'PRODUCT' ? { brand: owner } : { provider: owner }),
  };
  // A text may hold anything: nothing in it can end the element.
  const json = JSON.stringify(facts).replaceAll('<', '\\u003c');
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON of our own making, which React would spoil by escaping
    <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
  );
}
