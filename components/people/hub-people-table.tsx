import { Tag } from '#components/ui/tag.tsx';
import type { listHubPeople } from '#lib/people/hub.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

type Person = Awaited<ReturnType<typeof listHubPeople>>['people'][number];
type Props = { locale: Locale; base: string; people: readonly Person[] };

/** Everyone at the hub: for whom they act, and what they do for the hub itself. */
export function HubPeopleTable({ locale, base, people }: Props) {
  const t = translator(locale, 'people');
  return (
    <ul className="m-0 grid list-none grid-cols-1 gap-3 p-0">
      {people.map((person) => (
        <li className="panel grid gap-x-6 gap-y-2 p-4 md:grid-cols-[2fr_3fr_auto]" key={person.id}>
          <div className="min-w-0">
            <strong className="block">{person.name}</strong>
            <span className="quiet block break-words text-base">{person.email}</span>
          </div>
          <div className="min-w-0 text-base">
            {person.memberships.map(({ role, organisation }) => (
              <p className="m-0" key={organisation.slug}>
                {organisation.name} ({t(`roles.${role}`)})
              </p>
            ))}
            <p className="m-0 mt-1 flex flex-wrap gap-2 empty:hidden">
              {person.hubRoles.map((role) => (
                <Tag key={role} tone="accent">
                  {t(`roles.${role}`)}
                </Tag>
              ))}
            </p>
          </div>
          <a
            className="inline-flex min-h-11 items-center self-center"
            href={`${base}/${person.id}`}
          >
            {t('hub.change')}
            <span className="ds-sr-only"> {person.name}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
