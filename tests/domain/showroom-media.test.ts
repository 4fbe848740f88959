import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diskStore } from '#lib/media/disk.ts';
import { bucketStore } from '#lib/media/s3.ts';
import { mediaServer } from '#lib/media/serving.ts';
import { replaceStore } from '#lib/media/store.ts';
import { closeLimits } from '#lib/platform/limits.ts';
import { enterPublic, type Scope } from '#lib/platform/scope.ts';
import { writeSessionCookie } from '#lib/platform/session/cookie.ts';
import { asideFolder, takeUpload } from '#lib/platform/uploads.ts';
import { feelPulse, type Pulse } from '#lib/platform/watch/pulse.ts';
import { readiness } from '#lib/platform/watch/readiness.ts';
import { createWeb, type Web } from '#lib/platform/web/server.ts';
import type { FileServer } from '#lib/platform/web/web-settings.ts';
import { archiveDemo } from '#lib/showroom/archiving.ts';
import type { ContentInput } from '#lib/showroom/content.ts';
import { decideDemo, sendDemo } from '#lib/showroom/deciding.ts';
import { findDemo } from '#lib/showroom/detail.ts';
import {
  addMedia,
  type CaptionsChange,
  markOf,
  moveMedia,
  saveMedia,
  type Words,
} from '#lib/showroom/media-drafts.ts';
import { findDraftMedia, findShownMedia } from '#lib/showroom/media-reads.ts';
import { findOwnDemo } from '#lib/showroom/version-reads.ts';
import { beginDemo, openDraft } from '#lib/showroom/versions.ts';
import type { CastName } from '#tests/support/cast.ts';
import { captions, film, hashOf, photograph, uploaded } from '#tests/support/media.ts';
import { startS3 } from '#tests/support/s3.ts';
import { makeWorld, type World } from '#tests/support/world.ts';

let world: World;
let cleo: Scope;
let disa: Scope;
let egil: Scope;
let ivar: Scope;
let s3: Awaited<ReturnType<typeof startS3>>;
let folder: string;
let pulse: Pulse;
let web: Web;
let files: FileServer;
let origin: string;
/** What came through to Next's place: the form as an action would get it. */
let forms: FormData[] = [];
let lying: string[] = [];

beforeAll(async () => {
  world = await makeWorld(30);
  [cleo, disa, egil, ivar] = await Promise.all([
    world.enter('cleo'),
    world.enter('disa'),
    world.enter('egil'),
    world.enter('ivar'),
  ]);
  s3 = await startS3();
  folder = mkdtempSync(join(tmpdir(), 'navet-media-'));
  replaceStore(diskStore(folder));
  const address = process.env.DATABASE_URL ?? '';
  pulse = feelPulse(address);
  files = mediaServer();
  const settings = { url: 'http://localhost', anyHost: true, proxies: 0, dev: false };
  const ready = readiness(address, [], pulse);
  const rest = { pulse, readiness: ready, files, routeOf: () => 'page' };
  web = createWeb(page, { ...settings, ...rest });
  await web.warm();
  await new Promise<void>((done) => web.server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(web.server.address() as AddressInfo).port}`;
}, 60_000);
afterAll(async () => {
  web.server.closeAllConnections();
  web.server.close();
  await pulse.stop();
  await closeLimits();
  replaceStore(null);
  await s3.close();
  rmSync(folder, { recursive: true });
  await world.close();
});

/** In Next's place: reads the form as Next does. */
async function page(req: IncomingMessage, res: ServerResponse) {
  if (req.method === 'POST') {
    const parts: Buffer[] = [];
    for await (const part of req) parts.push(part);
    const type = req.headers['content-type'] ?? '';
    forms.push(
      await new Response(Buffer.concat(parts), { headers: { 'content-type': type } }).formData(),
    );
    lying = readdirSync(asideFolder());
  }
  res.setHeader('Content-Type', 'text/html');
  res.end('<h1>sida</h1>');
}

const whole: ContentInput = {
  title: { sv: 'Lås' },
  summary: { sv: 'En dörr som öppnas med mobilen.' },
  body: { sv: 'Hemtjänsten slipper nyckelskåp.' },
  ...{ stage: 'PILOT', areas: ['SAFETY_AT_HOME'], settings: ['HOME_CARE'], audience: ['STAFF'] },
};
const text = (sv = '') => ({ sv, nb: '', en: '' });
const words = (own: Partial<Words> = {}): Words => ({
  ...{ alt: text('En dörr som öppnas'), caption: text(), credit: '', licence: 'OWN' },
  ...{ transcript: text(), ...own },
});
const none: CaptionsChange = { locale: 'sv', upload: null, remove: false };
const begin = async (title: string) =>
  (await beginDemo(cleo, crypto.randomUUID(), { ...whole, title: { sv: title } })).id;
const mediaOf = async (id: string) => (await findOwnDemo(cleo, id)).last.content.media;
async function describeAs(id: string, file: string, own: Partial<Words> = {}, captions = none) {
  const use = (await mediaOf(id)).find((each) => each.file === file);
  await saveMedia(cleo, id, file, { seen: markOf(use as never), words: words(own), captions });
}
const cookieOf = async (who: CastName) =>
  `next-auth.session-token=${await writeSessionCookie(world.session(who), 'a secret for tests and for nothing else')}`;
const ask = async (path: string, who: CastName | null = null, headers: HeadersInit = {}) =>
  fetch(origin + path, {
    headers: { ...headers, ...(who && { cookie: await cookieOf(who) }) },
    redirect: 'manual',
  });
const refused = (field: string, code: string) => ({
  name: 'Refusal',
  fields: { [field]: `media.refusals.${code}` },
});

describe('Pictures and films of a draft', () => {
  it('are put in, described, moved and shown in their order with what belongs to them', async () => {
    const id = await begin('Lås med bilder');
    const picture = await addMedia(cleo, id, uploaded(await photograph(900, 700), 'IMG_1.jpg'));
    const video = await addMedia(disa, id, uploaded(await film('door.webm', ' '), 'dörr.webm'));
    const early = sendDemo(cleo, id);
    await expect(early).rejects.toMatchObject({
      fields: { 'media.0': 'media.refusals.noAlt', 'media.1': 'media.refusals.noAlt' },
    });
    await describeAs(id, picture, {
      caption: text('Hos oss'),
      licence: 'CC_BY',
      credit: 'Foto AB',
    });
    await describeAs(id, video, { alt: text('En hand vid en dörr') });
    await expect(sendDemo(cleo, id)).rejects.toMatchObject({
      fields: { 'media.1': 'media.refusals.noTranscript' },
    });
    const track = { ...none, upload: uploaded(captions(), 'text.vtt') };
    await describeAs(id, video, { alt: text('En hand vid en dörr') }, track);
    const norwegian = { locale: 'nb' as const, upload: uploaded(captions('Døren.'), 't.vtt') };
    await describeAs(
      id,
      video,
      { alt: text('En hand vid en dörr') },
      { ...norwegian, remove: false },
    );
    const gone = { ...norwegian, upload: null, remove: true };
    await describeAs(id, video, { alt: text('En hand vid en dörr') }, gone);
    await moveMedia(cleo, id, video, 'first');
    await sendDemo(cleo, id);
    await decideDemo(ivar, id, { decision: 'publish', reason: '' });
    const visitor = await enterPublic('nord');
    const demo = await findDemo(visitor, 'las-med-bilder');
    const shown = await findShownMedia(visitor, 'las-med-bilder');
    expect(shown.map(({ kind }) => kind)).toEqual(['VIDEO', 'PICTURE']);
    expect(shown[0]?.tracks).toMatchObject([{ locale: 'sv', file: { type: 'text/vtt' } }]);
    expect(shown[1]).toMatchObject({
      credit: 'Foto AB',
      licence: 'CC_BY',
      caption: { sv: 'Hos oss' },
    });
    expect(demo.picture).toBe(`/media/nord/${shown[1]?.file.sha256}-640.webp`);
    expect(demo.pictureAlt).toMatchObject({ sv: 'En dörr som öppnas' });
    const { media } = (await findOwnDemo(cleo, id)).last.content;
    expect(await findDraftMedia(cleo, media)).toMatchObject(shown.map(({ file }) => ({ file })));
  });

  it('go without a trace of them in lists when the last is taken out', async () => {
    const id = await begin('Lås utan bilder');
    const one = await addMedia(cleo, id, uploaded(await photograph(420, 300), 'a.jpg'));
    const two = await addMedia(cleo, id, uploaded(await photograph(430, 300), 'b.jpg'));
    await moveMedia(cleo, id, two, 'earlier');
    expect((await mediaOf(id)).map(({ file }) => file)).toEqual([two, one]);
    await moveMedia(cleo, id, two, 'later');
    expect((await mediaOf(id)).map(({ file }) => file)).toEqual([one, two]);
    await moveMedia(cleo, id, one, 'remove');
    await moveMedia(cleo, id, two, 'remove');
    expect((await findOwnDemo(cleo, id)).last.content.picture.src).toBe('');
  });

  it('are refused as what they may not be, and what stood there stays', async () => {
    const id = await begin('Lås med fel');
    const sent = await photograph(440, 300);
    const file = await addMedia(cleo, id, uploaded(sent, 'IMG_7.jpg'));
    await expect(addMedia(cleo, id, uploaded(sent, 'igen.jpg'))).rejects.toMatchObject(
      refused('file', 'twice'),
    );
    for (const [alt, code] of [
      ['Hos oss', 'altIsCaption'],
      ['img_7', 'altIsName'],
      ['Bild', 'altSaysNothing'],
    ]) {
      await expect(
        describeAs(id, file, { alt: text(alt), caption: text('Hos oss') }),
      ).rejects.toMatchObject(refused('alt.sv', String(code)));
    }
    const wrong = { ...none, upload: uploaded(Buffer.from('1\n00:00'), 'text.srt') };
    await expect(describeAs(id, file, {}, wrong)).rejects.toMatchObject({
      fields: { captionsFile: 'media.refusals.captionsLine' },
    });
    expect((await mediaOf(id))[0]?.alt.sv).toBe('');
    await expect(addMedia(egil, id, uploaded(sent, 'a.jpg'))).rejects.toMatchObject({
      name: 'NotFound',
    });
  });

  it('are written by two at once: a form on older words is refused, on other things it is not', async () => {
    const id = await begin('Lås för två');
    const one = await addMedia(cleo, id, uploaded(await photograph(450, 300), 'a.jpg'));
    const seen = markOf((await mediaOf(id))[0] as never);
    const two = addMedia(disa, id, uploaded(await photograph(460, 300), 'b.jpg'));
    await saveMedia(cleo, id, one, { seen, words: words(), captions: none });
    await two;
    expect(await mediaOf(id)).toHaveLength(2);
    const late = saveMedia(disa, id, one, { seen, words: words({ credit: 'D' }), captions: none });
    await expect(late).rejects.toMatchObject({
      code: 'showroom.refusals.stale',
      detail: { newer: { alt: { sv: 'En dörr som öppnas' } } },
    });
  });
});

describe.each([
  ['a folder', 'mp4', () => diskStore(folder)],
  ['a bucket', 'webm', () => bucketStore(s3.bucket)],
] as const)('A file in %s is answered', (where, ending, open) => {
  const title = `Dörr i ${where}`;
  let id: string;
  let picture: string;
  let video: string;
  let bytes: Buffer;
  beforeAll(async () => {
    replaceStore(open());
    id = await begin(title);
    const sent = await photograph(700, where === 'a folder' ? 500 : 510);
    bytes = await film(`door.${ending}`);
    const [one, two] = [
      await addMedia(cleo, id, uploaded(sent, 'a.jpg')),
      await addMedia(cleo, id, uploaded(bytes, `b.${ending}`)),
    ];
    await describeAs(id, one);
    await describeAs(id, two, { transcript: text('En dörr öppnas av en hand.') });
    picture = `/media/nord/${hashOf(sent)}-320.webp`;
    video = `/media/nord/${hashOf(bytes)}-0.${ending}`;
  });

  it('while it is a draft’s only for its owner’s members and the hub’s readers, and kept by nobody', async () => {
    for (const who of ['cleo', 'disa', 'ivar', 'judit'] as const) {
      const answer = await ask(picture, who);
      expect([who, answer.status]).toEqual([who, 200]);
      expect(answer.headers.get('cache-control')).toBe('private, no-cache');
    }
    for (const who of [null, 'egil', 'alva', 'hedda', 'kari', 'lars', 'nils'] as const) {
      expect([who, (await ask(picture, who)).status]).toEqual([who, 404]);
    }
    const elsewhere = await ask(picture.replace('/nord/', '/innland/'), 'cleo');
    expect(elsewhere.status).toBe(404);
  });

  it('once it is shown for everyone, for good, whole and in part, until it is shown no longer', async () => {
    await sendDemo(cleo, id);
    await decideDemo(ivar, id, { decision: 'publish', reason: '' });
    const answer = await ask(picture);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      ...{ 'content-type': 'image/webp', 'x-content-type-options': 'nosniff' },
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(answer.headers.get('set-cookie')).toBeNull();
    const etag = String(answer.headers.get('etag'));
    expect((await ask(picture, null, { 'if-none-match': etag })).status).toBe(304);
    const everything = await (await ask(video)).arrayBuffer();
    const part = await ask(video, null, { range: 'bytes=100-299' });
    expect([part.status, part.headers.get('content-range')]).toEqual([
      206,
      `bytes 100-299/${everything.byteLength}`,
    ]);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(
      Buffer.from(everything).subarray(100, 300),
    );
    const end = await ask(video, null, { range: 'bytes=-5' });
    expect(Buffer.from(await end.arrayBuffer())).toEqual(Buffer.from(everything).subarray(-5));
    expect((await ask(video, null, { range: 'bytes=999999-' })).status).toBe(416);
    expect((await ask(video, null, { range: 'bytes=0-1', 'if-range': '"other"' })).status).toBe(
      200,
    );
    expect((await ask(picture.replace('-320', '-321'))).status).toBe(404);
    expect((await ask(video.replace(`0.${ending}`, '0.vtt'))).status).toBe(404);
    await archiveDemo(cleo, id);
    files.drop({ hub: 'nord', parts: ['showroom:read'] });
    expect((await ask(picture)).status).toBe(404);
    expect((await ask(picture, 'cleo')).status).toBe(200);
  });
});

describe('What is shown, asked for again', () => {
  it('costs no query until something in the showroom changes', async () => {
    const id = await begin('Dörr i minnet');
    const sent = await photograph(470, 300);
    const file = await addMedia(cleo, id, uploaded(sent, 'a.jpg'));
    await describeAs(id, file);
    await sendDemo(cleo, id);
    await decideDemo(ivar, id, { decision: 'publish', reason: '' });
    const path = `/media/nord/${hashOf(sent)}-300.webp`;
    expect((await ask(path)).status).toBe(200);
    await world.asSystem(
      (db) => db.$executeRaw`delete from demo_media where file_id = ${file}::uuid`,
    );
    expect((await ask(path)).status).toBe(200);
    files.drop({ hub: 'nord', parts: ['project:read'] });
    files.drop({ hub: 'innland', parts: [] });
    expect((await ask(path)).status).toBe(200);
    files.drop({ hub: 'nord', parts: [] });
    expect((await ask(path)).status).toBe(404);
  });
});

describe('A form that brings files', () => {
  const at = '/sv/nord/fjallvard/demos/import';
  const send = async (path: string, form: FormData, who: CastName | null = 'cleo') => {
    forms = [];
    return fetch(origin + path, {
      ...{ method: 'POST', body: form, redirect: 'manual' },
      headers: { accept: 'text/html', ...(who && { cookie: await cookieOf(who) }) },
    });
  };
  const withFile = (bytes: Buffer, name = 'fil å.csv') => {
    const form = new FormData();
    form.set('$ACTION_1:0', '{"id":"x"}');
    form.set('file', new File([new Uint8Array(bytes)], name));
    form.set('note', 'rad ett\r\nrad "två" å');
    return form;
  };

  it('comes through without them, as it was typed, and they lie aside until it is answered', async () => {
    const bytes = Buffer.alloc(900_000, 'x');
    expect((await send(at, withFile(bytes))).status).toBe(200);
    const [form] = forms;
    expect(form?.get('note')).toBe('rad ett\r\nrad "två" å');
    expect(form?.get('$ACTION_1:0')).toBe('{"id":"x"}');
    const upload = takeUpload(form as FormData, 'file');
    expect(upload).toMatchObject({ name: 'fil å.csv', bytes: bytes.length });
    const name = typeof upload === 'object' ? basename(upload?.path ?? '') : '';
    expect(lying).toContain(name);
    // It goes once the answer has left, which its reader may be told before.
    await expect.poll(() => readdirSync(asideFolder())).not.toContain(name);
  });

  it('says that a file is too large, and keeps what was typed', async () => {
    await send(at, withFile(Buffer.alloc(3 * 2 ** 20 + 1)));
    const [form] = forms;
    expect(takeUpload(form as FormData, 'file')).toBe('tooLarge');
    expect(form?.get('note')).toBe('rad ett\r\nrad "två" å');
    expect((await send(at, withFile(Buffer.alloc(7 * 2 ** 20)))).status).toBe(413);
    expect(forms).toEqual([]);
  });

  it('without a file says that none was chosen', async () => {
    await send(at, withFile(Buffer.alloc(0), ''));
    expect(takeUpload(forms[0] as FormData, 'file')).toBeNull();
  });

  it('from nobody, or from who may not send, is not even put aside', async () => {
    const before = readdirSync(asideFolder()).length;
    for (const who of [null, 'egil', 'maja', 'ivar'] as const) {
      const answer = await send(at, withFile(Buffer.alloc(1000)), who);
      const away = who === null ? [303, `/sv/sign-in?next=${encodeURIComponent(at)}`] : [404, null];
      expect([answer.status, answer.headers.get('location')], String(who)).toEqual(away);
    }
    expect(forms).toEqual([]);
    // What others have put there may go meanwhile.
    expect(readdirSync(asideFolder()).length).toBeLessThanOrEqual(before);
  });

  it('to any other address is as small as any form', async () => {
    const answer = await send('/sv/nord/fjallvard/proposals/new', withFile(Buffer.alloc(300_000)));
    expect(answer.status).toBe(413);
  });

  it('cannot name a file that it did not bring', async () => {
    const form = new FormData();
    const upload = '../../../../etc/passwd';
    form.set('file', JSON.stringify({ upload, name: 'x', bytes: 1, over: false }));
    expect(takeUpload(form, 'file')).toBeNull();
  });
});

describe('A published demo', () => {
  it('goes on with its pictures when it is opened for change', async () => {
    const id = await begin('Lås som ändras');
    const file = await addMedia(cleo, id, uploaded(await photograph(480, 300), 'a.jpg'));
    await describeAs(id, file);
    await sendDemo(cleo, id);
    await expect(
      addMedia(cleo, id, uploaded(await photograph(490, 300), 'b.jpg')),
    ).rejects.toMatchObject({ code: 'showroom.refusals.noDraft' });
    await decideDemo(ivar, id, { decision: 'publish', reason: '' });
    await openDraft(cleo, id);
    expect((await mediaOf(id)).map((each) => each.file)).toEqual([file]);
    await moveMedia(cleo, id, file, 'remove');
    const visitor = await enterPublic('nord');
    expect(await findShownMedia(visitor, 'las-som-andras')).toHaveLength(1);
  });
});
