import type { Like } from '../like.ts';
import type { mail as original } from '../sv/mail.ts';

export const mail: Like<typeof original> = {
  signIn: {
    subject: 'Lenken din til {product}',
    text: 'Hei!\n\nLogg inn på {product} med denne lenken. Den gjelder i 15 minutter og bare én gang.\n\n{link}\n\nÅpner du lenken i en annen nettleser enn den du ba om den i? Da trenger du koden som står der.\n\nHar du ikke bedt om den? Da kan du se bort fra denne e-posten.',
  },
  footer: 'E-posten kommer fra {hub}. Du kan ikke svare på den.',
};
