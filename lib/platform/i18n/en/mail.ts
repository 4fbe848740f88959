import type { Like } from '../like.ts';
import type { mail as original } from '../sv/mail.ts';

export const mail: Like<typeof original> = {
  signIn: {
    subject: 'Your link to {product}',
    text: 'Hello!\n\nSign in to {product} with this link. It is valid for 15 minutes and only once.\n\n{link}\n\nOpening it in another browser than the one you asked in? Then you need the code that stands there.\n\nDid you not ask for it? Then you can ignore this mail.',
  },
  footer: 'This mail comes from {hub}. It cannot be answered.',
};
