import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { PaceForm } from '#components/following/pace-form.tsx';
import { PersonalFrame } from '#components/following/personal-frame.tsx';
import { thingName, thingPath } from '#components/following/thing-words.ts';
import { Done, DoneIn } from '#components/ui/done.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { listFollows } from '#lib/following/following.ts';
import { findPace } from '#lib/following/pace.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { enterAt, enterOwn } from '#lib/platform/session/entry.ts';
import { choose, drop } from './actions.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'following')('title') };
}

/** All that one follows at a hub, and how often mail of it comes. */
export default async function FollowingPage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const scope = await enterAt(locale, hub);
  const { done } = await searchParams;
  const t = translator(locale, 'following');
  const letters = translator(locale, 'letterChoices');
  return (
    <PersonalFrame locale={locale} scope={scope} title={t('title')}>
      <DoneIn locale={locale} part="following" done={done} />
      <Done sentences={{ saved: letters('done.saved') }} done={done} />
      <PageHeader title={t('title')} lead={t('lead')} />
      {scope && <Follows locale={locale} hub={hub} scope={scope} />}
      <section className="mt-10 max-w-2xl" aria-labelledby="letters">
        <h2 className="ds-heading" data-size="sm" id="letters">
          {t('letters')}
        </h2>
        <PaceForm
          locale={locale}
          action={choose.bind(null, locale, `${hub}/act/following`)}
          labels={formLabels(locale)}
          pace={await findPace(await enterOwn(locale))}
        />
      </section>
    </PersonalFrame>
  );
}

async function Follows({ locale, hub, scope }: { locale: Locale; hub: string; scope: Scope }) {
  const follows = await listFollows(scope);
  const t = translator(locale, 'following');
  if (follows.length === 0) return <EmptyState text={t('none')} />;
  return (
    <ul className="m-0 grid list-none gap-3 p-0" aria-label={t('title')}>
      {follows.map(({ id, kind, name: given, slug, gone }) => {
        const name = thingName(locale, kind, given);
        return (
          <li
            className="panel flex flex-wrap items-center justify-between gap-4 px-5 py-3"
            key={id}
          >
            <div className="min-w-0">
              {gone ? name : <a href={`/${locale}/${hub}/${thingPath(kind, slug)}`}>{name}</a>}
              <span className="quiet block text-base">{gone ? t('gone') : t(`kinds.${kind}`)}</span>
            </div>
            <ButtonForm
              action={drop.bind(null, { locale, hub, id })}
              labels={formLabels(locale)}
              variant="secondary"
            >
              {t('unfollow', { name })}
            </ButtonForm>
          </li>
        );
      })}
    </ul>
  );
}
