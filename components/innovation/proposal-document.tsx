import type { ReactNode } from 'react';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { ProposalView } from '#lib/proposals/rows.ts';
import { AreaTags } from './area-tags.tsx';
import { dayText } from './day.ts';
import { StateTag } from './state-tag.tsx';
import { Story } from './story.tsx';

type Props = {
  proposal: ProposalView;
  locale: Locale;
  zone: string;
  /** Where a project's page is for this reader; null when there is none to go to. */
  projectAddress: (project: { slug: string; visibility: string }) => string | null;
  children?: ReactNode;
};

const chapters = ['problem', 'solution', 'benefit', 'firstStep', 'partnersWanted'] as const;

/** A proposal as one reads it: what it says on the left, its facts and story beside it. */
export function ProposalDocument({ proposal, locale, zone, projectAddress, children }: Props) {
  const t = translator(locale, 'innovation');
  const { organisation, author } = proposal;
  const from = organisation ?? t('gone');
  // In a draft an empty chapter shows what is left to write; later it has nothing to say.
  const written = chapters.filter((name) => proposal.state === 'DRAFT' || proposal[name]);
  return (
    <article>
      <h1 className="ds-heading mt-4 mb-3" data-size="lg" lang={proposal.language}>
        {proposal.title || t('untitled')}
      </h1>
      <div className="flex flex-wrap items-center gap-3">
        <StateTag locale={locale} state={proposal.state} />
        <span className="quiet">
          {author
            ? t('document.byAuthor', { organisation: from, author })
            : t('document.by', { organisation: from })}
          {proposal.withBodies.length > 0 && (
            <span className="block">
              {t('coauthors.together', {
                organisations: new Intl.ListFormat(locale).format(proposal.withBodies),
              })}
            </span>
          )}
        </span>
      </div>
      {children}
      <div className="mt-8 grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div>
          <Decision proposal={proposal} locale={locale} zone={zone} />
          <p className="prose text-xl whitespace-pre-line" lang={proposal.language}>
            {proposal.summary}
          </p>
          {written.map((name) => (
            <Chapter
              key={name}
              heading={t(`fields.${name}`)}
              text={proposal[name]}
              language={proposal.language}
              empty={t('document.empty')}
            />
          ))}
        </div>
        <aside aria-label={t('form.about')}>
          <Facts proposal={proposal} locale={locale} projectAddress={projectAddress} />
          <Story locale={locale} zone={zone} story={proposal.story} />
        </aside>
      </div>
    </article>
  );
}

type ChapterProps = { heading: string; text: string; language: string; empty: string };

function Chapter({ heading, text, language, empty }: ChapterProps) {
  return (
    <section className="mt-8">
      <h2 className="ds-heading" data-size="xs">
        {heading}
      </h2>
      {text ? (
        <p className="prose m-0 whitespace-pre-line" lang={language}>
          {text}
        </p>
      ) : (
        <p className="quiet m-0">{empty}</p>
      )}
    </section>
  );
}

function Decision({ proposal, locale, zone }: Pick<Props, 'proposal' | 'locale' | 'zone'>) {
  const { decidedAt, decisionReason, nextStep, reviewOn, state } = proposal;
  if (decidedAt === null) return null;
  const t = translator(locale, 'innovation');
  return (
    <section className="panel mb-8 border-l-4 p-5" aria-labelledby="decision">
      <h2 className="ds-heading" data-size="xs" id="decision">
        {t('document.decision')}
      </h2>
      <p className="font-semibold">
        {t(`states.${state}`)}, {dayText(locale, zone, decidedAt)}
      </p>
      <h3 className="ds-heading m-0" data-size="2xs">
        {t('document.reason')}
      </h3>
      <p className="whitespace-pre-line">{decisionReason}</p>
      {nextStep && (
        <>
          <h3 className="ds-heading m-0" data-size="2xs">
            {t('document.nextStep')}
          </h3>
          <p className="m-0 whitespace-pre-line">{nextStep}</p>
        </>
      )}
      {reviewOn && (
        <>
          <h3 className="ds-heading m-0" data-size="2xs">
            {t('document.reviewOn')}
          </h3>
          <p className="m-0">{dayText(locale, 'UTC', reviewOn)}</p>
        </>
      )}
    </section>
  );
}

type FactsProps = Pick<Props, 'proposal' | 'locale' | 'projectAddress'>;

function Facts({ proposal, locale, projectAddress }: FactsProps) {
  const t = translator(locale, 'innovation');
  return (
    <section className="grid gap-6">
      <div>
        <h2 className="ds-heading" data-size="xs">
          {t('document.needs')}
        </h2>
        {proposal.needs.length === 0 && <p className="quiet m-0">{t('document.noNeeds')}</p>}
        <ul className="m-0 grid list-none gap-3 p-0">
          {proposal.needs.map((need) => (
            <li className="panel p-4" key={need.id}>
              <span lang={need.language}>{need.title}</span>
              <span className="quiet block text-base">
                {need.organisation ?? t('gone')} · {t('others.supports', { count: need.supports })}
              </span>
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h2 className="ds-heading" data-size="xs">
          {t('document.areas')}
        </h2>
        <AreaTags locale={locale} areas={proposal.areas} />
      </div>
      <div>
        <h2 className="ds-heading" data-size="xs">
          {t('document.readers')}
        </h2>
        <p className="m-0">{t(`visibility.${proposal.visibility}`)}</p>
      </div>
      {proposal.projects.map((project) => (
        <div key={project.slug}>
          <h2 className="ds-heading" data-size="xs">
            {t('document.project')}
          </h2>
          <LinkWhere href={projectAddress(project)}>{inLocale(project.title, locale)}</LinkWhere>
        </div>
      ))}
    </section>
  );
}

function LinkWhere({ href, children }: { href: string | null; children: ReactNode }) {
  return href === null ? <span>{children}</span> : <a href={href}>{children}</a>;
}
