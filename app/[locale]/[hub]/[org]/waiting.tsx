import { placesOf } from '#components/leases/words.ts';
import type { ToSign } from '#lib/leases/reads.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { OwnProject } from '#lib/projects/reads.ts';
import type { OwnProposal } from '#lib/proposals/reads.ts';

type Props = {
  locale: Locale;
  base: string;
  /** What an administrator is to sign or decline. */
  toSign: readonly ToSign[];
  overview: { proposals: OwnProposal[]; projects: OwnProject[]; unread: number };
};

/** What the organisation can do something about today, each with the way there. */
export function Waiting({ locale, base, overview, toSign }: Props) {
  const t = translator(locale, 'innovation');
  const rows = [...toSignRows(locale, base, toSign), ...rowsOf(locale, base, overview)];
  return (
    <section className="rounded-xl bg-accent-background-tinted p-6" aria-labelledby="waits">
      <h2 className="ds-heading" data-size="xs" id="waits">
        {t('overview.waits')}
      </h2>
      {rows.length === 0 && <p className="m-0">{t('overview.nothingWaits')}</p>}
      <ul className="m-0 grid list-none gap-1 p-0">
        {rows.map((row) => (
          <li key={`${row.href} ${row.text}`}>
            <a className="inline-flex min-h-8 items-center" href={row.href}>
              {row.text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function toSignRows(locale: Locale, base: string, toSign: readonly ToSign[]) {
  const t = translator(locale, 'leases');
  return toSign.map((lease) => ({
    href: `${base}/leases/${lease.id}`,
    text: t(lease.isOffer ? 'toSign.offer' : 'toSign.change', { places: placesOf(locale, lease) }),
  }));
}

function rowsOf(locale: Locale, base: string, { proposals, projects, unread }: Props['overview']) {
  const t = translator(locale, 'innovation');
  const notices =
    unread > 0 ? [{ href: `${base}/notices`, text: t('overview.unread', { count: unread }) }] : [];
  const invitations = projects
    .filter(({ parties }) => parties.some(({ state }) => state === 'INVITED'))
    .map(({ slug, title }) => ({
      href: `${base}/projects/${slug}`,
      text: t('overview.invited', { title: inLocale(title, locale) }),
    }));
  const drafts = proposals
    .filter(({ state }) => state === 'DRAFT')
    .map(({ id, title, missing }) => ({
      href: `${base}/proposals/${id}/edit`,
      text: t(missing.length === 0 ? 'overview.draftReady' : 'overview.draftMissing', {
        title: title || t('untitled'),
        count: missing.length,
      }),
    }));
  const asked = proposals
    .filter(({ state }) => state === 'NEEDS_INFO')
    .map(({ id, title }) => ({
      href: `${base}/proposals/${id}`,
      text: t('overview.asked', { title }),
    }));
  return [...notices, ...asked, ...invitations, ...drafts];
}
