import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Said, Step } from '#lib/proposals/rules.ts';
import { dayText, momentText } from './day.ts';

type Props = { locale: Locale; zone: string; story: readonly Step[] };

/** What has happened to a proposal, who did it and when; names only where the reader may know them. */
export function Story({ locale, zone, story }: Props) {
  const t = translator(locale, 'innovation');
  return (
    <section className="mt-10" aria-labelledby="story">
      <h2 className="ds-heading" data-size="sm" id="story">
        {t('document.story')}
      </h2>
      <ol className="m-0 grid list-none gap-4 border-l-2 border-accent-border-subtle p-0 pl-5">
        {story.map((step) => (
          <li key={`${step.kind} ${step.at.getTime()}`}>
            <span className="font-semibold">{t(`story.${step.kind}`)}</span>
            <span className="quiet block text-base">{momentText(locale, zone, step.at)}</span>
            <Signed locale={locale} step={step} />
            {step.said && <Words locale={locale} said={step.said} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Signed({ locale, step }: { locale: Locale; step: Step }) {
  const { person, organisation } = step;
  const t = translator(locale, 'innovation');
  const both = person && organisation ? t('story.by', { person, organisation }) : organisation;
  return both && <span className="quiet block text-base">{both}</span>;
}

/** What was said with a step, as it was written. */
function Words({ locale, said: { words, nextStep, reviewOn } }: { locale: Locale; said: Said }) {
  const t = translator(locale, 'innovation');
  return (
    <div className="mt-1 border-l-2 border-neutral-border-subtle pl-3 text-base">
      <p className="m-0 whitespace-pre-line">{words}</p>
      {nextStep && (
        <p className="m-0 mt-1 whitespace-pre-line">{t('story.nextStep', { words: nextStep })}</p>
      )}
      {reviewOn && (
        <p className="m-0 mt-1">{t('story.until', { date: dayText(locale, 'UTC', reviewOn) })}</p>
      )}
    </div>
  );
}
