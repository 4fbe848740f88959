import type { Like } from '../like.ts';
import type { house as original } from '../sv/house.ts';

export const house: Like<typeof original> = {};
