import { redirect } from 'next/navigation';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { doorsOf } from '#lib/platform/session/entry.ts';
import { Frame } from './frame.tsx';

type Words = { title: string; choose: string; none: string };
type Props = { locale: Locale; hub: string; words: Words; hrefOf: (base: string) => string };

/** From a public page to what one does for an organisation: signs in, and asks which where there are several. */
export async function ActingChoice({ locale, hub, words, hrefOf }: Props) {
  const doors = await doorsOf(locale);
  const acting = doors.flatMap(({ hub: at, organisation, organisationName, waiting }) =>
    at === hub && organisation && !waiting
      ? [{ org: organisation, name: organisationName ?? organisation }]
      : [],
  );
  const [one, another] = acting;
  const href = (org: string) => hrefOf(`/${locale}/${hub}/${org}`);
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
