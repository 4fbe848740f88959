import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import ExifReader from 'exifreader';
import sharp from 'sharp';
import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { removeUnused } from '#lib/media/cleaning.ts';
import { diskStore } from '#lib/media/disk.ts';
import { fileNames, type ShownFile } from '#lib/media/rules.ts';
import { bucketStore } from '#lib/media/s3.ts';
import { sendCaptions, sendMedia } from '#lib/media/sending.ts';
import { replaceStore, type Store, store } from '#lib/media/store.ts';
import { stopClock } from '#lib/platform/clock.ts';
import { databaseFault } from '#lib/platform/errors.ts';
import { enterSystem, type Scope } from '#lib/platform/scope.ts';
import { mediaUse } from '#lib/showroom/media.ts';
import { beginDemo, saveDraft } from '#lib/showroom/versions.ts';
import { captions, film, hashOf, photograph, uploaded } from '#tests/support/media.ts';
import { startS3 } from '#tests/support/s3.ts';
import { makeWorld, type World } from '#tests/support/world.ts';

let world: World;
let cleo: Scope;
let disa: Scope;
let egil: Scope;
let s3: Awaited<ReturnType<typeof startS3>>;
let folder: string;

beforeAll(async () => {
  world = await makeWorld();
  [cleo, disa, egil] = await Promise.all([
    world.enter('cleo'),
    world.enter('disa'),
    world.enter('egil'),
  ]);
  s3 = await startS3();
  folder = mkdtempSync(join(tmpdir(), 'navet-media-'));
});
beforeEach(() => replaceStore(diskStore(folder)));
afterEach(() => stopClock(null));
afterAll(async () => {
  replaceStore(null);
  await s3.close();
  rmSync(folder, { recursive: true });
  await world.close();
});

const at = (scope: Scope, { id }: ShownFile, name: string) => `${scope.hub.id}/${id}/${name}`;
const bytesOf = async (key: string) => {
  const stream = await store().read(key);
  return stream && buffer(stream);
};
const refused = (code: string, field = 'file') => ({
  name: 'Refusal',
  fields: { [field]: `media.refusals.${code}` },
});

describe.each<[string, () => Store]>([
  ['a folder', () => diskStore(folder)],
  ['a bucket of a real S3 server', () => bucketStore(s3.bucket)],
])('The store in %s', (_, open) => {
  const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, n) => (n * 7) % 251));

  it('gives back byte for byte what was put there, whole and in part, from memory and from a file', async () => {
    const here = open();
    const { path } = uploaded(bytes, 'film');
    await here.put('hub/one/0.webm', { path, bytes: bytes.length });
    await here.put('hub/one/320.webp', bytes.subarray(0, 10));
    const whole = await here.read('hub/one/0.webm');
    expect((await buffer(whole as NonNullable<typeof whole>)).equals(bytes)).toBe(true);
    const part = await here.read('hub/one/0.webm', { start: 500, end: 999 });
    expect((await buffer(part as NonNullable<typeof part>)).equals(bytes.subarray(500, 1000))).toBe(
      true,
    );
  });

  it('knows what is not there, and removes what it is told and nothing else', async () => {
    const here = open();
    const there = async (key: string) => {
      const stream = await here.read(key);
      return stream ? (await buffer(stream)).length : null;
    };
    for (const name of ['two/1.webp', 'two/2.webp', 'two/3.webp', 'twofold/1.webp']) {
      await here.put(`hub/${name}`, bytes);
    }
    await here.remove(['hub/two/1.webp', 'hub/two/2.webp', 'hub/two/9.webp']);
    expect(await there('hub/two/1.webp')).toBeNull();
    expect(await there('hub/two/2.webp')).toBeNull();
    expect(await there('hub/two/3.webp')).toBe(bytes.length);
    expect(await there('hub/twofold/1.webp')).toBe(bytes.length);
    await expect(here.remove(['hub/nobody/1.webp'])).resolves.toBeUndefined();
  });
});

describe('A picture that is sent', () => {
  it('is turned, tells nothing of place or camera, and lies there in every size', async () => {
    replaceStore(bucketStore(s3.bucket));
    const sent = await photograph(2400, 1800);
    const { exif } = ExifReader.load(sent, { expanded: true });
    expect(exif?.Make?.description).toBe('Kameramakaren');
    const file = await sendMedia(cleo, uploaded(sent, 'IMG_1.jpg'));
    expect(file).toMatchObject({
      ...{ sha256: hashOf(sent), kind: 'PICTURE', type: 'image/webp' },
      ...{ width: 1800, height: 2400, widths: [320, 640, 1280, 1800] },
    });
    expect(file.avif.length).toBeGreaterThan(0);
    for (const name of fileNames(file)) {
      const bytes = (await bytesOf(at(cleo, file, name))) as Buffer;
      const told = await sharp(bytes).metadata();
      expect(told).toMatchObject({ width: Number(name.split('.')[0]) });
      expect([told.exif, told.xmp, told.iptc, told.icc, told.orientation]).toEqual(
        Array(5).fill(undefined),
      );
      const { exif: left, gps, xmp } = ExifReader.load(bytes, { expanded: true });
      expect({ left, gps, xmp }).toEqual({ left: undefined, gps: undefined, xmp: undefined });
      expect(bytes.includes('Kameramakaren')).toBe(false);
    }
    const small = sharp((await bytesOf(at(cleo, file, '320.webp'))) as Buffer);
    const { data, info } = await small.raw().toBuffer({ resolveWithObject: true });
    const point = (x: number, y: number) => [
      ...data.subarray((y * info.width + x) * info.channels).subarray(0, 3),
    ];
    expect(info).toMatchObject({ width: 320, height: 427 });
    expect(point(160, 20)[0]).toBeGreaterThan(150);
    expect(point(160, 400)[2]).toBeGreaterThan(150);
  });

  it('is one file however often an organisation sends it, and another’s own', async () => {
    const sent = await photograph(400, 300);
    const [one, two] = await Promise.all([
      sendMedia(cleo, uploaded(sent, 'a.jpg')),
      sendMedia(disa, uploaded(sent, 'b.jpg')),
    ]);
    const again = await sendMedia(disa, uploaded(sent, 'c.jpg'));
    expect([two.id, again.id]).toEqual([one.id, one.id]);
    expect((await sendMedia(egil, uploaded(sent, 'a.jpg'))).id).not.toBe(one.id);
    expect(one.widths).toEqual([300]);
  });

  it('is told by its content alone, and refused in words when it cannot be shown', async () => {
    const send = (bytes: Buffer, name: string) => sendMedia(cleo, uploaded(bytes, name));
    await expect(send(Buffer.from('MZ en lögn'), 'bild.jpg')).rejects.toMatchObject(
      refused('type'),
    );
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>');
    await expect(send(svg, 'bild.svg')).rejects.toMatchObject(refused('type'));
    const half = (await photograph(640, 480)).subarray(0, 900);
    await expect(send(half, 'bild.jpg')).rejects.toMatchObject(refused('unreadable'));
    const heavy = Buffer.concat([await photograph(320, 240), Buffer.alloc(12 * 2 ** 20)]);
    await expect(send(heavy, 'b.jpg')).rejects.toMatchObject(refused('tooLarge.PICTURE'));
    const bomb = await sharp({
      create: { width: 9000, height: 6000, channels: 3, background: '#000' },
    })
      .png()
      .toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    await expect(send(bomb, 'b.png')).rejects.toMatchObject(refused('tooManyPoints'));
    const named = await photograph(330, 240);
    expect((await send(named, 'dokument.pdf')).kind).toBe('PICTURE');
  });
});

describe('A film that is sent', () => {
  it.each(['door.webm', 'door.mp4'] as const)('%s is packed anew, with its size', async (name) => {
    const file = await sendMedia(cleo, uploaded(await film(name), name));
    expect(file).toMatchObject({ kind: 'VIDEO', width: 160, height: 90 });
    expect(file.type).toBe(`video/${name.split('.')[1]}`);
    const kept = (await bytesOf(at(cleo, file, `0.${name.split('.')[1]}`))) as Buffer;
    const again = await sendMedia(egil, uploaded(kept, 'igen'));
    expect(again).toMatchObject({ width: 160, height: 90 });
  });

  it('loses what a phone wrote beside it, and is refused when nothing can be read', async () => {
    const bare = await film('door.mp4');
    // A tag as phones write it, where films keep them: at the end of the index.
    const place = Buffer.from('+63.1792+014.6357/');
    const tag = Buffer.alloc(12 + place.length);
    tag.writeUInt32BE(tag.length, 0);
    tag.write('\u00a9xyz', 4, 'latin1');
    tag.writeUInt16BE(place.length, 8);
    place.copy(tag, 12);
    const udta = Buffer.concat([Buffer.alloc(8), tag]);
    udta.writeUInt32BE(udta.length, 0);
    udta.write('udta', 4);
    const moov = bare.indexOf('moov') - 4;
    const end = moov + bare.readUInt32BE(moov);
    const tagged = Buffer.concat([bare.subarray(0, end), udta, bare.subarray(end)]);
    tagged.writeUInt32BE(bare.readUInt32BE(moov) + udta.length, moov);
    expect(tagged.includes('+63.1792')).toBe(true);
    const file = await sendMedia(cleo, uploaded(tagged, 'film.mp4'));
    const kept = (await bytesOf(at(cleo, file, '0.mp4'))) as Buffer;
    expect(kept.includes('+63.1792')).toBe(false);
    const cut = bare.subarray(0, 60);
    await expect(sendMedia(cleo, uploaded(cut, 'f.mp4'))).rejects.toMatchObject(
      refused('unreadable'),
    );
  });

  it('has captions that were read line by line', async () => {
    const file = await sendCaptions(cleo, uploaded(captions(), 'text.vtt'));
    expect(await bytesOf(at(cleo, file, '0.vtt'))).toEqual(captions());
    const wrong = Buffer.from('WEBVTT\n\n00:00.000 --> 00:61.000\nHej\n');
    const send = (bytes: Buffer) => sendCaptions(cleo, uploaded(bytes, 'text.vtt'));
    await expect(send(wrong)).rejects.toMatchObject({
      ...refused('captionsLine', 'captionsFile'),
      values: { line: 3 },
    });
    await expect(send(Buffer.from('WEBVTT\n\n'))).rejects.toMatchObject(
      refused('captionsEmpty', 'captionsFile'),
    );
    await expect(send(Buffer.from([0xff, 0xfe, 0x57]))).rejects.toMatchObject(
      refused('captionsLetters', 'captionsFile'),
    );
  });
});

describe('A file that no version uses', () => {
  it('goes after a week with its bytes; one in use, or sent again, stays', async () => {
    stopClock(Temporal.Instant.from('2026-10-01T08:00:00Z'));
    const [unused, used, again, track] = await Promise.all([
      sendMedia(cleo, uploaded(await photograph(340, 240), 'a.jpg')),
      sendMedia(cleo, uploaded(await photograph(350, 240), 'b.jpg')),
      sendMedia(cleo, uploaded(await photograph(360, 240), 'c.jpg')),
      sendCaptions(cleo, uploaded(captions('I bruk.'), 'd.vtt')),
    ]);
    const { id } = await beginDemo(cleo, crypto.randomUUID(), { title: { sv: 'Lås' } });
    const use = mediaUse.parse({ file: used.id, kind: 'PICTURE', captions: { nb: track.id } });
    await saveDraft(cleo, id, 1, { media: [use] });
    const clean = async () => removeUnused(await enterSystem(null, 'test'));
    stopClock(Temporal.Instant.from('2026-10-08T07:00:00Z'));
    expect(await clean()).toBe(0);
    await sendMedia(cleo, uploaded(await photograph(360, 240), 'c.jpg'));
    stopClock(Temporal.Instant.from('2026-10-08T09:00:00Z'));
    expect(await clean()).toBe(1);
    expect(await clean()).toBe(0);
    expect(await bytesOf(at(cleo, unused, '240.webp'))).toBeNull();
    for (const file of [used, again]) {
      expect(await bytesOf(at(cleo, file, '240.webp'))).not.toBeNull();
    }
    const left = await world.asSystem((db) =>
      db.mediaFile.findMany({ where: { id: { in: [unused.id, used.id, again.id, track.id] } } }),
    );
    expect(left.map((file) => file.id).sort()).toEqual([used.id, again.id, track.id].sort());
  });

  it('cannot be removed by the database’s own word while a version uses it', async () => {
    const file = await sendMedia(cleo, uploaded(await photograph(370, 240), 'a.jpg'));
    const { id } = await beginDemo(cleo, crypto.randomUUID(), { title: { sv: 'Lås' } });
    const use = mediaUse.parse({ file: file.id, kind: 'PICTURE' });
    await saveDraft(cleo, id, 1, { media: [use] });
    const removal = world.asSystem((db) => db.mediaFile.deleteMany({ where: { id: file.id } }));
    const fault = databaseFault(await removal.catch((error) => error));
    expect(fault?.state).toBe('23514');
  });
});

describe('The database', () => {
  it('lets a version use its owner’s files alone, whoever may see them', async () => {
    const others = await sendMedia(egil, uploaded(await photograph(380, 240), 'a.jpg'));
    const { id } = await beginDemo(cleo, crypto.randomUUID(), { title: { sv: 'Lås' } });
    const use = mediaUse.parse({ file: others.id, kind: 'PICTURE' });
    const own = () => saveDraft(cleo, id, 1, { media: [use] });
    const past = () =>
      world.asSystem((db) =>
        db.demoVersion.updateMany({ where: { demoId: id }, data: { content: { media: [use] } } }),
      );
    for (const attempt of [own, past]) {
      expect(databaseFault(await attempt().catch((error) => error))?.state).toBe('23514');
    }
  });

  it('shows nothing that is not described in words of its own, nor a film that cannot be read', async () => {
    const file = await sendMedia(cleo, uploaded(await photograph(390, 240), 'a.jpg'));
    const { id } = await beginDemo(cleo, crypto.randomUUID(), { title: { sv: 'Lås' } });
    const put = (own: object) =>
      world.asSystem((db) =>
        db.demoMedia.createMany({
          data: [
            {
              ...{ hubId: world.hub('nord'), demoId: id, fileId: file.id, position: 0 },
              ...{ kind: 'PICTURE' as const, licence: 'OWN' as const, alt: { sv: 'En dörr' } },
              ...own,
            },
          ],
        }),
      );
    const wrong: [object, RegExp][] = [
      [{ alt: { sv: ' ' } }, /what_is_shown_is_described/],
      [{ caption: { sv: 'en DÖRR ' } }, /a_description_is_no_caption/],
      [{ licence: 'CC_BY' }, /what_is_anothers_names_them/],
      [{ kind: 'VIDEO' }, /what_is_heard_can_be_read/],
      [{ kind: 'VIDEO', transcript: { sv: 'Fyra ord är få' } }, /what_is_heard_can_be_read/],
      [{ kind: 'CAPTIONS' }, /captions_are_not_shown_alone/],
    ];
    for (const [own, why] of wrong) await expect(put(own)).rejects.toThrow(why);
    await put({ kind: 'VIDEO', transcript: { sv: 'Här är det fem ord.' } });
  });
});
