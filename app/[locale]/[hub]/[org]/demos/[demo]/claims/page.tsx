import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { claimWords } from '#components/showroom/demo-words.ts';
import { DoneIn } from '#components/ui/done.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { today } from '#lib/platform/clock.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter } from '#lib/platform/session/entry.ts';
import { claimAreas, claimKeys, hasRunOut } from '#lib/showroom/claims.ts';
import type { WrittenClaim } from '#lib/showroom/content.ts';
import { removeClaim } from '../actions.ts';
import { loadDraft, nameOf, PartFrame, type Where } from '../load.tsx';

type Props = { params: Promise<Where>; searchParams: Promise<{ done?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'demoPages')('parts.claims') };
}

/** What a demo claims, each with who checked it, and the way to one more. */
export default async function ClaimsPage({ params, searchParams }: Props) {
  const where = await params;
  const { locale, hub, org, demo } = where;
  const scope = await enter(locale, hub, org);
  const { content, revision, open } = await loadDraft(scope, demo);
  const t = translator(locale, 'demoPages');
  const day = today(scope.hub.zone).toString();
  return (
    <PartFrame
      where={where}
      open={open}
      part="claims"
      title={nameOf(locale, content.title)}
      lead={t('claimsLead')}
    >
      <DoneIn locale={locale} part="demoPages" done={(await searchParams).done} />
      {content.claims.length === 0 && <EmptyState text={t('claimsNone')} />}
      <ul className="m-0 grid max-w-3xl list-none gap-3 p-0">
        {content.claims.map((claim, n) => (
          <Row
            // A key may come twice: studies, framework agreements.
            key={`${claim.key} ${String(n)}`}
            where={where}
            claim={claim}
            n={n}
            revision={revision}
            open={open}
            ranOut={hasRunOut(claim, day)}
          />
        ))}
      </ul>
      {open && <Adding locale={locale} />}
    </PartFrame>
  );
}

type RowProps = {
  where: Where;
  claim: WrittenClaim;
  n: number;
  revision: number;
  open: boolean;
  ranOut: boolean;
};

function Row({ where, claim, n, revision, open, ranOut }: RowProps) {
  const { locale, hub, org, demo } = where;
  const t = translator(locale, 'demoPages');
  const name = translator(locale, 'showroom')(`claimKeys.${claim.key}`);
  return (
    <li className="panel flex flex-wrap items-center justify-between gap-4 px-5 py-3">
      <div className="min-w-0">
        <strong>{name}</strong> {ranOut && <em>{t('ranOut')}</em>}
        <span className="quiet block text-base">{claimWords(locale, claim)}</span>
      </div>
      {open && (
        <div className="flex flex-wrap items-center gap-4">
          <a href={`/${locale}/${hub}/${org}/demos/${demo}/claims/${n}`}>
            {t('change')}
            <span className="ds-sr-only"> {name}</span>
          </a>
          <ButtonForm
            action={removeClaim.bind(null, where, n, revision)}
            labels={formLabels(locale)}
            variant="secondary"
          >
            {t('remove')}
            <span className="ds-sr-only"> {name}</span>
          </ButtonForm>
        </div>
      )}
    </li>
  );
}

/** Chooses which: the form that follows asks just what that one needs. */
function Adding({ locale }: { locale: Locale }) {
  const t = translator(locale, 'demoPages');
  const words = translator(locale, 'showroom');
  return (
    <form
      method="get"
      action="claims/new"
      className="mt-8 flex max-w-3xl flex-wrap items-end gap-4"
    >
      <div className="ds-field grow">
        <label className="ds-label" htmlFor="key">
          {t('addClaim')}
        </label>
        <select className="ds-input" id="key" name="key" required>
          {claimAreas.map((area) => (
            <optgroup key={area} label={words(`claimAreas.${area}`)}>
              {claimKeys[area].map((key) => (
                <option key={key} value={key}>
                  {words(`claimKeys.${key}`)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <button className="ds-button" type="submit">
        {t('add')}
      </button>
    </form>
  );
}
