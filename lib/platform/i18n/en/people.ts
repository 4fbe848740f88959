import type { Like } from '../like.ts';
import type { people as original } from '../sv/people.ts';

export const people: Like<typeof original> = {
  signIn: {
    title: 'Sign in',
    lead: 'Write your e-mail address at work and we send a link that signs you in. The link is valid for 15 minutes and only once.',
    email: 'E-mail address',
    send: 'Send link',
    sent: 'If we know the address, a mail is on its way. The link in it signs you in.',
    again: 'Send a new link',
    badEmail: 'Write a whole e-mail address, for example name@municipality.se.',
    failed: 'The link is no longer valid. Ask for a new one.',
    demoTitle: 'Try it as a demo person',
    demoLead: 'Only in the demonstration: sign in with one click.',
    demoAs: 'Sign in as {name}',
  },
  account: {
    title: 'My pages',
    lead: 'Choose for whom you act. You can change at any time.',
    house: 'Hub staff',
    none: 'You are signed in but belong to no organisation at any hub yet.',
    signedInAs: 'Signed in as {name}',
    actingFor: 'You act for {organisation}',
    change: 'Change',
  },
  overview: {
    title: 'Overview',
    links: {
      overview: 'Overview',
      find: 'Book a place',
      bookings: 'Our bookings',
      others: 'What others do',
      proposals: 'Our proposals',
      notices: 'Notices',
    },
    houseLinks: { today: 'In the house today', reviews: 'Review proposals', notices: 'Notices' },
    noBookings: 'No bookings ahead.',
    noProposals: 'No proposals yet.',
    noProjects: 'We take part in no project yet.',
  },
  notices: {
    title: 'Notices',
    none: 'What concerns you is gathered here. Nothing new right now.',
    unread: '{count, plural, one {# unread} other {# unread}}',
    new: 'New',
    open: 'Open',
    markRead: 'Mark all as read',
    marked: 'All notices are marked as read.',
  },
  outbox: {
    title: 'Outgoing mail',
    lead: 'Only in the demonstration: this is what the mail the portal sends looks like.',
    none: 'No mail has been sent yet.',
    to: 'To',
    subject: 'Subject',
    sent: 'Sent',
  },
};
