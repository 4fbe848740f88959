import { redirect } from 'next/navigation';
import { Frame } from '#components/chrome/frame.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { doorsOf } from '#lib/platform/session/entry.ts';

type Props = {
  locale: Locale;
  hub: string;
  words: { title: string; choose: string; none: string };
  /** Where it is done for one of one's organisations. */
  href: (org: string) => string;
};

/** From a public page to what one does for an organisation: signs in, and asks which where there are several. */
export async function ChooseOrganisation({ locale, hub, words, href }: Props) {
  const doors = await doorsOf(locale);
  const acting = doors.flatMap(({ hub: at, organisation, organisationName, waiting }) =>
    at === hub && organisation && !waiting
      ? [{ org: organisation, name: organisationName ?? organisation }]
      : [],
  );
  const [one, another] = acting;
  if (one && !another) redirect(href(one.org));
  return (
    <Frame locale={locale} hub={null} items={[]}>
      <PageHeader title={words.title} {...(one && { lead: words.choose })} />
      {!one && <Notice>{words.none}</Notice>}
      <ul className="m-0 grid max-w-xl list-none gap-3 p-0">
        {acting.map(({ org, name }) => (
          <li key={org}>
            <ButtonLink href={href(org)} variant="secondary">
              {name}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Frame>
  );
}
