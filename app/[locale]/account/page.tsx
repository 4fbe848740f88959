import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { doorPath } from '#components/chrome/doors.ts';
import { Frame } from '#components/chrome/frame.tsx';
import { OperatorDoor } from '#components/house/operator-door.tsx';
import { Answers } from '#components/organisations/answers.tsx';
import { Done } from '#components/people/done.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { type Door, findSessionPerson, listAnswers, listDoors } from '#lib/platform/scope.ts';
import { askToSignIn, currentSession } from '#lib/platform/session/entry.ts';
import { signOut } from '../sign-in/actions.ts';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Partial<Record<'hub' | 'enter' | 'done', string | string[]>>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'people')('account.title') };
}

/** For whom to act; someone who can only mean one place is led straight there. */
export default async function AccountPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { hub, enter, done } = await searchParams;
  const session = await currentSession();
  const person = session && (await findSessionPerson(session));
  if (!session || !person) return askToSignIn(locale);
  const doors = await listDoors(session);
  const here = doors.filter((door) => door.hub === hub);
  const only = here.length === 1 ? here[0] : enter && doors.length === 1 ? doors[0] : undefined;
  if (only) redirect(doorPath(locale, only));
  const answers = await listAnswers(session);
  const t = translator(locale, 'people');
  return (
    <Frame locale={locale} hub={null} items={[]} reader={person.name}>
      <PageHeader title={t('account.title')} lead={t('account.lead')} />
      <Done
        sentences={{ left: t('account.left'), withdrawn: t('account.withdrawn') }}
        done={done}
      />
      <p>{t('account.signedInAs', { name: person.name })}</p>
      {doors.length === 0 ? (
        <EmptyState text={t('account.none')} />
      ) : (
        <Doors locale={locale} doors={doors} />
      )}
      <Answers locale={locale} answers={answers} />
      <OperatorDoor locale={locale} />
      <p className="mt-8 mb-0">
        <a href={`/${locale}/account/security`}>
          {translator(locale, 'identity')('security.title')}
        </a>
      </p>
      <p className="mt-2 mb-0">
        <a href={`/${locale}/account/data`}>{translator(locale, 'rights')('mine.title')}</a>
      </p>
      <form className="mt-4" action={signOut.bind(null, locale)}>
        <button className="ds-button" data-variant="tertiary" type="submit">
          {translator(locale, 'site')('signOut')}
        </button>
      </form>
    </Frame>
  );
}

function Doors({ locale, doors }: { locale: Locale; doors: Door[] }) {
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
    </ul>
  );
}
