import { cache, type ReactNode } from 'react';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { orNotFound } from '#lib/platform/session/entry.ts';
import { findOwnDemo } from '#lib/showroom/version-reads.ts';

export type Where = { locale: Locale; hub: string; org: string; demo: string };
export type PartName = 'text' | 'facts' | 'claims' | 'needs' | 'links';

/** One of the organisation's own demos, read once for a page. */
export const loadOwn = cache((scope: Scope, demo: string) =>
  orNotFound(() => findOwnDemo(scope, demo)),
);

/**
 * The same where a part of its draft is written, and whether it is open: a colleague may have sent it while
 * somebody writes, whose words are not lost by that.
 */
export async function loadDraft(scope: Scope, demo: string) {
  const { content, revision, state } = (await loadOwn(scope, demo)).last;
  return { content, revision, open: state === 'DRAFT' };
}

type FrameProps = {
  where: Where;
  part: PartName;
  title: string;
  lead?: string;
  /** Of what the page is, where that is less than the whole part. */
  heading?: string;
  open: boolean;
  children: ReactNode;
};

/** What surrounds the form of a part: the way back, and of which demo it is. */
export function PartFrame({ where, part, title, lead, heading, open, children }: FrameProps) {
  const { locale, hub, org, demo } = where;
  const t = translator(locale, 'demoPages');
  const base = `/${locale}/${hub}/${org}/demos`;
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[
          { href: base, label: t('title') },
          { href: `${base}/${demo}`, label: title },
        ]}
      />
      <PageHeader title={heading ?? t(`parts.${part}`)} {...(lead && { lead })} />
      {!open && <Notice tone="warning">{t('notOpen')}</Notice>}
      {children}
    </>
  );
}

export const nameOf = (locale: Locale, title: unknown) =>
  inLocale(title, locale) || translator(locale, 'demoPages')('newTitle');

/** What a form of a draft says besides its fields. */
export function draftWords(locale: Locale) {
  const t = translator(locale, 'demoPages');
  return { newer: t('newer'), newerHint: t('newerHint'), save: t('save'), empty: t('empty') };
}
