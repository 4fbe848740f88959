import { type Block, pdfOf } from '#components/documents/pdf.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { ListRecord } from './record.ts';

/** A locked list as a PDF that can be read aloud. */
export function listPdf(locale: Locale, record: ListRecord, made: Date): Promise<Buffer> {
  return pdfOf(locale, record.title, made, blocksOf(locale, record));
}

function blocksOf(locale: Locale, record: ListRecord): Block[] {
  const t = translator(locale, 'lists');
  const facts = (all: readonly { label: string; value: string }[]): Block[] =>
    all.map(({ label, value }) => ({ as: 'text', text: `${label}: ${value}` }));
  const demos = record.demos.flatMap((demo): Block[] => {
    const claims = demo.claims.map(({ name, lines }) => [name, ...lines].join('. '));
    return [
      { as: 2, text: demo.title },
      ...(demo.summary ? [{ as: 'text' as const, text: demo.summary }] : []),
      ...facts(demo.facts),
      ...(demo.choice ? [{ as: 'strong' as const, text: demo.choice }] : []),
      { as: 3, text: t('claims') },
      claims.length === 0 ? { as: 'text', text: t('claimsNone') } : { as: 'list', items: claims },
    ];
  });
  const decisions = record.decisions.flatMap((decision): Block[] => [
    { as: 3, text: decision.title },
    { as: 'text', text: decision.by },
    { as: 'list', items: decision.lines },
  ]);
  return [
    { as: 1, text: record.title },
    ...facts(record.facts),
    { as: 'text', text: record.neutral },
    ...demos,
    { as: 2, text: t('decision') },
    ...(decisions.length === 0 ? [{ as: 'text' as const, text: t('decisionNone') }] : decisions),
  ];
}
