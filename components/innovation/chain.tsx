import { NeedStateTag } from '#components/needs/need-state-tag.tsx';
import { stateTones } from '#components/projects/project-card.tsx';
import { resultTones } from '#components/results/result-card.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { orNotFound } from '#lib/platform/session/entry.ts';
import { type ChainFrom, findChain, type Chain as Links } from '#lib/projects/chain.ts';
import { StateTag } from './state-tag.tsx';

type Props = { locale: Locale; scope: Scope; from: ChainFrom };
type Link = { key: string; href: string; title: string; language?: string; state: string };

/** The whole way from a need to what came of it, with where one stands; links one may not see are not in it. */
export async function Chain({ locale, scope, from }: Props) {
  const chain = await orNotFound(() => findChain(scope, from));
  const t = translator(locale, 'innovation');
  const base = `/${locale}/${scope.hub.slug}/${scope.organisation.slug}`;
  const steps = stepsOf(locale, base, chain);
  const here = 'need' in from ? from.need : 'proposal' in from ? from.proposal : from.project;
  return (
    <nav className="no-print mt-10" aria-labelledby="chain">
      <h2 className="ds-heading" data-size="sm" id="chain">
        {t('chain.title')}
      </h2>
      <ol className="m-0 grid list-none gap-4 p-0 md:grid-cols-2 xl:grid-cols-4">
        {steps.map(({ name, links }) => (
          <li className="panel border-t-4 p-4" key={name}>
            <h3 className="ds-heading m-0" data-size="2xs">
              {name === 'results'
                ? translator(locale, 'results')('title')
                : t(`others.sections.${name}`)}
            </h3>
            {links.length === 0 && <p className="quiet m-0 mt-2 text-base">{t('chain.none')}</p>}
            <ul className="m-0 mt-2 grid list-none gap-3 p-0">
              {links.map((link) => (
                <Item key={link.key} locale={locale} name={name} link={link} here={here} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </nav>
  );
}

type Name = 'needs' | 'proposals' | 'projects' | 'results';

function stepsOf(locale: Locale, base: string, chain: Links): { name: Name; links: Link[] }[] {
  const words = <T extends { id: string }>(thing: T, path: string) => ({
    ...thing,
    key: thing.id,
    href: `${base}/${path}/${thing.id}`,
  });
  return [
    { name: 'needs', links: chain.needs.map((one) => words(one, 'needs')) },
    { name: 'proposals', links: chain.proposals.map((one) => words(one, 'others')) },
    {
      name: 'projects',
      links: chain.projects.map(({ slug, title, state }) => ({
        ...{ key: slug, href: `${base}/others/projects/${slug}`, state },
        title: inLocale(title, locale),
      })),
    },
    {
      name: 'results',
      links: chain.results.map(({ slug, ...one }) => ({
        ...{ ...one, key: slug, href: `${base}/results/${slug}` },
      })),
    },
  ];
}

type ItemProps = { locale: Locale; name: Name; link: Link; here: string };

function Item({ locale, name, link, here }: ItemProps) {
  const { key, href, title, language, state } = link;
  return (
    <li>
      {key === here ? (
        <strong aria-current="page" lang={language}>
          {title}
        </strong>
      ) : (
        <a className="inline-flex min-h-8 items-center" href={href} lang={language}>
          {title}
        </a>
      )}
      <span className="block">
        {name === 'needs' && <NeedStateTag locale={locale} state={state} />}
        {name === 'proposals' && <StateTag locale={locale} state={state} />}
        {name === 'results' && (
          <Tag tone={resultTones[state as keyof typeof resultTones]}>
            {translator(locale, 'results')(`states.${state as 'PUBLISHED'}`)}
          </Tag>
        )}
        {name === 'projects' && (
          <Tag tone={stateTones[state as keyof typeof stateTones]}>
            {translator(locale, 'projects')(`states.${state}`)}
          </Tag>
        )}
      </span>
    </li>
  );
}
