import type { HubSlug } from './types.ts';

/** What an organisation of the demo world keeps: searches, an open list, and one from which was chosen. */
type SeedLists = {
  hub: HubSlug;
  org: string;
  person: string;
  searches: readonly { name: string; query: string }[];
  lists: readonly {
    name: string;
    purpose: string;
    caseNumber: string;
    /** Addresses of the demos on it, each with why it was chosen or not; empty while it is open. */
    demos: readonly { slug: string; chosen?: boolean; reason?: string }[];
  }[];
  follows: readonly { kind: 'demo' | 'theme' | 'owner'; key: string }[];
};

export const demoLists: readonly SeedLists[] = [
  {
    ...{ hub: 'ostersund', org: 'ostersunds-kommun', person: 'maja' },
    searches: [
      { name: 'Trygghet hemma', query: 'area=SAFETY_AT_HOME' },
      { name: 'Natt i eget hem', query: 'q=natt&setting=HOME_CARE' },
    ],
    lists: [
      {
        name: 'Lås och larm i hemtjänsten',
        purpose:
          'Underlag för ny upphandling av trygghetslarm, läst av enheten för välfärdsteknik.',
        caseNumber: 'VOF 2026/412',
        demos: [
          {
            slug: 'digitalt-trygghetslarm',
            chosen: true,
            reason: 'Används redan i grannkommunen, och larmen når fram utan mobilnät.',
          },
          {
            slug: 'nyckelfri-hemtjanst',
            chosen: false,
            reason: 'Bra arbetssätt, men det löser inte larmen. Vi tar upp det igen till våren.',
          },
          {
            slug: 'trygghetskamera-pa-natten',
            chosen: false,
            reason: 'Vi har inte bandbredd i alla byar.',
          },
        ],
      },
      {
        name: 'Läkemedel hemma',
        purpose: 'Att prata om på teknikrådet i december.',
        caseNumber: '',
        demos: [{ slug: 'lakemedelsskap' }],
      },
    ],
    follows: [
      { kind: 'demo', key: 'trygghetskamera-pa-natten' },
      { kind: 'theme', key: 'DIAGNOSTICS' },
      { kind: 'owner', key: 'region-jamtland-harjedalen' },
    ],
  },
];
