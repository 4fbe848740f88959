import type { Like } from '../like.ts';
import type { refusals as original } from '../sv/refusals.ts';

export const refusals: Like<typeof original> = {
  invalid: 'Check what you entered and try again.',
  tooLong: 'The text is too long.',
  signedOut:
    'You are no longer signed in, so this has not been saved. Sign in in a new tab and then send again from here.',
  stale:
    'Someone else has changed this since you opened the page. Read the new version and make your change again.',
};
