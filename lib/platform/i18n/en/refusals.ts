import type { Like } from '../like.ts';
import type { refusals as original } from '../sv/refusals.ts';

export const refusals: Like<typeof original> = {
  invalid: 'Check what you entered and try again.',
  tooLong: 'The text is too long.',
  stale:
    'Someone else has changed this since you opened the page. Read the new version and make your change again.',
};
