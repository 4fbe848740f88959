import type { Like } from '../like.ts';
import type { kiosk as original } from '../sv/kiosk.ts';

export const kiosk: Like<typeof original> = {
  title: 'The showroom’s screen',
  scan: 'Read more on your phone',
  owner: 'Shown by',
  place: '{n} of {all}',
  next: 'Next',
  previous: 'Previous',
  pause: 'Stay here',
  go: 'Move on by itself',
  theme: 'Theme',
  show: 'Show',
  everything: 'Everything shown',
  none: 'Nothing is shown right now.',
};
