import { formLabels } from '#components/chrome/form-labels.ts';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Thing } from '#lib/following/rules.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { thingName, thingPath } from './thing-words.ts';

type Props = {
  locale: Locale;
  hub: string;
  thing: Thing;
  found: { name: unknown; slug: string; isFollowed: boolean };
  action: (before: FormState, form: FormData) => Promise<FormState>;
  done: string | string[] | undefined;
};

/** The words of a page on which one thing is followed, or no longer. */
export function followTitle(locale: Locale, { kind }: Thing, given: unknown): string {
  const t = translator(locale, 'following');
  const name = thingName(locale, kind, given);
  if (kind === 'demo') return `${t('followDemo')}: ${name}`;
  return t(kind === 'theme' ? 'followTheme' : 'followOwner', { name });
}

/** One thing, and the button that follows it or no longer does. */
export function FollowPage({ locale, hub, thing, found, action, done }: Props) {
  const t = translator(locale, 'following');
  const name = thingName(locale, thing.kind, found.name);
  return (
    <>
      <DoneIn locale={locale} part="following" done={done} />
      <PageHeader title={followTitle(locale, thing, found.name)} lead={t('lead')} />
      {found.isFollowed && <p>{t('follows', { name })}</p>}
      <ButtonForm
        action={action}
        labels={formLabels(locale)}
        variant={found.isFollowed ? 'secondary' : 'primary'}
      >
        {found.isFollowed ? t('unfollow', { name }) : t('follow')}
      </ButtonForm>
      <div className="mt-8 flex flex-wrap gap-3">
        <ButtonLink
          href={`/${locale}/${hub}/${thingPath(thing.kind, found.slug)}`}
          variant="secondary"
        >
          {t('back')}
        </ButtonLink>
        <ButtonLink href={`/${locale}/${hub}/act/following`} variant="secondary">
          {t('title')}
        </ButtonLink>
      </div>
    </>
  );
}
