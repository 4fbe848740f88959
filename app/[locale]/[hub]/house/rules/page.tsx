import type { Metadata } from 'next';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { actorWords, lengthWords } from '#components/workspace/hours-words.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { findHouseRules, type Quota } from '#lib/workspace/rule-reads.ts';
import { placeKinds } from '#lib/workspace/schema.ts';
import { actorClasses, type Rule } from '#lib/workspace/terms.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'hours')('rules.title') };
}

/** What each kind of place asks of a booking, in sentences; and the limits. */
export default async function RulesPage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const { rules, quotas } = await orNotFound(() => findHouseRules(scope));
  const t = translator(locale, 'hours');
  const kinds = translator(locale, 'workspace');
  const base = `/${locale}/${hub}/house/rules`;
  return (
    <>
      <DoneIn locale={locale} part="hours" done={(await searchParams).done} />
      <PageHeader title={t('rules.title')} lead={t('rules.lead')} />
      <div className="grid gap-4 md:grid-cols-2">
        {placeKinds.map((kind) => (
          <article className="panel p-5" key={kind}>
            <h2 className="ds-heading m-0" data-size="xs">
              {kinds(`groups.${kind}`)}
            </h2>
            <ul className="my-3 grid gap-1 pl-5">
              {ruleSentences(locale, rules[kind]).map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
            <a className="inline-flex min-h-8 items-center" href={`${base}/kind?kind=${kind}`}>
              {t('rules.edit', { kind: kinds(`groups.${kind}`).toLowerCase() })}
            </a>
          </article>
        ))}
      </div>
      <Limits locale={locale} base={base} quotas={quotas} />
    </>
  );
}

function Limits({ locale, base, quotas }: { locale: Locale; base: string; quotas: Quota[] }) {
  const t = translator(locale, 'hours');
  return (
    <section className="mt-10" aria-labelledby="limits">
      <h2 className="ds-heading" data-size="sm" id="limits">
        {t('quotas.title')}
      </h2>
      <p className="prose">{t('quotas.lead')}</p>
      {quotas.length === 0 && <EmptyState text={t('quotas.none')} />}
      <ul className="my-4 grid gap-2 pl-5">
        {quotas.map((quota) => (
          <li key={quota.id}>
            {quotaSentence(locale, quota)}{' '}
            <a href={`${base}/limit?limit=${quota.id}`}>
              {t('closures.edit')}
              <span className="ds-sr-only"> {quotaSentence(locale, quota)}</span>
            </a>
          </li>
        ))}
      </ul>
      <ButtonLink href={`${base}/limit`} variant="secondary">
        {t('quotas.new')}
      </ButtonLink>
    </section>
  );
}

function quotaSentence(locale: Locale, quota: Quota): string {
  const t = translator(locale, 'hours');
  const { scope, measure, period, kind, actorClass } = quota;
  const most = measure === 'MINUTES' ? quota.most / 60 : quota.most;
  const of = [
    kind && translator(locale, 'workspace')(`groups.${kind}`),
    actorClass && translator(locale, 'prices')(`actors.${actorClass}`),
  ].filter(Boolean);
  const sentence = t('quotas.says', {
    who: t(`quotas.${scope}`),
    what: t(`quotas.units.${measure}`),
    when: t(`quotas.when.${period}`),
    most,
  });
  return of.length > 0 ? `${of.join(', ')}: ${sentence}` : sentence;
}

function ruleSentences(locale: Locale, rule: Rule): string[] {
  const t = translator(locale, 'hours');
  const long = (minutes: number) => lengthWords(locale, minutes);
  const who = (actors: Rule['bookableBy']) => actorWords(locale, actors, actorClasses.length);
  const time = long(rule.cancelNoticeMinutes);
  return [
    t(`rules.says.step.${rule.step}`, { min: long(rule.minMinutes), max: long(rule.maxMinutes) }),
    t('rules.says.ahead', { days: t('days', { count: rule.daysAhead }) }),
    rule.noticeMinutes > 0 && t('rules.says.notice', { time: long(rule.noticeMinutes) }),
    rule.bufferBefore + rule.bufferAfter > 0 &&
      t('rules.says.buffer', { before: long(rule.bufferBefore), after: long(rule.bufferAfter) }),
    t('rules.says.who', { who: who(rule.bookableBy) }),
    rule.approvalFor.length > 0 && t('rules.says.approval', { who: who(rule.approvalFor) }),
    rule.checkIn && t('rules.says.checkIn', { grace: long(rule.checkInGrace) }),
    rule.lateFeePercent === 0
      ? t('rules.says.cancelFree')
      : t('rules.says.cancelFee', { time, percent: rule.lateFeePercent }),
  ].filter((sentence) => sentence !== false);
}
