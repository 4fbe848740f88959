import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { formLabels } from '#components/chrome/form-labels.ts';
import { languageOptions } from '#components/chrome/language-field.ts';
import { RevisionField } from '#components/showroom/draft-form.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import {
  Choices,
  HiddenField,
  SelectField,
  SubmitButton,
  TextField,
} from '#components/ui/form/fields.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter } from '#lib/platform/session/entry.ts';
import {
  allClaimKeys,
  areaOf,
  type ClaimKey,
  claimDetails,
  claimLevels,
  claimValues,
} from '#lib/showroom/claims.ts';
import { contentLimits, type WrittenClaim } from '#lib/showroom/content.ts';
import { saveClaim } from '../../actions.ts';
import { loadDraft, nameOf, PartFrame, type Where } from '../../load.tsx';

type Props = {
  params: Promise<Where & { claim: string }>;
  searchParams: Promise<{ key?: string | string[] }>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, hub, org, demo, claim } = await params;
  const { content } = await loadDraft(await enter(locale, hub, org), demo);
  const { key } = whichClaim(content.claims, claim, (await searchParams).key);
  return { title: key && translator(locale, 'showroom')(`claimKeys.${key}`) };
}

/** The claim that an address names, by its place; or the key of a new one. */
function whichClaim(
  claims: readonly WrittenClaim[],
  which: string,
  asked: string | string[] | undefined,
) {
  const kept = /^\d{1,2}$/.test(which) ? claims[Number(which)] : undefined;
  return { kept, key: kept?.key ?? allClaimKeys.find((one) => one === asked) };
}

/** One claim, new or kept: the fields that its key asks. */
export default async function ClaimPage({ params, searchParams }: Props) {
  const { claim: which, ...where } = await params;
  const { locale, hub, org, demo } = where;
  const { content, revision, open } = await loadDraft(await enter(locale, hub, org), demo);
  const { kept, key } = whichClaim(content.claims, which, (await searchParams).key);
  if (!key || (which !== 'new' && !kept)) notFound();
  const name = translator(locale, 'showroom')(`claimKeys.${key}`);
  return (
    <PartFrame
      where={where}
      open={open}
      part="claims"
      heading={name}
      title={nameOf(locale, content.title)}
    >
      <div className="max-w-2xl">
        <ActionForm
          action={saveClaim.bind(null, where, kept ?? null)}
          labels={formLabels(locale)}
          initial={initialOf(locale, kept)}
          closed={!open}
        >
          <RevisionField revision={revision} />
          <HiddenField name="key" value={key} />
          <Fields locale={locale} claimKey={key} />
          <div>
            <SubmitButton>{translator(locale, 'demoPages')('saveClaim')}</SubmitButton>
          </div>
        </ActionForm>
      </div>
    </PartFrame>
  );
}

function initialOf(locale: Locale, claim: WrittenClaim | undefined): Record<string, string> {
  if (!claim) return { level: 'DECLARED', language: locale };
  const { detail, ...plain } = claim;
  const details = Object.entries(detail).map(([name, text]) => [`detail_${name}`, text]);
  return { ...plain, ...Object.fromEntries(details) };
}

function Fields({ locale, claimKey }: { locale: Locale; claimKey: ClaimKey }) {
  const t = translator(locale, 'demoPages');
  const words = translator(locale, 'showroom');
  const values = claimValues[claimKey];
  const most = { maxLength: contentLimits.claim };
  return (
    <>
      {values ? (
        <SelectField
          name="value"
          label={t('value')}
          needed
          options={[
            { value: '', label: t('choose') },
            ...values.map((value) => ({ value, label: words(`claimValues.${value}`) })),
          ]}
        />
      ) : (
        <TextField name="value" label={t('value')} {...most} />
      )}
      {claimDetails[areaOf(claimKey)].map((name) => (
        <TextField
          key={name}
          name={`detail_${name}`}
          label={words(`claimDetails.${name}`)}
          {...most}
        />
      ))}
      <Choices
        name="level"
        label={t('level')}
        type="radio"
        options={claimLevels.map((value) => ({ value, label: words(`claimLevels.${value}`) }))}
      />
      <SelectField
        name="language"
        label={t('claimLanguage')}
        options={[{ value: '', label: t('claimNoLanguage') }, ...languageOptions()]}
      />
      <TextField name="source" label={t('source')} {...most} />
      <TextField name="sourceUrl" label={t('sourceUrl')} maxLength={300} />
      <TextField name="checkedBy" label={t('checkedBy')} hint={t('checkHint')} {...most} />
      <TextField name="checkedOn" type="date" label={t('checkedOn')} />
      <TextField name="expiresOn" type="date" label={t('expiresOn')} />
    </>
  );
}
