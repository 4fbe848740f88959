import type { Like } from '../like.ts';
import type { kiosk as original } from '../sv/kiosk.ts';

export const kiosk: Like<typeof original> = {
  title: 'Showroomets skjerm',
  scan: 'Les mer på telefonen',
  owner: 'Vises av',
  place: '{n} av {all}',
  next: 'Neste',
  previous: 'Forrige',
  pause: 'Stopp her',
  go: 'Bla av seg selv',
  theme: 'Tema',
  show: 'Vis',
  everything: 'Alt som vises',
  none: 'Ingenting vises akkurat nå.',
};
