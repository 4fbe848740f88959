import { formLabels } from '#components/chrome/form-labels.ts';
import { dayText } from '#components/innovation/day.ts';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import { Tag } from '#components/ui/tag.tsx';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { type Amendment, amendedSections } from '#lib/proposals/amendments.ts';
import { WordChange } from './word-change.tsx';

type Action = (before: FormState, form: FormData) => Promise<FormState>;
/** What the reader can do with one: answer it for the body that proposed, or see to their own. */
export type AmendmentActions =
  | { side: 'proposers'; accept: (id: string) => Action; reject: (id: string) => Action }
  | {
      side: 'amender';
      withdraw: (id: string) => Action;
      raise: (id: string) => Action;
      renew: (id: string) => string;
    }
  | null;
type Props = {
  locale: Locale;
  zone: string;
  language: string;
  amendments: readonly Amendment[];
  /** Whether the proposal is open to other words. */
  open: boolean;
  actions: AmendmentActions;
};

/** Other words that were proposed: those that wait in full, those that are answered behind a fold. */
export function AmendmentSection(props: Props) {
  const { locale, zone, amendments } = props;
  if (amendments.length === 0) return null;
  const t = translator(locale, 'innovation');
  return (
    <section className="no-print mt-10 grid gap-4" aria-labelledby="amendments">
      <h2 className="ds-heading m-0" data-size="sm" id="amendments">
        {t('amendments.title')}
      </h2>
      <ul className="m-0 grid list-none gap-4 p-0">
        {amendments.map((one) => (
          <li className="panel grid gap-4 p-5" key={`${one.id} ${one.state}`}>
            <div className="flex flex-wrap items-center gap-3">
              <Tag tone={one.state === 'PENDING' ? 'accent' : 'neutral'}>
                {t(`amendments.states.${one.state}`)}
              </Tag>
              <span className="quiet text-base">
                {t('amendments.from', {
                  organisation: one.organisation ?? t('gone'),
                  date: dayText(locale, zone, one.at),
                })}
              </span>
            </div>
            <One {...props} one={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type OneProps = Props & { one: Amendment };

function One(props: OneProps) {
  const { locale, one } = props;
  const t = translator(locale, 'innovation');
  const said = (
    <div className="grid gap-4">
      <p className="prose m-0 whitespace-pre-line">{t('amendments.why', { reason: one.reason })}</p>
      {one.answer && (
        <p className="prose m-0 whitespace-pre-line">
          {t('amendments.answer', { answer: one.answer })}
        </p>
      )}
      <Changes {...props} />
      <Answering {...props} />
    </div>
  );
  if (one.state === 'PENDING' || (one.state === 'REJECTED' && one.own)) return said;
  return <Disclosure summary={t('history.changed')}>{said}</Disclosure>;
}

function Changes({ locale, language, one }: OneProps) {
  const t = translator(locale, 'innovation');
  const marks = { removed: t('amendments.removed'), added: t('amendments.added') };
  const changed = amendedSections.filter((name) => one.changes[name] !== undefined);
  const stale =
    one.state === 'PENDING' ? changed.filter((name) => one.now[name] !== undefined) : [];
  const part = (name: (typeof changed)[number], after: string, words: [string, string]) => (
    <div key={`${name} ${words[1]}`}>
      <h3 className="ds-heading" data-size="2xs">
        {t(`fields.${name}`)}
      </h3>
      <WordChange
        before={one.before[name] ?? ''}
        after={after}
        language={language}
        words={{ before: words[0], after: words[1], ...marks }}
      />
    </div>
  );
  const whole: [string, string] =
    one.state === 'PENDING' && stale.length === 0
      ? [t('amendments.before'), t('amendments.after')]
      : [t('amendments.whenProposed'), t('amendments.after')];
  return (
    <>
      {changed.map((name) => part(name, one.changes[name] ?? '', whole))}
      {stale.length > 0 && <p className="m-0 font-semibold">{t('amendments.stale')}</p>}
      {stale.map((name) =>
        part(name, one.now[name] ?? '', [t('amendments.whenProposed'), t('amendments.today')]),
      )}
    </>
  );
}

function Answering({ locale, one, open, actions }: OneProps) {
  const t = translator(locale, 'innovation');
  const labels = { ...formLabels(locale), errorSummary: t('refusedTitle') };
  const pending = one.state === 'PENDING';
  const stale = Object.keys(one.now).length > 0;
  if (actions?.side === 'proposers' && pending) {
    return (
      <div className="grid gap-3">
        {open && !stale && (
          <ButtonForm action={actions.accept(one.id)} labels={labels}>
            {t('amendments.accept')}
          </ButtonForm>
        )}
        <Disclosure summary={t('amendments.reject')}>
          <FieldsForm
            action={actions.reject(one.id)}
            labels={labels}
            groups={[{ fields: [answerField(locale)] }]}
            submit={t('amendments.reject')}
            variant="secondary"
          />
        </Disclosure>
      </div>
    );
  }
  if (actions?.side !== 'amender' || !one.own) return null;
  return (
    <div className="flex flex-wrap gap-3">
      {pending && stale && open && (
        <ButtonLink href={actions.renew(one.id)}>{t('amendments.renew')}</ButtonLink>
      )}
      {pending && (
        <ButtonForm action={actions.withdraw(one.id)} labels={labels} variant="secondary">
          {t('amendments.withdraw')}
        </ButtonForm>
      )}
      {one.state === 'REJECTED' && (
        <ButtonForm action={actions.raise(one.id)} labels={labels} variant="secondary">
          {t('amendments.raise')}
        </ButtonForm>
      )}
    </div>
  );
}

function answerField(locale: Locale) {
  const t = translator(locale, 'innovation');
  const words = { label: t('amendments.answerLabel'), hint: t('amendments.answerHint') };
  return { as: 'area', name: 'answer', ...words, required: true } as const;
}
