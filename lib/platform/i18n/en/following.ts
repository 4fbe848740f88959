import type { Like } from '../like.ts';
import type { following as original } from '../sv/following.ts';

/** Following something in the showroom, and mail about it. */
export const following: Like<typeof original> = {
  title: 'What I follow',
  lead: 'You are told when something happens: a new version, a check that has run out, somebody who has begun or stopped using it.',
  nav: 'What I follow',
  none: 'You follow nothing at this hub yet. Choose Follow at a demo, an area or an organisation.',
  noDoor: 'You belong to no organisation at this hub, so you cannot follow anything here.',
  follow: 'Follow',
  followDemo: 'Follow this demo',
  followOwner: 'Follow {name}',
  followTheme: 'Follow the area {name}',
  unfollow: 'Stop following {name}',
  back: 'Back',
  follows: 'You follow {name}.',
  kinds: {
    demo: 'Demo',
    theme: 'Area',
    owner: 'Owner',
  },
  gone: 'No longer shown',
  letters: 'Mail about it',
  pace: 'Mail about what you follow',
  paceHint: 'Everything also stands under Notices in the portal.',
  paces: {
    AT_ONCE: 'At once',
    DAILY: 'Once a day, at 7',
    WEEKLY: 'On Mondays, at 7',
    NEVER: 'Never',
  },
  letter: {
    subject:
      '{count, plural, one {News of what you follow at {hub}} other {# pieces of news of what you follow at {hub}}}',
    text: 'Hello!\n\nThis has happened in the showroom of {hub}:\n\n{news}\n\nAll that you follow, and how often you get mail: {link}\n\nNo more such mail: {stop}',
  },
  news: {
    NEW: 'New in the showroom',
    VERSION: 'New version. Changed: {what}',
    CHECKS: 'A check has run out: {what}',
    ARCHIVED: 'No longer shown in the showroom',
    ADOPTED: '{what} says that it tries or uses it',
    STOPPED: '{what} says that it has stopped using it',
  },
  parts: {
    text: 'the text',
    facts: 'the facts',
    claims: 'claims',
    media: 'pictures and films',
    needs: 'needs',
    environment: 'what it needs',
  },
  stop: {
    title: 'Stop mail about what you follow',
    lead: 'What you follow stays, and the notices in the portal go on.',
    submit: 'Stop sending mail',
    over: 'The link is no longer valid. Sign in and choose under My mail.',
  },
  done: {
    followed: 'You follow it now.',
    unfollowed: 'You no longer follow it.',
    stopped: 'You get no more mail about what you follow.',
  },
};
