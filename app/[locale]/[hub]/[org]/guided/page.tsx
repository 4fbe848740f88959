import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { whenText } from '#components/guided/times.ts';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { listOwnGroups, listShowings } from '#lib/guided/groups.ts';
import { longest } from '#lib/guided/schema.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { decline } from './actions.ts';

type Where = { locale: Locale; hub: string; org: string };
type Props = { params: Promise<Where>; searchParams: Promise<{ done?: string | string[] }> };
type Group = Awaited<ReturnType<typeof listOwnGroups>>['coming'][number];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'guided')('title') };
}

/** The organisation's visits to the showroom, and the groups that come to what it shows. */
export default async function GuidedPage({ params, searchParams }: Props) {
  const where = await params;
  const { locale, hub, org } = where;
  const scope = await enter(locale, hub, org);
  const { coming, past } = await orNotFound(() => listOwnGroups(scope));
  const showings = await listShowings(scope);
  const t = translator(locale, 'guided');
  return (
    <>
      <DoneIn locale={locale} part="guided" done={(await searchParams).done} />
      <PageHeader title={t('title')} lead={t('lead')}>
        <ButtonLink href={`/${locale}/${hub}/showroom`} variant="secondary">
          {t('toShowroom')}
        </ButtonLink>
      </PageHeader>
      {coming.length + past.length === 0 && <EmptyState text={t('none')} />}
      {coming.length > 0 && <Groups where={where} heading={t('coming')} groups={coming} />}
      {showings.length > 0 && <Showings where={where} showings={showings} />}
      {past.length > 0 && <Groups where={where} heading={t('past')} groups={past} />}
    </>
  );
}

type GroupsProps = { where: Where; heading: string; groups: readonly Group[] };

function Groups({ where, heading, groups }: GroupsProps) {
  const { locale, hub, org } = where;
  const t = translator(locale, 'guided');
  return (
    <section className="mt-8" aria-label={heading}>
      <h2 className="ds-heading" data-size="sm">
        {heading}
      </h2>
      <ul className="m-0 grid list-none gap-3 p-0">
        {groups.map((group) => (
          <li className="panel px-5 py-4" key={group.id}>
            <a className="font-semibold" href={`/${locale}/${hub}/${org}/guided/${group.id}`}>
              {inLocale(group.demo, locale)}
            </a>{' '}
            {group.state === 'CANCELLED' && <Tag>{t('cancelledMark')}</Tag>}
            <span className="block">
              {whenText(locale, group.site.zone, group.startsAt, group.endsAt)}
            </span>
            <span className="quiet block text-base">
              {inLocale(group.place, locale)} · {t('people', { count: group.size })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

type ShowingsProps = { where: Where; showings: Awaited<ReturnType<typeof listShowings>> };

function Showings({ where, showings }: ShowingsProps) {
  const { locale } = where;
  const t = translator(locale, 'guided');
  return (
    <section className="mt-8" aria-label={t('showings')}>
      <h2 className="ds-heading" data-size="sm">
        {t('showings')}
      </h2>
      <ul className="m-0 grid list-none gap-3 p-0">
        {showings.map(({ id, demo, place, startsAt, endsAt, groups }) => (
          <li className="panel px-5 py-4" key={id}>
            <strong>{inLocale(demo.title, locale)}</strong>
            <span className="block">{whenText(locale, place.site.zone, startsAt, endsAt)}</span>
            {groups.map(({ id: group, organisation, size, hopes }) => (
              <span className="quiet block text-base" key={group}>
                {organisation.name}, {t('people', { count: size })}
                {hopes && `: ${hopes}`}
              </span>
            ))}
          </li>
        ))}
      </ul>
      <Decline where={where} showings={showings} />
    </section>
  );
}

/** One form for all of them: which, and why. */
function Decline({ where, showings }: ShowingsProps) {
  const { locale } = where;
  const t = translator(locale, 'guided');
  const options = showings
    .filter(({ hostNeeded }) => hostNeeded)
    .map(({ id, demo, place, startsAt, endsAt }) => ({
      value: id,
      label: `${whenText(locale, place.site.zone, startsAt, endsAt)}, ${inLocale(demo.title, locale)}`,
    }));
  if (options.length === 0) return null;
  const reason = { name: 'reason', label: t('house.reason'), maxLength: longest.reason };
  return (
    <div className="mt-4 max-w-3xl">
      <h3 className="ds-heading" data-size="2xs">
        {t('decline')}
      </h3>
      <p className="mt-0">{t('declineHint')}</p>
      <FieldsForm
        action={decline.bind(null, where)}
        labels={formLabels(locale)}
        groups={[
          {
            fields: [
              { as: 'select', name: 'showing', label: t('declineWhich'), options },
              { as: 'area', required: true, ...reason },
            ],
          },
        ]}
        submit={t('decline')}
        variant="secondary"
      />
    </div>
  );
}
