import type { Like } from '../like.ts';
import type { identity as original } from '../sv/identity.ts';

export const identity: Like<typeof original> = {};
