import type { Like } from '../like.ts';
import type { visits as original } from '../sv/visits.ts';

export const visits: Like<typeof original> = {
  nav: 'Guests',
  title: 'Guests',
  lead: 'Announce whoever is coming, and everything is ready at the door. A guest needs no account.',
  houseTitle: 'Guests in the house',
  houseLead:
    '{count, plural, =0 {Nobody is announced} one {# announced} other {# announced}} {date}.',
  none: 'No guests are announced.',
  register: 'Announce a guest',
  guest: 'Name of the guest',
  company: 'Comes from',
  email: 'Mail address of the guest',
  emailHint:
    'Time, address and code are then mailed to the guest. What is kept of the guest goes 30 days after the visit.',
  note: 'Good to know',
  noteHint:
    'Seen by you and by the host of the house, for example if the guest needs help at the door.',
  date: 'Day',
  from: 'From',
  to: 'To',
  site: 'House',
  booking: 'The visit belongs to the booking of {place}.',
  submit: 'Announce the visit',
  expected: 'Expected guests',
  code: 'Code {code}',
  toSee: 'For {host}',
  states: { EXPECTED: 'Expected', HERE: 'Here', LEFT: 'Has left', CANCELLED: 'Called off' },
  letIn: 'Check in',
  letOut: 'Check out',
  cancel: 'Call off',
  hostGone: 'a colleague who has left',
  done: {
    registered: 'The visit is announced.',
    cancelled: 'The visit is called off.',
    in: 'The guest is checked in.',
    out: 'The guest is checked out.',
  },
  arrive: {
    title: 'Welcome to {site}',
    lead: 'Write the code from your invitation, and whoever you are meeting will know that you are here. Write it again when you leave.',
    open: 'Open the arrival page',
    code: 'Your code',
    codeHint: 'Six characters, for example K7P 2MX.',
    submit: 'Continue',
    in: 'Welcome, {guest}! {host} now knows that you are here.',
    inPlace: 'You are meeting in {place}.',
    out: 'Thank you for coming, {guest}!',
    next: 'Next guest',
    lost: 'No code? Ring the bell or turn to the host at the reception.',
  },
  letters: {
    summary: 'Visit to {organisation}, {hub}',
    invited: {
      subject: 'Welcome to {organisation}, {date}',
      text: 'Hello {guest}!\n\n{host} at {organisation} is expecting you.\n\nWhen: {date}, {from}–{to}\nWhere: {site}, {address}\n\nYour code: {code}\nWrite it on the screen in the entrance, or here on your phone once you are there:\n{link}\n\n{note}',
    },
    cancelled: {
      subject: 'Called off: the visit on {date}',
      text: 'Hello {guest}!\n\nThe visit to {organisation} on {date}, {from}–{to}, has been called off. The file attached takes the time out of your calendar.',
    },
    here: {
      subject: '{guest} is here',
      text: 'Hello!\n\n{guest} has come to {site} to meet you. Announced for {from}–{to}.',
    },
  },
  refusals: {
    whoComes: 'Write who is coming.',
    badEmail: 'Write a mail address, for example name@council.example, or leave it empty.',
    endsFirst: 'The end must be after the start.',
    past: 'That time has passed. Choose a later one.',
    notExpected: 'The visit can no longer be called off.',
    alreadyDone: 'That has been done already.',
    noSuchCode: 'That code is not valid. See that it is right, or turn to the host of the house.',
  },
};
