import { Written } from '#components/ui/written.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Demo } from '#lib/showroom/detail.ts';
import { linkKinds } from '#lib/showroom/links.ts';

type Props = { locale: Locale; hub: string; demo: Demo };
type Other = Demo['links'][number]['to'];
type Line = { heading: string; other: Other; says: string | null };

/** What it stands beside, as its owner says; and as the owners of the others do, with their name. */
export function DemoLinks({ locale, hub, demo }: Props) {
  const t = translator(locale, 'demoLinks');
  const lines = linesOf(locale, demo);
  const headings = [...new Set(lines.map(({ heading }) => heading))];
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="links">
      <h2 className="ds-heading" data-size="sm" id="links">
        {t('title')}
      </h2>
      <dl className="m-0 grid gap-4">
        {headings.map((heading) => (
          <div key={heading}>
            <dt className="quiet text-base">{heading}</dt>
            {lines
              .filter((line) => line.heading === heading)
              .map((line) => (
                <dd className="m-0 py-1" key={line.other.publicId}>
                  <LinkedDemo locale={locale} hub={hub} other={line.other} />
                  {line.says && (
                    <span className="quiet text-base">
                      {' '}
                      {t('says', { organisation: line.says })}
                    </span>
                  )}
                </dd>
              ))}
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Another demo by its name and owner, and whether it is shown still. */
export function LinkedDemo({ locale, hub, other }: { locale: Locale; hub: string; other: Other }) {
  const { slug, title, owner, status } = other;
  return (
    <>
      <a className="underline" href={`/${locale}/${hub}/showroom/${slug}`}>
        <Written text={title} locale={locale} />
      </a>
      , {owner.name}
      {status === 'ARCHIVED' && ` (${translator(locale, 'demoLinks')('gone')})`}
    </>
  );
}

/** Said once, though both say it. */
function linesOf(locale: Locale, { links, linkedBy }: Demo): Line[] {
  const t = translator(locale, 'demoLinks');
  const own = links.map(({ kind, to }) => ({
    kind,
    line: { heading: t(`shown.${kind}`), other: to, says: null },
  }));
  const back = linkedBy.map(({ kind, demo }) => ({
    kind,
    line: { heading: t(`back.${kind}`), other: demo, says: demo.owner.name },
  }));
  const inOrder = linkKinds.flatMap((kind) =>
    [...own, ...back].filter((each) => each.kind === kind).map(({ line }) => line),
  );
  const same = (a: Line, b: Line) =>
    a.heading === b.heading && a.other.publicId === b.other.publicId;
  return inOrder.filter((line, n) => inOrder.findIndex((each) => same(each, line)) === n);
}
