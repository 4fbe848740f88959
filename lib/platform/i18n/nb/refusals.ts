import type { Like } from '../like.ts';
import type { refusals as original } from '../sv/refusals.ts';

export const refusals: Like<typeof original> = {
  invalid: 'Kontroller opplysningene og prøv igjen.',
  tooLong: 'Teksten er for lang.',
  stale:
    'Noen andre har endret dette siden du åpnet siden. Les den nye versjonen og gjør endringen din på nytt.',
};
