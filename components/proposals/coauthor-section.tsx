import { formLabels } from '#components/chrome/form-labels.ts';
import { dayText, momentText } from '#components/innovation/day.ts';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Coauthor, Writing } from '#lib/proposals/coauthored.ts';

type Action = (before: FormState, form: FormData) => Promise<FormState>;
type MoveMade = 'cancel' | 'remove' | 'leave';
type Props = {
  locale: Locale;
  zone: string;
  coauthors: readonly Coauthor[];
  writings: readonly Writing[];
  /** Whether the reader's organisation began the proposal. */
  own: boolean;
  /** Null once nobody new can come. */
  invite: Action | null;
  move: (id: string, name: MoveMade) => Action;
};

/** Who writes a proposal together: asked, writing and gone; inviting, and what each has saved. */
export function CoauthorSection({ locale, zone, coauthors, writings, own, invite, move }: Props) {
  if (coauthors.length === 0 && !invite) return null;
  const t = translator(locale, 'innovation');
  return (
    <section className="no-print mt-10 grid max-w-3xl gap-4" aria-labelledby="coauthors">
      <h2 className="ds-heading m-0" data-size="sm" id="coauthors">
        {t('coauthors.title')}
      </h2>
      {own && <p className="prose m-0">{t('coauthors.lead')}</p>}
      {coauthors.length > 0 && (
        <ul className="m-0 grid list-none gap-3 p-0">
          {coauthors.map((one) => (
            <Row key={one.id} {...{ locale, zone, one, own, move }} />
          ))}
        </ul>
      )}
      {invite && (
        <FieldsForm
          action={invite}
          labels={{ ...formLabels(locale), errorSummary: t('refusedTitle') }}
          groups={[{ fields: [emailField(locale)] }]}
          submit={t('coauthors.invite')}
          variant="secondary"
        />
      )}
      {coauthors.length > 0 && writings.length > 0 && (
        <Disclosure summary={t('coauthors.writings')}>
          <ol className="m-0 grid list-none gap-2 p-0">
            {writings.map(({ at, person, organisation }) => (
              <li key={`${at.getTime()} ${person}`}>
                {whoOf(locale, person, organisation)}
                <span className="quiet block text-base">{momentText(locale, zone, at)}</span>
              </li>
            ))}
          </ol>
        </Disclosure>
      )}
    </section>
  );
}

function emailField(locale: Locale) {
  const t = translator(locale, 'innovation');
  const words = { label: t('coauthors.email'), hint: t('coauthors.emailHint') };
  return { as: 'text', name: 'email', ...words, required: true, maxLength: 254 } as const;
}

function whoOf(locale: Locale, person: string | null, organisation: string | null): string {
  const t = translator(locale, 'innovation');
  if (person && organisation) return t('coauthors.writes', { person, organisation });
  return person ?? organisation ?? t('coauthors.gone');
}

type RowProps = Pick<Props, 'locale' | 'zone' | 'own' | 'move'> & { one: Coauthor };

function Row({ locale, zone, one, own, move }: RowProps) {
  const t = translator(locale, 'innovation');
  const labels = { ...formLabels(locale), errorSummary: t('refusedTitle') };
  const who =
    one.person || one.organisation ? whoOf(locale, one.person, one.organisation) : one.email;
  const name = moveOf(one, own);
  return (
    <li className="panel flex flex-wrap items-center justify-between gap-3 px-5 py-3">
      <span className="min-w-0 break-words">
        <strong>{who || t('coauthors.gone')}</strong>
        <span className="quiet block text-base">
          {t(`coauthors.since.${one.state}`, { date: dayText(locale, zone, one.at) })}
        </span>
      </span>
      {name && (
        <ButtonForm action={move(one.id, name)} labels={labels} variant="secondary">
          {t(`coauthors.${name}`)}
          {name !== 'leave' && <span className="ds-sr-only"> {who}</span>}
        </ButtonForm>
      )}
    </li>
  );
}

function moveOf({ state, self }: Coauthor, own: boolean): MoveMade | null {
  if (own) return state === 'PENDING' ? 'cancel' : state === 'ACTIVE' ? 'remove' : null;
  return self && state === 'ACTIVE' ? 'leave' : null;
}
