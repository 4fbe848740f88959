'use server';

import { redirect } from 'next/navigation';
import { buttonForm } from '#lib/organisations/schema.ts';
import { act } from '#lib/platform/action.ts';
import { Refusal } from '#lib/platform/errors.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enter } from '#lib/platform/session/entry.ts';
import { takeUpload, type Upload } from '#lib/platform/uploads.ts';
import { addMedia, moveMedia, saveMedia } from '#lib/showroom/media-drafts.ts';
import { mediaForm, mediaMoveForm } from '#lib/showroom/media-form.ts';

type Place = { locale: Locale; hub: string; org: string; demo: string };

const pageOf = ({ locale, hub, org, demo }: Place) =>
  `/${locale}/${hub}/${org}/demos/${demo}/media`;

/** Takes a picture or film; what is written of it comes next. */
export async function add(place: Place, _: FormState, form: FormData): Promise<FormState> {
  const upload = takeUpload(form, 'file');
  return act(place.locale, buttonForm, form, async () => {
    const scope = await enter(place.locale, place.hub, place.org);
    const file = await addMedia(scope, place.demo, chosen(upload, 'file', 'VIDEO'));
    redirect(`${pageOf(place)}/${file}?done=added`);
  });
}

export async function move(place: Place, _: FormState, form: FormData): Promise<FormState> {
  return act(place.locale, mediaMoveForm, form, async ({ file, move }) => {
    const scope = await enter(place.locale, place.hub, place.org);
    await moveMedia(scope, place.demo, file, move);
    redirect(`${pageOf(place)}?done=${move === 'remove' ? 'removed' : 'moved'}`);
  });
}

/** What is written of one, and its captions. */
export async function save(
  { media, ...place }: Place & { media: string },
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const upload = takeUpload(form, 'captionsFile');
  return act(place.locale, mediaForm, form, async ({ seen, words, locale, remove }) => {
    const scope = await enter(place.locale, place.hub, place.org);
    const file = upload && chosen(upload, 'captionsFile', 'CAPTIONS');
    const captions = { locale, upload: file, remove };
    await saveMedia(scope, place.demo, media, { seen, words, captions });
    redirect(`${pageOf(place)}?done=saved`);
  });
}

function chosen(upload: Upload | 'tooLarge' | null, field: string, kind: 'VIDEO' | 'CAPTIONS') {
  if (upload === null) throw refusal(field, 'noFile');
  if (upload === 'tooLarge') throw refusal(field, `tooLarge.${kind}`);
  return upload;
}

function refusal(field: string, code: string): Refusal {
  return new Refusal('refusals.invalid', { [field]: `media.refusals.${code}` });
}
