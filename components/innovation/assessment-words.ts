import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { answers, criteria, maturities } from '#lib/proposals/assessment.ts';
import type { AssessmentWords } from './assessment-form.tsx';

/** The words of an assessment's form, and which organisations can be suggested. */
export function assessmentWords(
  locale: Locale,
  bodies: readonly { id: string; name: string }[],
): AssessmentWords {
  const t = translator(locale, 'innovation');
  return {
    heading: t('assessment.title'),
    lead: t('assessment.lead'),
    maturity: {
      label: t('assessment.maturity'),
      hint: t('assessment.maturityHint'),
      options: maturities.map((value) => ({ value, label: t(`assessment.levels.${value}`) })),
    },
    criteria: criteria.map((name) => ({
      name,
      label: t(`assessment.criteria.${name}`),
      comment: t('assessment.comment', { about: t(`assessment.about.${name}`) }),
    })),
    answers: answers.map((value) => ({ value, label: t(`assessment.answers.${value}`) })),
    commentHint: t('assessment.commentHint'),
    summary: { label: t('assessment.summary'), hint: t('assessment.summaryHint') },
    bodies: {
      label: t('assessment.bodies'),
      hint: t('assessment.bodiesHint'),
      options: bodies.map(({ id, name }) => ({ value: id, label: name })),
    },
    save: t('assessment.save'),
    send: t('assessment.send'),
  };
}
