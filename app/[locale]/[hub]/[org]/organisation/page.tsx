import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { sentencesOf } from '#components/people/sentences.ts';
import { Done } from '#components/ui/done.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { SubmitButton, TextArea, TextField } from '#components/ui/form/fields.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { writtenNumber } from '#lib/organisations/numbers.ts';
import { isOfficial } from '#lib/organisations/rules.ts';
import { limits } from '#lib/organisations/schema.ts';
import { findSettings } from '#lib/organisations/settings.ts';
import type { Locale, Text } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { findShown } from '#lib/workspace/shown.ts';
import { addOne, removeOne, save, setNumber } from './actions.ts';
import { Shown } from './shown.tsx';

type Props = {
  params: Promise<{ locale: Locale; hub: string; org: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};
type Place = { locale: Locale; hub: string; org: string };
type Settings = Awaited<ReturnType<typeof findSettings>>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'organisations')('settings.title') };
}

export default async function SettingsPage({ params, searchParams }: Props) {
  const { locale, hub, org } = await params;
  const scope = await enter(locale, hub, org);
  const settings = await orNotFound(() => findSettings(scope));
  const shown = await orNotFound(() => findShown(scope));
  const t = translator(locale, 'organisations');
  const names = ['saved', 'domainAdded', 'domainRemoved', 'number', 'shown'] as const;
  const place = { locale, hub, org };
  return (
    <>
      <PageHeader title={t('settings.title')} lead={t('settings.lead')} />
      <Done
        sentences={sentencesOf(locale, 'organisations', 'settings.done', names)}
        done={(await searchParams).done}
      />
      <p>
        <a href={`/${locale}/${hub}/organisations/${org}`}>{t('settings.publicPage')}</a>
      </p>
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[3fr_2fr]">
        <About place={place} settings={settings} />
        <div className="grid content-start gap-10">
          <Fixed place={place} settings={settings} />
          <Shown place={place} organisation={settings.name} {...shown} />
          <Domains place={place} domains={settings.domains} />
        </div>
      </div>
    </>
  );
}

function About({ place, settings }: { place: Place; settings: Settings }) {
  const t = translator(place.locale, 'organisations');
  const about = (settings.about ?? {}) as Partial<Text>;
  const initial = {
    name: settings.name,
    shortName: settings.shortName,
    town: settings.town,
    aboutSv: about.sv ?? '',
    aboutNb: about.nb ?? '',
    aboutEn: about.en ?? '',
  };
  const rest = { hint: t('settings.aboutHint'), rows: 4, maxLength: limits.about };
  return (
    <ActionForm action={save.bind(null, place)} labels={formLabels(place.locale)} initial={initial}>
      {isOfficial(settings.kind) ? (
        <p className="m-0">
          <strong className="block">{settings.name}</strong>
          <span className="quiet text-base">{t('settings.officialName')}</span>
        </p>
      ) : (
        <TextField
          name="name"
          label={t('settings.name')}
          hint={t('settings.nameHint')}
          maxLength={limits.name}
          required
        />
      )}
      <TextField
        name="shortName"
        label={t('settings.shortName')}
        maxLength={limits.shortName}
        required
      />
      <TextField name="town" label={t('settings.town')} maxLength={limits.town} required />
      <TextArea name="aboutSv" label={t('settings.about.sv')} {...rest} />
      <TextArea name="aboutNb" label={t('settings.about.nb')} {...rest} />
      <TextArea name="aboutEn" label={t('settings.about.en')} {...rest} />
      <div>
        <SubmitButton>{t('settings.save')}</SubmitButton>
      </div>
    </ActionForm>
  );
}

function Fixed({ place, settings }: { place: Place; settings: Settings }) {
  const { locale } = place;
  const t = translator(locale, 'organisations');
  const { country, organisationNumber: number } = settings;
  const hint = isOfficial(settings.kind) ? 'numberHintPublic' : 'numberHint';
  const rows = [
    [t('judge.kind'), translator(locale, 'site')(`kinds.${settings.kind}`)],
    ...(number ? [[t('judge.number'), writtenNumber(country, number)]] : []),
  ];
  return (
    <section aria-labelledby="fixed">
      <h2 className="ds-heading" data-size="sm" id="fixed">
        {t('settings.fixed')}
      </h2>
      <dl className="m-0 grid gap-3">
        {rows.map(([term, fact]) => (
          <div key={term}>
            <dt className="quiet text-base">{term}</dt>
            <dd className="m-0 font-medium">{fact}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet mt-3 text-base">
        {t(number ? 'settings.fixedText' : 'settings.fixedKind')}
      </p>
      {number === null && (
        <ActionForm action={setNumber.bind(null, place)} labels={formLabels(locale)}>
          <TextField
            name="number"
            label={t('settings.number')}
            hint={`${t(`apply.fields.${hint}.${country}`)} ${t('settings.numberOnce')}`}
            required
          />
          <div>
            <SubmitButton variant="secondary">{t('settings.numberSave')}</SubmitButton>
          </div>
        </ActionForm>
      )}
    </section>
  );
}

function Domains({ place, domains }: { place: Place; domains: readonly string[] }) {
  const t = translator(place.locale, 'organisations');
  const labels = formLabels(place.locale);
  return (
    <section aria-labelledby="domains">
      <h2 className="ds-heading" data-size="sm" id="domains">
        {t('settings.domains')}
      </h2>
      <p className="quiet text-base">{t('settings.domainsText')}</p>
      {domains.length === 0 && <p>{t('settings.noDomains')}</p>}
      <ul className="m-0 mb-6 grid list-none grid-cols-1 gap-2 p-0">
        {domains.map((domain) => (
          <li className="flex flex-wrap items-center justify-between gap-3" key={domain}>
            <strong className="min-w-0 break-words">{domain}</strong>
            <ActionForm action={removeOne.bind(null, { ...place, domain })} labels={labels}>
              <SubmitButton variant="tertiary" tone="danger">
                {t('settings.removeDomain', { domain })}
              </SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
      <ActionForm action={addOne.bind(null, place)} labels={labels}>
        <TextField
          name="domain"
          label={t('settings.domain')}
          hint={t('settings.domainHint')}
          required
        />
        <div>
          <SubmitButton variant="secondary">{t('settings.addDomain')}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}
