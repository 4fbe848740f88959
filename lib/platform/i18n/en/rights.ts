import type { Like } from '../like.ts';
import type { rights as original } from '../sv/rights.ts';

export const rights: Like<typeof original> = {};
