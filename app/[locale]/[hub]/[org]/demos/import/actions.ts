'use server';

import { redirect } from 'next/navigation';
import { buttonForm } from '#lib/organisations/schema.ts';
import { act } from '#lib/platform/action.ts';
import { Refusal } from '#lib/platform/errors.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enter } from '#lib/platform/session/entry.ts';
import { takeUpload } from '#lib/platform/uploads.ts';
import { readImport, saveImport } from '#lib/showroom/importing.ts';

type Place = { locale: Locale; hub: string; org: string };

const pageOf = ({ locale, hub, org }: Place) => `/${locale}/${hub}/${org}/demos/import`;

/** Reads a file and leads to what it says; nothing is saved of it yet. */
export async function read(place: Place, _: FormState, form: FormData): Promise<FormState> {
  const upload = takeUpload(form, 'file');
  return act(place.locale, buttonForm, form, async () => {
    if (upload === null || upload === 'tooLarge') {
      const code = upload === null ? 'noFile' : 'tooLarge';
      throw new Refusal('refusals.invalid', { file: `demoImport.refusals.${code}` });
    }
    const scope = await enter(place.locale, place.hub, place.org);
    redirect(`${pageOf(place)}/${await readImport(scope, upload)}`);
  });
}

export async function saveGood(
  { id, ...place }: Place & { id: string },
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return act(place.locale, buttonForm, form, async () => {
    await saveImport(await enter(place.locale, place.hub, place.org), id);
    redirect(`${pageOf(place)}/${id}?done=saved`);
  });
}
