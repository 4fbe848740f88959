import { dayText } from '#components/innovation/day.ts';
import { dayIn } from '#components/prices/money.ts';
import { Notice } from '#components/ui/notice.tsx';
import { Scrolls } from '#components/ui/scrolls.tsx';
import { Tag } from '#components/ui/tag.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { DecisionView } from '#lib/steering/decisions.ts';

type Props = { locale: Locale; zone: string; decision: DecisionView; base: string };

/** A decision as it stands: its words, what it rests on, and what each party says where one may read it. */
export function DecisionDocument(props: Props) {
  const { locale, zone, decision } = props;
  const t = translator(locale, 'steering');
  const { answerBy, closedAt, number } = decision;
  return (
    <>
      <h1 className="ds-heading mt-4 mb-3" data-size="lg" lang={decision.language}>
        {decision.title}
      </h1>
      <p className="m-0 flex flex-wrap items-center gap-2">
        <Tag>{t(`states.${decision.state}`)}</Tag>
        {number !== null && <span>{t('number', { number })}</span>}
        <span className="quiet">{t(`decisionKinds.${decision.kind}`)}</span>
        {closedAt && (
          <span className="quiet">{t('closed', { date: dayText(locale, zone, closedAt) })}</span>
        )}
      </p>
      {decision.state === 'OPEN' && answerBy && (
        <Notice tone={decision.overdue ? 'warning' : 'info'}>
          {decision.overdue
            ? t('overdue')
            : t('answerBySays', { date: dayText(locale, zone, answerBy) })}{' '}
          {t('quorum', { count: decision.quorum ?? 1 })}
        </Notice>
      )}
      {decision.state === 'DEFERRED' && <Notice>{decision.words}</Notice>}
      <div className="prose mt-6" lang={decision.language}>
        {(['wording', 'background', 'alternatives'] as const).map(
          (part) =>
            decision[part] && (
              <section key={part}>
                <h2 className="ds-heading" data-size="xs" lang={locale}>
                  {t(part)}
                </h2>
                <p className="whitespace-pre-line">{decision[part]}</p>
              </section>
            ),
        )}
      </div>
      <Facts {...props} />
      {decision.positions.length > 0 && <Positions {...props} />}
    </>
  );
}

function Facts({ locale, decision, base }: Props) {
  const t = translator(locale, 'steering');
  const day = (date: Date | null) => date && dayIn(locale, date);
  const facts = [
    [t('owner'), decision.owner],
    [t('due'), day(decision.dueOn)],
    [t('phase'), decision.phase?.name],
    [translator(locale, 'pilots')('title'), decision.pilot?.place],
    [t('newDay'), day(decision.newDay)],
  ].filter(([, value]) => value);
  const [newer] = decision.superseded;
  return (
    <>
      <dl className="m-0 mt-4 grid gap-x-8 gap-y-2 sm:grid-cols-[auto_1fr]">
        {facts.map(([label, value]) => (
          <div className="contents" key={label}>
            <dt className="font-semibold">{label}</dt>
            <dd className="m-0">{value}</dd>
          </div>
        ))}
      </dl>
      {decision.charterVersion !== null && (
        <p>{t('charterSays', { version: decision.charterVersion })}</p>
      )}
      {decision.supersedes && (
        <p>
          <a className="ds-link" href={`${base}/${decision.supersedes.id}`}>
            {t('supersedesSays', { title: decision.supersedes.title })}
          </a>
        </p>
      )}
      {newer && (
        <p>
          <a className="ds-link" href={`${base}/${newer.id}`}>
            {t('supersededSays', { title: newer.title })}
          </a>
        </p>
      )}
    </>
  );
}

function Positions({ locale, zone, decision }: Props) {
  const t = translator(locale, 'steering');
  return (
    <section className="mt-8" aria-labelledby="said">
      <h2 className="ds-heading" data-size="xs" id="said">
        {t('said')}
      </h2>
      <Scrolls label={`${t('body')}, ${t('answer')}`}>
        <table className="ds-table w-full" data-border="true">
          <thead>
            <tr>
              <th scope="col">{t('body')}</th>
              <th scope="col">{t('answer')}</th>
            </tr>
          </thead>
          <tbody>
            {decision.positions.map((one) => (
              <tr key={one.organisationId}>
                <th scope="row">{one.body}</th>
                <td>
                  {one.position ? t(`positions.${one.position}`) : t('noAnswer')}
                  {one.words && <span className="block whitespace-pre-line">{one.words}</span>}
                  {one.at && (
                    <span className="quiet block text-base">
                      {t('signed', {
                        name: one.person ?? t('nobody'),
                        date: dayText(locale, zone, one.at),
                      })}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolls>
    </section>
  );
}
