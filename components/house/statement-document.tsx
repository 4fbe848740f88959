import type { Statement } from '#lib/hubs/reads.ts';
import { digg } from '#lib/hubs/rules.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, type Translate, translator } from '#lib/platform/i18n/translate.ts';

type Props = {
  locale: Locale;
  /** In which country the hub is, and its own language, in which the texts are written. */
  hub: { name: string; country: 'SE' | 'NO'; languages: string[] };
  statement: Statement | null;
  /** Where the form is that needs no signing in; absent in a preview. */
  reportHref?: string;
};

/** What a hub says of its accessibility: Swedish law's own order; in Norway the way to uustatus.no. */
export function StatementDocument({ locale, hub, statement, reportHref }: Props) {
  const t = translator(locale, 'house');
  const own = hub.languages[0];
  return (
    <div className="prose">
      {!statement && <p>{t('statement.nothing')}</p>}
      {statement && hub.country === 'NO' && <Declared t={t} href={statement.declaration} />}
      {statement && hub.country === 'SE' && <Said {...{ locale, t, own, statement }} />}
      <Part title={t('statement.reportTitle')}>
        <p>{t('statement.reportText')}</p>
        {reportHref && (
          <p>
            <a className="ds-button" href={reportHref}>
              {t('statement.report')}
            </a>
          </p>
        )}
        {statement?.contact && (
          <>
            <h3 className="ds-heading" data-size="2xs">
              {t('statement.otherWays')}
            </h3>
            <p className="whitespace-pre-line" lang={own}>
              {statement.contact}
            </p>
          </>
        )}
      </Part>
      {hub.country === 'SE' && (
        <Part title={t('statement.supervisionTitle')}>
          <p>{t('statement.supervisionText')}</p>
          <p>
            <a href={statement?.supervision || digg}>{t('statement.supervisionLink')}</a>
          </p>
        </Part>
      )}
    </div>
  );
}

function Declared({ t, href }: { t: Translate; href: string }) {
  return (
    <>
      <p>{t('statement.declarationText')}</p>
      {href && (
        <p>
          <a href={href}>{t('statement.declarationLink')}</a>
        </p>
      )}
    </>
  );
}

type SaidProps = { locale: Locale; t: Translate; own: string | undefined; statement: Statement };

function Said({ locale, t, own, statement }: SaidProps) {
  const { actor, service, compliance, defects, method, burden, outside } = statement;
  const { assessedOn, updatedOn } = statement;
  // A day has no zone: it is kept as midnight in UTC.
  const day = (date: Date) => formatter(locale, 'UTC').dateTime(date, { dateStyle: 'long' });
  return (
    <>
      <p>{t('statement.intro', { actor, service })}</p>
      {compliance && (
        <Part title={t('statement.complianceTitle')}>
          <p>{t(`statement.compliance.${compliance}`)}</p>
        </Part>
      )}
      <Lines title={t('statement.defectsTitle')} text={defects} own={own} />
      <Lines title={t('statement.burdenTitle')} text={burden} own={own} />
      <Lines title={t('statement.outsideTitle')} text={outside} own={own} />
      <Part title={t('statement.testedTitle')}>
        <p className="whitespace-pre-line" lang={own}>
          {method}
        </p>
        {assessedOn && updatedOn && (
          <p>{t('statement.dates', { assessed: day(assessedOn), updated: day(updatedOn) })}</p>
        )}
      </Part>
    </>
  );
}

/** One entry a line; a list where there are several. */
function Lines({ title, text, own }: { title: string; text: string; own: string | undefined }) {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) return null;
  return (
    <Part title={title}>
      {lines.length === 1 ? (
        <p lang={own}>{lines[0]}</p>
      ) : (
        <ul className="ds-list list-disc" lang={own}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </Part>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="mt-8">
      <h2 className="ds-heading" data-size="sm">
        {title}
      </h2>
      {children}
    </section>
  );
}
