import { Tag } from '#components/ui/tag.tsx';
import type { TakingPart } from '#lib/organisations/judging.ts';
import { writtenNumber } from '#lib/organisations/numbers.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

type PartProps = { locale: Locale; organisation: TakingPart };

/** What was applied for, by whom, and what the number and the mail address say of it. */
export function Applied({ locale, organisation }: PartProps) {
  const t = translator(locale, 'organisations');
  const { application } = organisation;
  return (
    <section aria-labelledby="application">
      <h2 className="ds-heading" data-size="sm" id="application">
        {t('judge.application')}
      </h2>
      {!application && <p className="quiet">{t('judge.noApplication')}</p>}
      <dl className="panel m-0 grid grid-cols-1 gap-4 p-5 sm:grid-cols-2">
        {factsOf(locale, organisation).map(([term, fact]) => (
          <div key={term}>
            <dt className="quiet text-base">{term}</dt>
            <dd className="m-0 break-words font-medium">
              <Addressed text={fact} />
            </dd>
          </div>
        ))}
        {application && (
          <div className="sm:col-span-2">
            <dt className="quiet text-base">{t('judge.why')}</dt>
            <dd className="m-0 whitespace-pre-line break-words" lang={application.locale}>
              {application.why}
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

/** A mail address that does not fit on a line goes on before its @. */
function Addressed({ text }: { text: string }) {
  const [before, ...rest] = text.split('@');
  if (rest.length === 0) return text;
  return (
    <>
      {before}
      <wbr />@{rest.join('@')}
    </>
  );
}

function factsOf(locale: Locale, organisation: TakingPart): [string, string][] {
  const t = translator(locale, 'organisations');
  const { application, country, organisationNumber: number, town } = organisation;
  const facts: [string, string][] = [
    [t('judge.kind'), translator(locale, 'site')(`kinds.${organisation.kind}`)],
    ...(town ? [[t('judge.town'), town] as [string, string]] : []),
    [
      t('judge.number'),
      numberText(
        locale,
        country,
        number ?? application?.answeredNumber ?? application?.organisationNumber,
      ),
    ],
  ];
  if (!application) return facts;
  const { officialCode, applicantName, workRole, email } = application;
  if (officialCode) facts.push([t('judge.officialCode'), officialCode]);
  facts.push([t('judge.applicant'), `${applicantName}, ${workRole}, ${email}`]);
  facts.push([t('judge.mail'), mailText(locale, organisation.mail)]);
  return facts;
}

function numberText(locale: Locale, country: 'SE' | 'NO', number: string | null | undefined) {
  const t = translator(locale, 'organisations');
  return number
    ? `${writtenNumber(country, number)} (${t('judge.numberRight')})`
    : t('judge.numberNone');
}

function mailText(locale: Locale, mail: TakingPart['mail']): string {
  const t = translator(locale, 'organisations');
  if (!mail) return '';
  const own = { true: 'judge.mailOwn', false: 'judge.mailOther', null: 'judge.mailUnknown' };
  const names = new Intl.ListFormat(locale).format(mail.others);
  const said = [
    mail.free ? t('judge.mailFree') : t(own[`${mail.own}`]),
    ...(mail.others.length > 0 ? [t('judge.mailTaken', { names })] : []),
  ];
  return `${mail.domain}. ${said.join(' ')}`;
}

type SimilarProps = { locale: Locale; base: string; similar: TakingPart['similar'] };

/** Others of nearly the same name: it may be the same body twice. */
export function Resembling({ locale, base, similar }: SimilarProps) {
  const t = translator(locale, 'organisations');
  return (
    <section aria-labelledby="similar">
      <h2 className="ds-heading" data-size="sm" id="similar">
        {t('judge.similar')}
      </h2>
      {similar.length === 0 && <p className="quiet">{t('judge.noSimilar')}</p>}
      <ul className="m-0 grid list-none grid-cols-1 gap-3 p-0">
        {similar.map(({ slug, name, state }) => (
          <li className="flex flex-wrap items-center gap-3" key={slug}>
            <a className="inline-flex min-h-8 items-center" href={`${base}/${slug}`}>
              {name}
            </a>
            <Tag>{t(`judge.state.${state}`)}</Tag>
          </li>
        ))}
      </ul>
    </section>
  );
}

type PeopleProps = { locale: Locale; people: TakingPart['people'] };

export function TheirPeople({ locale, people }: PeopleProps) {
  const t = translator(locale, 'organisations');
  const words = translator(locale, 'people');
  return (
    <section aria-labelledby="people">
      <h2 className="ds-heading" data-size="sm" id="people">
        {t('judge.people')}
      </h2>
      {people.length === 0 && <p className="quiet">{t('judge.noPeople')}</p>}
      <ul className="m-0 grid list-none grid-cols-1 gap-3 p-0">
        {people.map(({ name, email, role }) => (
          <li className="break-words" key={email}>
            <strong className="font-medium">{name}</strong> <Tag>{words(`roles.${role}`)}</Tag>
            <span className="quiet block text-base">{email}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
