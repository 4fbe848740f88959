import { z } from 'zod';

/** What the form sends that marks notices as read: the newest one that was on the page. */
export const markReadSchema = z.object({ upTo: z.iso.datetime() });
