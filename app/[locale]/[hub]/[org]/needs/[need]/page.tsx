import type { Metadata } from 'next';
import { cache } from 'react';
import { formLabels } from '#components/chrome/form-labels.ts';
import { Chain } from '#components/innovation/chain.tsx';
import { NeedDocument } from '#components/needs/need-document.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import { movesFrom, writableStates } from '#lib/needs/moves.ts';
import { findNeed, type NeedView } from '#lib/needs/own.ts';
import { needLimits } from '#lib/needs/schema.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { findNeedResults } from '#lib/results/needs.ts';
import { back, discard, meet, move } from '../actions.ts';

type Where = { locale: Locale; hub: string; org: string; need: string };
type Props = { params: Promise<Where>; searchParams: Promise<{ done?: string | string[] }> };

const load = cache((scope: Scope, id: string) => orNotFound(() => findNeed(scope, id)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, org, need } = await params;
  return { title: (await load(await enter(locale, hub, org), need)).title };
}

/** A need, one's own or another's, and what one's organisation can do with it. */
export default async function NeedPage({ params, searchParams }: Props) {
  const where = await params;
  const { locale, hub, org } = where;
  const scope = await enter(locale, hub, org);
  const need = await load(scope, where.need);
  const { done } = await searchParams;
  const base = `/${locale}/${hub}/${org}`;
  const crumb = need.own
    ? { href: `${base}/needs`, label: translator(locale, 'needs')('title') }
    : {
        href: `${base}/others?show=needs`,
        label: translator(locale, 'innovation')('others.title'),
      };
  const Doing = need.own ? OwnDoing : OthersDoing;
  return (
    <>
      <Breadcrumbs label={translator(locale, 'site')('breadcrumb')} crumbs={[crumb]} />
      <DoneIn locale={locale} part="needs" done={done} />
      <NeedDocument locale={locale} hub={hub} zone={scope.hub.zone} need={need}>
        <div className="no-print mt-5 grid gap-4" key={String(done)}>
          <Doing where={where} scope={scope} need={need} />
          {need.state !== 'DRAFT' && <Met where={where} scope={scope} />}
        </div>
      </NeedDocument>
      {['OPEN', 'LINKED'].includes(need.state) && scope.may('project:start') && (
        <p className="no-print">
          <ButtonLink href={`${base}/projects/new?need=${need.id}`} variant="secondary">
            {translator(locale, 'projects')('own.start')}
          </ButtonLink>
        </p>
      )}
      {need.state !== 'DRAFT' && <Chain locale={locale} scope={scope} from={{ need: need.id }} />}
    </>
  );
}

type DoingProps = { where: Where; scope: Scope; need: NeedView };

/** What the table of moves lets the organisation do with its own. */
function OwnDoing({ where, scope, need }: DoingProps) {
  const { locale, hub, org } = where;
  const t = translator(locale, 'needs');
  const labels = formLabels(locale);
  const draft = need.state === 'DRAFT';
  const can = scope.may('need:open') ? movesFrom(need.state) : [];
  const writes =
    (writableStates as readonly string[]).includes(need.state) &&
    scope.may(draft ? 'need:say' : 'need:open');
  return (
    <>
      {draft && !scope.may('need:open') && <p className="m-0">{t('waitsForAdmin')}</p>}
      <ButtonForm
        action={move.bind(null, where, 'open')}
        labels={labels}
        hint={t('openHint')}
        closed={!can.includes('open')}
      >
        {t('open')}
      </ButtonForm>
      <ButtonForm
        action={move.bind(null, where, 'reopen')}
        labels={labels}
        variant="secondary"
        closed={!can.includes('reopen')}
      >
        {t('reopen')}
      </ButtonForm>
      {writes && (
        <div>
          <ButtonLink href={`/${locale}/${hub}/${org}/needs/${need.id}/edit`} variant="secondary">
            {t('edit')}
          </ButtonLink>
        </div>
      )}
      {can.includes('close') && (
        <Disclosure summary={t('close')}>
          <FieldsForm
            action={move.bind(null, where, 'close')}
            labels={labels}
            groups={[
              {
                fields: [
                  {
                    ...{ as: 'text', name: 'reason', label: t('fields.reason') },
                    ...{ hint: t('hints.reason'), maxLength: needLimits.reason, required: true },
                  },
                ],
              },
            ]}
            submit={t('close')}
            variant="secondary"
          />
        </Disclosure>
      )}
      {draft && scope.may('need:say') && (
        <Disclosure summary={t('discard')}>
          <ButtonForm
            action={discard.bind(null, where)}
            labels={labels}
            variant="secondary"
            hint={t('discardHint')}
          >
            {t('discard')}
          </ButtonForm>
        </Disclosure>
      )}
    </>
  );
}

/** One says that one has it, too, or answers it. */
function OthersDoing({ where, scope, need }: DoingProps) {
  const { locale, hub, org } = where;
  const t = translator(locale, 'needs');
  const labels = formLabels(locale);
  const open = need.state === 'OPEN' || need.state === 'LINKED';
  const backed = need.backers.some(({ own }) => own);
  const may = scope.may('need:back');
  return (
    <>
      {backed && <p className="m-0">{t('backedByUs')}</p>}
      <ButtonForm
        action={back.bind(null, where, true)}
        labels={labels}
        closed={!may || !open || backed}
      >
        {t('backIt')}
      </ButtonForm>
      <ButtonForm
        action={back.bind(null, where, false)}
        labels={labels}
        variant="secondary"
        closed={!may || !backed}
      >
        {t('unback')}
      </ButtonForm>
      {open && scope.may('proposal:draft') && (
        <p className="m-0">
          <a
            className="inline-flex min-h-11 items-center"
            href={`/${locale}/${hub}/${org}/proposals/new?need=${need.id}`}
          >
            {t('answer')}
          </a>
        </p>
      )}
    </>
  );
}

/** By which result it is met, or the way to say so. */
async function Met({ where, scope }: Omit<DoingProps, 'need'>) {
  const { locale, hub, org } = where;
  const { metBy, choices } = await orNotFound(() => findNeedResults(scope, where.need));
  const t = translator(locale, 'results');
  if (metBy) {
    return (
      <p className="m-0">
        {t('meet.by')}{' '}
        <a
          className="ds-link"
          href={`/${locale}/${hub}/${org}/results/${metBy.slug}`}
          lang={metBy.language}
        >
          {metBy.title}
        </a>
      </p>
    );
  }
  if (choices.length === 0) return null;
  return (
    <Disclosure summary={t('meet.title')}>
      <FieldsForm
        action={meet.bind(null, where)}
        labels={formLabels(locale)}
        groups={[
          {
            fields: [
              {
                ...{ as: 'select', name: 'result', label: t('meet.which') },
                options: choices.map(({ id, title }) => ({ value: id, label: title })),
              },
            ],
          },
        ]}
        submit={t('meet.title')}
      />
    </Disclosure>
  );
}
