import type { Like } from '../like.ts';
import type { site as original } from '../sv/site.ts';

export const site: Like<typeof original> = {
  product: 'Navet',
  title: 'Navet – digital health and care, shared',
  lead: 'Municipalities, regions, hospitals, voluntary bodies and companies meet here around digital health and care. Choose a hub to see what is shown, book a place or develop together.',
  chooseHub: 'Choose a hub',
  skip: 'Skip to content',
  notTranslated: 'Not translated, in {language}',
  menu: 'Menu',
  mainNavigation: 'Main menu',
  language: 'Language',
  signIn: 'Sign in',
  account: 'My pages',
  signOut: 'Sign out',
  breadcrumb: 'You are here',
  nav: {
    start: 'Start',
    showroom: 'Showroom',
    projects: 'Projects',
    results: 'Results',
    workspace: 'Places to work',
    organisations: 'Who takes part',
  },
  doors: {
    heading: 'What would you like to do?',
    showroom: 'See the showroom',
    showroomText: 'Digital care that works today, shown by those who use it and make it.',
    workspace: 'Work from the hub',
    workspaceText: 'Desks, rooms and labs for an hour or for years.',
    develop: 'Develop care together',
    developText: 'See what others do, propose projects and share the costs.',
  },
  hub: {
    newest: 'New in the showroom',
    needs: 'Needs looking for a solution',
    mission: 'Why we are here',
    visit: 'Find us',
    contact: 'Contact',
    area: '{area, number} m²',
    seeAll: 'Show all',
    takesPart: '{count, plural, one {# organisation takes part} other {# organisations take part}}',
  },
  organisations: {
    title: 'Who takes part',
    lead: 'Public and private actors, voluntary bodies and universities at {hub}.',
    none: 'No organisation has joined yet.',
  },
  workspace: {
    title: 'Places to work',
    lead: 'This is the house. Sign in to see what is free and to book.',
    book: 'Sign in and book',
    hours: 'Opening hours',
    closed: 'closed',
    none: 'The house has no places to book yet.',
    planOf: 'Floor plan, {floor}',
  },
  about: {
    accessibility: 'Accessibility',
    accessibilityText:
      'Navet is meant for everyone: with a keyboard, a screen reader, magnification and without JavaScript. The aim is WCAG 2.2, level AA. Have you met an obstacle? Write to the hub and we will mend it.',
    privacy: 'About your data',
    privacyText:
      'Navet keeps what is needed for you to sign in, book and propose: name, e-mail address, organisation and what you write yourself. The site uses only the cookies that signing in requires. Nothing is shared with other hubs.',
  },
  notFound: {
    title: 'There is no such page',
    text: 'The address may be misspelt, or the page may have moved. Start again from the front page.',
    home: 'To the front page',
    account: 'To My pages',
  },
  refused: {
    title: 'That cannot be received',
    text: 'What was sent is too large or cannot be read. Nothing has been changed. Go back and try again.',
  },
  hasty: {
    title: 'A little too fast',
    text: 'Very many changes came from the same place in a short time. Nothing has been changed. Wait a minute and try again.',
  },
  away: {
    title: 'The portal does not answer just now',
    text: 'It cannot reach its data, which usually passes by itself. Try again in a little while. If you have just sent something, see whether it arrived before you send it again.',
  },
  busy: {
    title: 'Many are here just now',
    text: 'The portal cannot answer everyone. Nothing has been changed. Try again in a few seconds.',
  },
  broken: {
    title: 'Something went wrong on our side',
    text: 'The fault has been noted. Please try again in a while. If you contact us, give this number: {id}',
    again: 'Try again',
  },
  form: {
    confirmPrice: 'Confirm the price',
    errorSummary: 'Put this right and send again',
    optional: 'optional',
    sending: 'Sending …',
    noAnswer:
      'No answer came from the portal. What you wrote is still here, but may not be saved. Try again in a while.',
  },
  kinds: {
    REGION: 'Region',
    MUNICIPALITY: 'Municipality',
    HOSPITAL: 'Hospital',
    UNIVERSITY: 'University',
    VOLUNTARY: 'Voluntary body',
    COMPANY: 'Company',
  },
  footer: {
    operatedBy: 'Run by',
    demo: 'This is a demonstration. People and events are invented.',
  },
};
