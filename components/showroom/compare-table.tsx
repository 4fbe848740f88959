import { Fragment } from 'react';
import { Scrolls } from '#components/ui/scrolls.tsx';
import { NotTranslated, Written } from '#components/ui/written.tsx';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { compareAddress } from '#lib/showroom/comparing.ts';
import type { Demo } from '#lib/showroom/detail.ts';
import type { CompareRow } from './compare-rows.tsx';

type Props = {
  locale: Locale;
  base: string;
  demos: readonly Demo[];
  rows: readonly CompareRow[];
  only: boolean;
};

/** Demos beside one another: a column each, a row for each fact, with its name at its head. */
export function CompareTable({ locale, base, demos, rows, only }: Props) {
  const t = translator(locale, 'compare');
  return (
    <Scrolls label={t('title')}>
      <table className="ds-table w-full" data-border="true">
        <caption className="ds-sr-only">{t('title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('what')}</th>
            {demos.map((demo) => (
              <th className="min-w-52 align-top" key={demo.slug} scope="col">
                <Head locale={locale} base={base} demo={demo} demos={demos} only={only} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label, part, cells }) => (
            <Fragment key={key}>
              {part && (
                <tr>
                  <th
                    className="bg-neutral-surface-tinted"
                    scope="rowgroup"
                    colSpan={demos.length + 1}
                  >
                    {part}
                  </th>
                </tr>
              )}
              <tr>
                <th className="min-w-36 align-top font-medium" scope="row">
                  {label}
                </th>
                {cells.map((cell, n) => (
                  <td className="align-top" key={demos[n]?.slug}>
                    {cell}
                  </td>
                ))}
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </Scrolls>
  );
}

type HeadProps = Omit<Props, 'rows'> & { demo: Demo };

function Head({ locale, base, demo, demos, only }: HeadProps) {
  const rest = demos.filter(({ slug }) => slug !== demo.slug).map(({ publicId }) => publicId);
  return (
    <>
      <a href={`${base}/${demo.slug}`}>
        <Written text={demo.title} locale={locale} />
      </a>{' '}
      <NotTranslated text={demo.title} locale={locale} />
      <a
        className="no-print mt-1 flex min-h-8 items-center font-normal text-base"
        href={compareAddress(`${base}/compare`, rest, only)}
      >
        {translator(locale, 'compare')('remove')}
        <span className="ds-sr-only"> {inLocale(demo.title, locale)}</span>
      </a>
    </>
  );
}
