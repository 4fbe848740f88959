import type { Like } from '../like.ts';
import type { innovation as original } from '../sv/innovation.ts';

export const innovation: Like<typeof original> = { title: '' };
