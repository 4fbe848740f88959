'use client';

import { useParams } from 'next/navigation';
import { defaultLocale, isLocale, type Locale } from '#lib/platform/i18n/locales.ts';

// Sent to the browser whole, so it carries its few words itself instead of every message.
const words: Record<Locale, { title: string; text: string; again: string }> = {
  sv: {
    title: 'Något gick fel hos oss',
    text: 'Felet är antecknat. Försök igen om en stund. Ange gärna det här numret om du kontaktar oss:',
    again: 'Försök igen',
  },
  nb: {
    title: 'Noe gikk galt hos oss',
    text: 'Feilen er notert. Prøv igjen om litt. Oppgi gjerne dette nummeret hvis du kontakter oss:',
    again: 'Prøv igjen',
  },
  en: {
    title: 'Something went wrong on our side',
    text: 'The fault has been noted. Please try again in a while. If you contact us, give this number:',
    again: 'Try again',
  },
};

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: Props) {
  const { locale: first = '' } = useParams<{ locale: string }>();
  const t = words[isLocale(first) ? first : defaultLocale];
  return (
    <main className="wrap py-16" id="content">
      <h1 className="ds-heading" data-size="lg">
        {t.title}
      </h1>
      <p>
        {t.text} <code>{error.digest ?? '–'}</code>
      </p>
      <p>
        <button className="ds-button" type="button" onClick={reset}>
          {t.again}
        </button>
      </p>
    </main>
  );
}
