import { generateColorScale, getContrastFromHex } from '@digdir/designsystemet/color';

type Hex = `#${string}`;
/** The address of a hub's style sheet. */
export function themeAddress(accent: string, support: string): string {
  const plain = (colour: string) => colour.slice(1).toLowerCase();
  return `/api/theme/${plain(accent)}-${plain(support)}.css`;
}

const made = new Map<string, string>();

/**
 * A hub's own colours as Designsystemet variables, light and dark, made from two base colours by
 * Designsystemet's own scale, which keeps text and controls at AA contrast. Kept per pair.
 */
export function themeCss(accent: string, support: string): string {
  const key = `${accent} ${support}`;
  const known = made.get(key);
  if (known) return known;
  const light = scale('accent', accent, 'light') + scale('brand1', support, 'light');
  const dark = scale('accent', accent, 'dark') + scale('brand1', support, 'dark');
  const css = `:root{${light}}@media (prefers-color-scheme:dark){:root{${dark}}}`;
  made.set(key, css);
  return css;
}

/** One pair of colours that must be told apart: what it is, in which scheme, how well, how well it must. */
export type Contrast = {
  colour: 'accent' | 'support';
  scheme: 'light' | 'dark';
  pair: (typeof pairs)[number]['pair'];
  ratio: number;
  needed: number;
};

// WCAG 1.4.3 for text, 1.4.11 for what one presses.
const pairs = [
  { pair: 'buttonText', front: 'base-contrast-default', back: 'base-default', needed: 4.5 },
  { pair: 'hoverText', front: 'base-contrast-default', back: 'base-hover', needed: 4.5 },
  { pair: 'activeText', front: 'base-contrast-default', back: 'base-active', needed: 4.5 },
  { pair: 'link', front: 'text-subtle', back: 'background-default', needed: 4.5 },
  { pair: 'linkOnTint', front: 'text-subtle', back: 'surface-tinted', needed: 4.5 },
  { pair: 'textOnTint', front: 'text-default', back: 'surface-tinted', needed: 4.5 },
  { pair: 'button', front: 'base-default', back: 'background-default', needed: 3 },
] as const;

/** How well two base colours of a hub carry text and buttons, in light and dark, with the figures. */
export function themeContrasts(accent: string, support: string): Contrast[] {
  const colours = { accent, support };
  return (['accent', 'support'] as const).flatMap((colour) =>
    (['light', 'dark'] as const).flatMap((scheme) => {
      const made = generateColorScale(colours[colour] as Hex, scheme);
      const hex = new Map<string, Hex>(made.map((each) => [each.name, each.hex as Hex]));
      const at = (name: string) => hex.get(name) ?? '#000000';
      return pairs.map(({ pair, front, back, needed }) => {
        const exact = getContrastFromHex(at(front), at(back));
        // Cut, not rounded: 4.499 is not 4.5.
        return { colour, scheme, pair, ratio: Math.floor(exact * 100) / 100, needed };
      });
    }),
  );
}

/** The pairs that cannot be told apart well enough. */
export function tooFaint(accent: string, support: string): Contrast[] {
  return themeContrasts(accent, support).filter(({ ratio, needed }) => ratio < needed);
}

function scale(name: string, color: string, scheme: 'light' | 'dark'): string {
  if (!/^#[0-9a-f]{6}$/i.test(color)) return '';
  const colors = generateColorScale(color as Hex, scheme);
  return colors.map((each) => `--ds-color-${name}-${each.name}:${each.hex};`).join('');
}
