import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { doorPath } from '#components/chrome/doors.ts';
import { Frame } from '#components/chrome/frame.tsx';
import { OperatorDoor } from '#components/house/operator-door.tsx';
import { Answers } from '#components/organisations/answers.tsx';
import { Done } from '#components/ui/done.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { nameAt } from '#lib/organisations/reads.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { type Door, findSessionPerson, listAnswers, listDoors } from '#lib/platform/scope.ts';
import { askToSignIn, currentSession, enterOwn } from '#lib/platform/session/entry.ts';
import { signOut } from '../sign-in/actions.ts';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Partial<Record<'hub' | 'enter' | 'done' | 'from', string | string[]>>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'people')('account.title') };
}

/** For whom to act; someone who can only mean one place is led straight there. */
export default async function AccountPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { hub, enter, done, from } = await searchParams;
  const session = await currentSession();
  const person = session && (await findSessionPerson(session));
  if (!session || !person) return askToSignIn(locale);
  const doors = await listDoors(session);
  const here = doors.filter((door) => door.hub === hub);
  const only = here.length === 1 ? here[0] : enter && doors.length === 1 ? doors[0] : undefined;
  if (only) redirect(doorPath(locale, only));
  const answers = await listAnswers(session);
  const operates = (await enterOwn(locale)).may('hub:create');
  const anywhere = doors.length > 0 || operates;
  const organisation = (done === 'left' && (await nameAt(from))) || 'none';
  const t = translator(locale, 'people');
  return (
    <Frame locale={locale} hub={null} items={[]} reader={person.name}>
      <PageHeader
        title={t('account.title')}
        lead={anywhere ? t('account.lead') : t('account.signedInAs', { name: person.name })}
      />
      <Done
        sentences={{ left: t('account.left', { organisation }), withdrawn: t('account.withdrawn') }}
        done={done}
      />
      {anywhere && <p>{t('account.signedInAs', { name: person.name })}</p>}
      {anywhere && <Doors {...{ locale, doors, operates }} />}
      {!anywhere && answers.length === 0 && <EmptyState text={t('account.none')} />}
      {!anywhere && answers.length > 0 && <p>{t('account.noneNow')}</p>}
      <Answers locale={locale} answers={answers} />
      <section className="mt-10" aria-labelledby="own">
        <h2 className="ds-heading" data-size="sm" id="own">
          {t('account.own')}
        </h2>
        <ul className="m-0 grid list-none gap-1 p-0">
          <li>
            <a className="inline-flex min-h-8 items-center" href={`/${locale}/account/security`}>
              {translator(locale, 'identity')('security.title')}
            </a>
          </li>
          <li>
            <a className="inline-flex min-h-8 items-center" href={`/${locale}/account/letters`}>
              {translator(locale, 'letterChoices')('title')}
            </a>
          </li>
          <li>
            <a className="inline-flex min-h-8 items-center" href={`/${locale}/account/data`}>
              {translator(locale, 'rights')('mine.title')}
            </a>
          </li>
        </ul>
        <form className="mt-4" action={signOut.bind(null, locale)}>
          <button className="ds-button" data-variant="secondary" data-size="sm" type="submit">
            {translator(locale, 'site')('signOut')}
          </button>
        </form>
      </section>
    </Frame>
  );
}

type DoorsProps = { locale: Locale; doors: Door[]; operates: boolean };

function Doors({ locale, doors, operates }: DoorsProps) {
  const t = translator(locale, 'people');
  return (
    <ul className="m-0 grid list-none gap-4 p-0 sm:grid-cols-2">
      {doors.map((door) => (
        <li className="panel card-link p-5" key={doorPath(locale, door)}>
          <h2 className="ds-heading m-0" data-size="xs">
            <a href={doorPath(locale, door)}>{door.organisationName ?? t('account.house')}</a>
          </h2>
          <p className="quiet m-0 mt-1">{door.hubName}</p>
        </li>
      ))}
      {operates && <OperatorDoor locale={locale} />}
    </ul>
  );
}
