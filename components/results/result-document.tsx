import { dayText } from '#components/innovation/day.ts';
import type { Country } from '#components/prices/money.ts';
import { oreText } from '#components/sharing/ore.ts';
import { Notice } from '#components/ui/notice.tsx';
import { Scrolls } from '#components/ui/scrolls.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { todayDate } from '#lib/platform/clock.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { ResultView } from '#lib/results/reads.ts';
import type { ResultContent } from '#lib/results/schema.ts';
import { resultTones, TotalsText } from './result-card.tsx';

type Where = { locale: Locale; zone: string; country: Country };
type Props = Where & {
  result: ResultView;
  /** Where the project and other results stand, for this reader. */
  projectAt: string;
  resultsAt: string;
};

/** A result as a document: what it is, what it brings, what it costs, whom to ask. */
export function ResultDocument({ result, projectAt, resultsAt, ...where }: Props) {
  const { locale, zone } = where;
  const t = translator(locale, 'results');
  const { content, language } = result;
  return (
    <>
      <h1 className="ds-heading mt-4 mb-3" data-size="lg" lang={language}>
        {result.title}
      </h1>
      <p className="m-0 flex flex-wrap items-center gap-2">
        <Tag tone={resultTones[result.state]}>{t(`states.${result.state}`)}</Tag>
        <span className="quiet">
          {t('version', { version: result.version })} ·{' '}
          {t('published', { date: dayText(locale, zone, result.at) })} · {t('from')}{' '}
          <a className="ds-link" href={projectAt}>
            {inLocale(result.project.title, locale)}
          </a>
        </span>
      </p>
      <Over locale={locale} result={result} resultsAt={resultsAt} />
      <div className="mt-6 grid gap-10 lg:grid-cols-[2fr_1fr]">
        <div>
          <Text title={t('what')} words={content.what} language={language} big />
          <Effects locale={locale} content={content} language={language} />
          <Text title={t('suits')} words={content.suits} language={language} />
          <Text title={t('skills')} words={content.skills} language={language} />
          <Text title={t('contracts')} words={content.contracts} language={language} />
          <Guides locale={locale} content={content} language={language} />
        </div>
        <Facts {...where} result={result} />
      </div>
    </>
  );
}

function Over({ locale, result, resultsAt }: Pick<Props, 'locale' | 'result' | 'resultsAt'>) {
  const t = translator(locale, 'results');
  if (result.state === 'RETIRED') {
    return (
      <Notice tone="warning">
        {t('retired')} <span className="whitespace-pre-line">{result.words}</span>
      </Notice>
    );
  }
  if (!result.replacedBy) return null;
  return (
    <Notice tone="warning">
      {t('replaced')}{' '}
      <a
        className="ds-link"
        href={`${resultsAt}/${result.replacedBy.slug}`}
        lang={result.replacedBy.language}
      >
        {result.replacedBy.title}
      </a>
    </Notice>
  );
}

type TextProps = { title: string; words: string; language: string; big?: boolean };

function Text({ title, words, language, big }: TextProps) {
  if (!words) return null;
  return (
    <section className="mb-8">
      <h2 className="ds-heading" data-size="sm">
        {title}
      </h2>
      <p className={`prose whitespace-pre-line ${big ? 'text-xl' : ''}`} lang={language}>
        {words}
      </p>
    </section>
  );
}

type ContentProps = { locale: Locale; content: ResultContent; language: string };

function Effects({ locale, content, language }: ContentProps) {
  const t = translator(locale, 'results');
  return (
    <section className="mb-8" aria-labelledby="effects">
      <h2 className="ds-heading" data-size="sm" id="effects">
        {t('effects')}
      </h2>
      <Scrolls label={`${t('effect')}, ${t('source')}`}>
        <table className="ds-table w-full" data-border="true">
          <thead>
            <tr>
              <th scope="col">{t('effect')}</th>
              <th scope="col">{t('amount')}</th>
              <th scope="col">{t('source')}</th>
            </tr>
          </thead>
          <tbody>
            {content.effects.map(({ what, amount, how, source }) => (
              <tr key={what + source}>
                <th scope="row" lang={language}>
                  {what}
                </th>
                <td lang={language}>{amount || '–'}</td>
                <td>
                  <Tag tone={how === 'MEASURED' ? 'success' : 'neutral'}>{t(`hows.${how}`)}</Tag>{' '}
                  <span lang={language}>{source}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolls>
    </section>
  );
}

function Guides({ locale, content, language }: ContentProps) {
  if (content.guides.length === 0) return null;
  return (
    <section>
      <h2 className="ds-heading" data-size="sm">
        {translator(locale, 'results')('guides')}
      </h2>
      <ul className="m-0 grid gap-2 pl-6">
        {content.guides.map(({ label, url }) => (
          <li key={url} className="break-words">
            <a className="ds-link" href={url} rel="noreferrer" lang={language}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Facts({ locale, zone, country, result }: Where & { result: ResultView }) {
  const t = translator(locale, 'results');
  const { content, reviewBy } = result;
  const money = (ore: string | null) =>
    ore === null ? '–' : oreText(locale, country, BigInt(ore));
  const day = reviewBy && dayText(locale, 'UTC', reviewBy);
  const due = reviewBy !== null && reviewBy < todayDate(zone);
  return (
    <aside className="panel h-fit p-5">
      <h2 className="ds-heading m-0" data-size="2xs">
        {t('cost')}
      </h2>
      <dl className="m-0 mt-2 grid gap-1">
        <dt className="quiet">{t('startOre')}</dt>
        <dd className="m-0 text-xl">{money(content.startOre)}</dd>
        <dt className="quiet">{t('yearOre')}</dt>
        <dd className="m-0 text-xl">{money(content.yearOre)}</dd>
      </dl>
      <h2 className="ds-heading m-0 mt-6" data-size="2xs">
        {t('contact')}
      </h2>
      <p className="m-0 mt-1 break-words">
        {result.project.lead}
        <span className="block">{content.contact}</span>
      </p>
      <h2 className="ds-heading m-0 mt-6" data-size="2xs">
        {t('used')}
      </h2>
      <p className="m-0 mt-1">
        <TotalsText locale={locale} totals={result.totals} />
      </p>
      {day && (
        <p className="quiet m-0 mt-6">{t(due ? 'reviewIsDue' : 'reviewBy', { date: day })}</p>
      )}
    </aside>
  );
}
