import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { AdoptionState } from '#lib/results/moves.ts';
import type { Place, SpreadView } from '#lib/results/spread.ts';
import { cellOf, tilesOf } from '#lib/results/tiles.ts';

type Result = SpreadView['results'][number];
type Props = { locale: Locale; view: SpreadView; result: Result };
const size = 64;

/** A tile a municipality, near where it lies: a letter and a line tell how it stands, never colour alone. */
export function TileMap({ locale, view, result }: Props) {
  const t = translator(locale, 'results');
  const tiles = tilesOf(view.places.map((one) => ({ ...one, code: one.country + one.code })));
  const by = new Map(view.places.map((one) => [one.country + one.code, one]));
  const columns = Math.max(1, ...tiles.map(({ column }) => column + 1));
  const rows = Math.max(1, ...tiles.map(({ row }) => row + 1));
  return (
    <figure className="m-0 max-w-2xl">
      <svg
        viewBox={`0 0 ${columns * size} ${rows * size}`}
        className="w-full"
        role="img"
        aria-label={t('spread.map', { title: result.title })}
      >
        {tiles.map(({ code, column, row }) => {
          const place = by.get(code) as Place;
          const state = view.cells.get(cellOf(result.id, place.organisationId));
          return (
            <g key={code} transform={`translate(${column * size} ${row * size})`}>
              <Tile locale={locale} place={place} {...(state && { state })} />
            </g>
          );
        })}
      </svg>
      <figcaption className="quiet text-base">{t('spread.mapHint')}</figcaption>
    </figure>
  );
}

const strokes = { IN_USE: 5, INTRODUCING: 4, PLANNING: 3, WATCHING: 2 } as Partial<
  Record<AdoptionState, number>
>;
const filled = (state?: AdoptionState) => state === 'IN_USE';

function Tile({ locale, place, state }: { locale: Locale; place: Place; state?: AdoptionState }) {
  const t = translator(locale, 'results');
  const dark = filled(state);
  return (
    <>
      <title>
        {`${place.name}: ${state ? t(`adoption.states.${state}`) : t(place.organisationId ? 'spread.nothing' : 'spread.outside')}`}
      </title>
      <rect
        className={dark ? 'tile-used' : 'tile'}
        x={4}
        y={4}
        width={size - 8}
        height={size - 8}
        rx={6}
        strokeWidth={strokes[state ?? 'DECLINED'] ?? 1}
        strokeDasharray={place.organisationId ? undefined : '4 4'}
      />
      <text
        className={dark ? 'tile-word-used' : 'tile-word'}
        x={size / 2}
        y={24}
        textAnchor="middle"
        fontSize={13}
      >
        {place.name.slice(0, 5)}
      </text>
      <text
        className={dark ? 'tile-word-used' : 'tile-word'}
        x={size / 2}
        y={48}
        textAnchor="middle"
        fontSize={20}
        fontWeight={700}
      >
        {state ? t(`adoption.marks.${state}`) : '·'}
      </text>
    </>
  );
}
