import { getContrastFromHex } from '@digdir/designsystemet/color';
import { describe, expect, it } from 'vitest';
import { themeCss } from '#lib/platform/theme.ts';
import { demoHubs } from '#prisma/seed/hubs.ts';

const colourOf = (css: string, name: string) =>
  new RegExp(`--ds-color-accent-${name}:(#[0-9a-f]{6})`).exec(css)?.[1] as `#${string}`;

describe('A hub’s own colours', () => {
  it.each(demoHubs.map((hub) => [hub.slug, hub.theme] as const))(
    '%s: AA in light and dark',
    (_, theme) => {
      const [light = '', dark = ''] = themeCss(theme.accent, theme.support).split('@media');
      for (const css of [light, dark]) {
        const contrast = (a: string, b: string) =>
          getContrastFromHex(colourOf(css, a), colourOf(css, b));
        expect(contrast('base-default', 'base-contrast-default')).toBeGreaterThanOrEqual(4.5);
        expect(contrast('text-subtle', 'background-default')).toBeGreaterThanOrEqual(4.5);
        expect(contrast('text-default', 'surface-tinted')).toBeGreaterThanOrEqual(4.5);
      }
    },
  );

  it('looks different at every hub', () => {
    expect(new Set(demoHubs.map((hub) => hub.theme.accent)).size).toBe(demoHubs.length);
  });

  it('takes nothing but colours into a style sheet', () => {
    expect(themeCss('red;}</style>', '#123456')).not.toContain('</style>');
  });
});
