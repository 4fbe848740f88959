import { Disclosure } from '#components/ui/disclosure.tsx';
import { differences } from '#lib/platform/differences.ts';
import { isLocale, type Locale, languageNames } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { ProposalView } from '#lib/proposals/rows.ts';
import type { ProposalContent } from '#lib/proposals/schema.ts';
import { momentText } from './day.ts';

type Props = { proposal: ProposalView; locale: Locale; zone: string };

/** Every version that was sent, the newest first: who, when, and what changed since the one before. */
export function ProposalHistory({ proposal, locale, zone }: Props) {
  const { versions } = proposal;
  if (versions.length === 0) return null;
  const t = translator(locale, 'innovation');
  return (
    <section className="no-print mt-10 max-w-3xl" aria-labelledby="versions">
      <h2 className="ds-heading" data-size="sm" id="versions">
        {t('history.title')}
      </h2>
      <ol className="m-0 grid list-none gap-3 p-0">
        {versions.map(({ number, content, sentAt, by, body }, n) => {
          const date = momentText(locale, zone, sentAt);
          const before = versions[n + 1]?.content;
          return (
            <li className="panel px-5 py-3" key={number}>
              <strong>{t('history.version', { number })}</strong>
              <span className="quiet block text-base">
                {by
                  ? t('history.by', { person: body ? `${by}, ${body}` : by, date })
                  : t('history.sent', { date })}
              </span>
              {before && (
                <Disclosure summary={t('history.changed')}>
                  <Differences {...{ proposal, locale, before, after: content }} />
                </Disclosure>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

type DifferencesProps = Pick<Props, 'proposal' | 'locale'> & {
  before: ProposalContent;
  after: ProposalContent;
};

/** What two versions say differently, field by field. */
function Differences({ proposal, locale, before, after }: DifferencesProps) {
  const t = translator(locale, 'innovation');
  const fields = Object.keys(differences(after, before)) as (keyof ProposalContent)[];
  if (fields.length === 0) return <p className="m-0">{t('history.unchanged')}</p>;
  return (
    <dl className="m-0 grid gap-4">
      {fields.map((field) => (
        <div key={field}>
          <dt className="font-semibold">{t(`fields.${field}`)}</dt>
          <dd className="m-0 grid gap-2 sm:grid-cols-2">
            {(['before', 'after'] as const).map((name) => (
              <span className="block" key={name}>
                <span className="quiet block text-base">{t(`history.${name}`)}</span>
                <span className="whitespace-pre-line">
                  {said(locale, proposal, field, { before, after }[name]) || t('history.empty')}
                </span>
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A field as a reader says it: needs by their titles, choices by their labels. */
function said(
  locale: Locale,
  proposal: ProposalView,
  field: keyof ProposalContent,
  content: ProposalContent,
): string {
  const titles = new Map(proposal.needs.map(({ id, title }) => [id, title]));
  const t = translator(locale, 'innovation');
  const areas = translator(locale, 'showroom');
  const words: Partial<Record<keyof ProposalContent, (value: string) => string>> = {
    needs: (id) => titles.get(id) ?? t('history.goneNeed'),
    areas: (area) => areas(`areas.${area}`),
    visibility: (value) => t(`visibility.${value}`),
    language: (value) => (isLocale(value) ? languageNames[value] : value),
  };
  const asWord = words[field] ?? ((value: string) => value);
  return [content[field]].flat().map(asWord).join('\n');
}
