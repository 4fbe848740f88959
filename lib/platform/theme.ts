import { generateColorScale } from '@digdir/designsystemet/color';

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

function scale(name: string, color: string, scheme: 'light' | 'dark'): string {
  if (!/^#[0-9a-f]{6}$/i.test(color)) return '';
  const colors = generateColorScale(color as Hex, scheme);
  return colors.map((each) => `--ds-color-${name}-${each.name}:${each.hex};`).join('');
}
