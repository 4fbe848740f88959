import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { PresentList } from '#components/presence/present-list.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { Choices, SubmitButton } from '#components/ui/form/fields.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { findPresence, type OwnPresence } from '#lib/presence/reads.ts';
import { circles } from '#lib/presence/schema.ts';
import { today, wish } from './actions.ts';

type Where = { locale: Locale; hub: string; org: string };
type Props = {
  params: Promise<Where>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'presence')('title') };
}

/** Who has shared that they are in today, and one's own choice. */
export default async function PresencePage({ params, searchParams }: Props) {
  const where = await params;
  const { locale, hub, org } = where;
  const scope = await enter(locale, hub, org);
  const presence = await orNotFound(() => findPresence(scope));
  const { others } = presence;
  const t = translator(locale, 'presence');
  return (
    <>
      <DoneIn locale={locale} part="presence" done={(await searchParams).done} />
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-10 lg:grid-cols-[3fr_2fr]">
        <section aria-labelledby="others">
          <h2 className="ds-heading" data-size="sm" id="others">
            {t('people', { count: others.length })}
          </h2>
          {others.length === 0 ? (
            <EmptyState text={t('none')} />
          ) : (
            <PresentList label={t('title')} present={others} />
          )}
        </section>
        <div className="grid gap-10">
          <Today where={where} scope={scope} presence={presence} />
          <Wish where={where} scope={scope} presence={presence} />
        </div>
      </div>
    </>
  );
}

type PartProps = { where: Where; scope: Scope; presence: OwnPresence };

function Today({ where, scope, presence }: PartProps) {
  const t = translator(where.locale, 'presence');
  const organisation = scope.organisation.name;
  const circle = presence.today?.circle ?? 'NOBODY';
  return (
    <section aria-labelledby="you">
      <h2 className="ds-heading" data-size="sm" id="you">
        {t('you')}
      </h2>
      <p>
        {t(`shows.${circle}`, { organisation })} {presence.today?.derived && t('followed')}
      </p>
      <ActionForm
        action={today.bind(null, where)}
        labels={formLabels(where.locale)}
        initial={{ circle }}
      >
        <CircleChoices
          name="circle"
          where={where}
          scope={scope}
          label={t('showToday')}
          hint={t('youHint')}
        />
        <div>
          <SubmitButton>{t('saveToday')}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}

function Wish({ where, scope, presence }: PartProps) {
  const t = translator(where.locale, 'presence');
  return (
    <section aria-labelledby="when-booked">
      <h2 className="ds-heading" data-size="sm" id="when-booked">
        {t('wish')}
      </h2>
      <ActionForm
        action={wish.bind(null, where)}
        labels={formLabels(where.locale)}
        initial={{ wish: presence.wish }}
      >
        <CircleChoices
          name="wish"
          where={where}
          scope={scope}
          label={t('showBooked')}
          hint={t('wishHint')}
        />
        <div>
          <SubmitButton variant="secondary">{t('saveWish')}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}

type CircleProps = {
  name: string;
  where: Where;
  scope: Scope;
  label: string;
  hint: string;
};

function CircleChoices({ name, where, scope, label, hint }: CircleProps) {
  const t = translator(where.locale, 'presence');
  const { name: organisation, side } = scope.organisation;
  const words = (circle: (typeof circles)[number]) =>
    circle === 'PUBLIC' && side === 'PUBLIC'
      ? t('ownPublic')
      : t(`circles.${circle}`, { organisation });
  return (
    <Choices
      name={name}
      label={label}
      hint={hint}
      type="radio"
      options={circles.map((value) => ({ value, label: words(value) }))}
    />
  );
}
