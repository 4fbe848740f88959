/** Most minutes nothing is to do; then nothing is written, and no event either. */
export class NothingChanged extends Error {}
