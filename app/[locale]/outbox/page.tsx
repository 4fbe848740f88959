import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Frame } from '#components/chrome/frame.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { settings } from '#lib/platform/env.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import { listOutbox } from '#lib/platform/mail.ts';

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'people')('outbox.title') };
}

/** The demo's mail, instead of a mail server. In production there is no such page. */
export default async function OutboxPage({ params }: Props) {
  if (settings().mode !== 'demo') notFound();
  const { locale } = await params;
  const t = translator(locale, 'people');
  const format = formatter(locale, 'Europe/Stockholm');
  const letters = await listOutbox();
  return (
    <Frame locale={locale} hub={null} items={[]}>
      <PageHeader title={t('outbox.title')} lead={t('outbox.lead')} />
      {letters.length === 0 && <EmptyState text={t('outbox.none')} />}
      <ul className="m-0 grid list-none gap-4 p-0">
        {letters.map((letter) => (
          <li className="panel min-w-0 p-5 [overflow-wrap:anywhere]" key={letter.id}>
            <h2 className="ds-heading m-0" data-size="xs">
              {letter.subject}
            </h2>
            <p className="quiet m-0 mt-1 text-base">
              {t('outbox.to')}: {letter.to} · {t('outbox.sent')}{' '}
              {format.dateTime(letter.at, { dateStyle: 'medium', timeStyle: 'short' })}
            </p>
            <Linked text={letter.text} />
          </li>
        ))}
      </ul>
    </Frame>
  );
}

/** Plain text as it stands, its addresses as links. */
function Linked({ text }: { text: string }) {
  const parts = text.split(/(https?:\/\/\S+)/);
  return (
    <p className="mt-3 mb-0 whitespace-pre-wrap">
      {parts.map((part) =>
        part.startsWith('http') ? (
          <a href={part} key={part}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </p>
  );
}
