import type { Like } from '../like.ts';
import type { workspace as original } from '../sv/workspace.ts';

export const workspace: Like<typeof original> = { title: '' };
