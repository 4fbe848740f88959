import { z } from 'zod';

export const noFields = z.object({});
