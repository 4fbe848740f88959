import type { Like } from '../like.ts';
import type { refusals as original } from '../sv/refusals.ts';

export const refusals: Like<typeof original> = {
  invalid: 'Kontroller opplysningene og prøv igjen.',
  tooLong: 'Teksten er for lang.',
  signedOut:
    'Du er ikke lenger logget inn, så dette er ikke lagret. Logg inn i en ny fane og send deretter på nytt herfra.',
  stale:
    'Noen andre har endret dette siden du åpnet siden. Les den nye versjonen og gjør endringen din på nytt.',
};
