import { Scrolls } from '#components/ui/scrolls.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import { type Contrast, themeContrasts } from '#lib/platform/theme.ts';

type Props = { locale: Locale; accent: string; support: string };

/** Every pair of colours that must be told apart, with its figure in light and dark. */
export function ContrastFigures({ locale, accent, support }: Props) {
  const t = translator(locale, 'house');
  const all = themeContrasts(accent, support);
  const light = all.filter(({ scheme }) => scheme === 'light');
  const twin = (one: Contrast) =>
    all.find(
      ({ scheme, colour, pair }) => scheme === 'dark' && colour === one.colour && pair === one.pair,
    ) ?? one;
  return (
    <div className="mt-10">
      <h2 className="ds-heading" data-size="sm">
        {t('colours.figures')}
      </h2>
      <p>{t('colours.figuresText')}</p>
      <Scrolls label={t('colours.figures')}>
        <table className="ds-table" data-size="sm">
          <thead>
            <tr>
              <th scope="col">{t('colours.pair')}</th>
              <th scope="col">{t('colours.colour')}</th>
              <th scope="col">{t('colours.light')}</th>
              <th scope="col">{t('colours.dark')}</th>
            </tr>
          </thead>
          <tbody>
            {light.map((one) => (
              <tr key={`${one.colour} ${one.pair}`}>
                <th scope="row" className="font-normal">
                  {t(`contrast.${one.pair}`)}
                </th>
                <td>{t(`fields.${one.colour}`)}</td>
                <Figure locale={locale} contrast={one} />
                <Figure locale={locale} contrast={twin(one)} />
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolls>
    </div>
  );
}

function Figure({ locale, contrast }: { locale: Locale; contrast: Contrast }) {
  const t = translator(locale, 'house');
  const { ratio, needed } = contrast;
  const number = (value: number) => formatter(locale, 'UTC').number(value);
  return (
    <td className={ratio < needed ? 'font-semibold' : undefined}>
      {number(ratio)}:1,{' '}
      {ratio < needed ? t('colours.bad', { needed: number(needed) }) : t('colours.good')}
    </td>
  );
}
