import type { Like } from '../like.ts';
import type { letterChoices as original } from '../sv/letter-choices.ts';

export const letterChoices: Like<typeof original> = {
  title: 'My mail',
  lead: 'You always hear of what is agreed or changed. Reminders are your own choice.',
  letters: 'Reminders that you want',
  hint: 'What does not come by mail stands in the portal, under Our bookings and Messages.',
  kinds: {
    reminder: 'The day before a booking',
    checkInNow: 'When it is time to check in',
  },
  language: 'Language of the mail',
  languages: {
    sv: 'Svenska',
    nb: 'Norsk',
    en: 'English',
  },
  save: 'Save',
  done: {
    saved: 'Your choices are saved.',
  },
};
