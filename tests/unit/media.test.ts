import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourcesOf, widthFor } from '#lib/media/rules.ts';
import { locales } from '#lib/platform/i18n/locales.ts';
import { lacksInMedia, type MediaUse, mediaUse, wrongWithWords } from '#lib/showroom/media.ts';

const use = (own: object): MediaUse =>
  mediaUse.parse({ file: crypto.randomUUID(), kind: 'PICTURE', name: 'Lås på dörr.JPG', ...own });
const wrong = (own: object) => wrongWithWords(use(own));

describe('What is written of a picture', () => {
  it.each(['Lås på dörr.jpg', 'LÅS PÅ DÖRR', ' lås på dörr.JPG. '])('is not its name: %s', (sv) => {
    expect(wrong({ alt: { sv } })).toEqual({ 'alt.sv': 'altIsName' });
  });

  it.each(['bild', 'En bild.', 'Picture', 'image 3', 'et bilde', 'foto', 'IMG_0042', 'Video'])(
    'says more than %s',
    (nb) => expect(wrong({ alt: { nb } })).toEqual({ 'alt.nb': 'altSaysNothing' }),
  );

  it('is no caption said once more, in any language', () => {
    fc.assert(
      fc.property(fc.constantFrom(...locales), fc.string({ minLength: 30 }), (locale, text) => {
        fc.pre(/[a-z]{2}/.test(text) && text.length <= 300);
        const said = { alt: { [locale]: text }, caption: { [locale]: ` ${text.toUpperCase()} ` } };
        fc.pre(text.toUpperCase().toLowerCase() === text.toLowerCase());
        expect(wrong(said)).toEqual({ [`alt.${locale}`]: 'altIsCaption' });
      }),
    );
  });

  it('may name what is seen, a picture on a wall, too', () => {
    expect(wrong({ alt: { sv: 'En bild på väggen i hallen' }, caption: { sv: 'Hallen' } })).toEqual(
      {},
    );
  });
});

describe('A picture or film can be shown', () => {
  const whole = { alt: { sv: 'En dörr som öppnas' }, licence: 'OWN' };

  it('when it is described in a language that the demo is written in', () => {
    expect(lacksInMedia(use(whole), ['sv', 'en'])).toBeNull();
    expect(lacksInMedia(use(whole), ['nb'])).toBe('noAlt');
    expect(lacksInMedia(use({ ...whole, alt: {} }), [])).toBe('noAlt');
  });

  it('when it says who may use it, and whose it is', () => {
    expect(lacksInMedia(use({ ...whole, licence: '' }), ['sv'])).toBe('noLicence');
    expect(lacksInMedia(use({ ...whole, licence: 'CC_BY' }), ['sv'])).toBe('noCredit');
    expect(lacksInMedia(use({ ...whole, licence: 'CC_BY', credit: 'A' }), ['sv'])).toBeNull();
  });

  it('as a film when what it says can be read', () => {
    const film = { ...whole, kind: 'VIDEO' };
    expect(lacksInMedia(use(film), ['sv'])).toBe('noTranscript');
    const few = { ...film, transcript: { sv: 'Fyra ord är få' } };
    expect(lacksInMedia(use(few), ['sv'])).toBe('noTranscript');
    const enough = { ...film, transcript: { sv: 'Det här är fem ord' } };
    expect(lacksInMedia(use(enough), ['sv'])).toBeNull();
    const titled = { ...film, captions: { nb: crypto.randomUUID() } };
    expect(lacksInMedia(use(titled), ['sv'])).toBeNull();
  });
});

describe('The sizes of a picture', () => {
  const file = {
    ...{ id: 'x', sha256: 'a'.repeat(64), kind: 'PICTURE' as const, type: 'image/webp' },
    ...{ width: 900, height: 600, widths: [320, 640, 900], avif: [640] },
  };
  it('are told as a browser chooses among them', () => {
    expect(sourcesOf('nord', file, 'webp')).toBe(
      [320, 640, 900].map((n) => `/media/nord/${file.sha256}-${n}.webp ${n}w`).join(', '),
    );
    expect(sourcesOf('nord', file, 'avif')).toBe(`/media/nord/${file.sha256}-640.avif 640w`);
  });
  it('give the one that fits', () => {
    expect([100, 640, 700, 5000].map((most) => widthFor(file, most))).toEqual([320, 640, 640, 900]);
  });
});
