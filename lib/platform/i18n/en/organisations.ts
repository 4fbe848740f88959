import type { Like } from '../like.ts';
import type { organisations as original } from '../sv/organisations.ts';

export const organisations: Like<typeof original> = {};
