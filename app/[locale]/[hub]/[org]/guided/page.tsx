import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { OwnGroups } from '#components/guided/own-groups.tsx';
import { whenText } from '#components/guided/times.ts';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { groupName, listOwnGroups, listShowings } from '#lib/guided/groups.ts';
import { longest } from '#lib/guided/schema.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { answer } from './actions.ts';

type Where = { locale: Locale; hub: string; org: string };
type Props = { params: Promise<Where>; searchParams: Promise<{ done?: string | string[] }> };

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
  const place = { locale, base: `/${locale}/${hub}/${org}` };
  return (
    <>
      <DoneIn locale={locale} part="guided" done={(await searchParams).done} />
      <PageHeader title={t('title')} lead={t('lead')}>
        <ButtonLink href={`/${locale}/${hub}/showroom`} variant="secondary">
          {t('toShowroom')}
        </ButtonLink>
      </PageHeader>
      {coming.length + past.length === 0 && <EmptyState text={t('none')} />}
      {coming.length > 0 && <OwnGroups {...place} heading={t('coming')} groups={coming} />}
      {showings.length > 0 && <Showings where={where} showings={showings} />}
      {past.length > 0 && <OwnGroups {...place} heading={t('past')} groups={past} />}
    </>
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
        {showings.map(({ id, demo, place, startsAt, endsAt, groups, hostNeeded, hostAnswer }) => (
          <li className="panel px-5 py-4" key={id}>
            <strong>{inLocale(demo.title, locale)}</strong>{' '}
            {hostNeeded && (
              <Tag tone={hostAnswer === 'ASKED' ? 'warning' : 'success'}>
                {t(hostAnswer === 'ASKED' ? 'toAnswer' : 'answered')}
              </Tag>
            )}
            <span className="block">{whenText(locale, place.site.zone, startsAt, endsAt)}</span>
            {groups.map(({ id: group, size, hopes, ...whose }) => (
              <span className="quiet block text-base" key={group}>
                {groupName(whose)}, {t('people', { count: size })}
                {hopes && `: ${hopes}`}
              </span>
            ))}
          </li>
        ))}
      </ul>
      <Answer where={where} showings={showings} />
    </section>
  );
}

/** One form for all of them: which, whether, and why not. */
function Answer({ where, showings }: ShowingsProps) {
  const { locale } = where;
  const t = translator(locale, 'guided');
  const options = showings
    .filter(({ hostNeeded }) => hostNeeded)
    // Those that wait for an answer on top.
    .toSorted((a, b) => Number(b.hostAnswer === 'ASKED') - Number(a.hostAnswer === 'ASKED'))
    .map(({ id, demo, place, startsAt, endsAt }) => ({
      value: id,
      label: `${whenText(locale, place.site.zone, startsAt, endsAt)}, ${inLocale(demo.title, locale)}`,
    }));
  if (options.length === 0) return null;
  const reason = { name: 'reason', label: t('answerReason'), maxLength: longest.reason };
  return (
    <div className="mt-4 max-w-3xl">
      <h3 className="ds-heading" data-size="2xs">
        {t('answerTitle')}
      </h3>
      <p className="mt-0">{t('answerHint')}</p>
      <FieldsForm
        action={answer.bind(null, where)}
        labels={formLabels(locale)}
        groups={[
          {
            fields: [
              { as: 'select', name: 'showing', label: t('declineWhich'), options },
              {
                as: 'radio',
                name: 'answer',
                label: t('answerWhich'),
                options: (['accept', 'colleague', 'decline'] as const).map((value) => ({
                  value,
                  label: t(`answers.${value}`),
                })),
              },
              { as: 'area', ...reason },
            ],
          },
        ]}
        submit={t('answerSend')}
        variant="secondary"
      />
    </div>
  );
}
