/** How some demos are shown to groups at one hub, by their numbers. */
export const demoGuided = {
  hub: 'ostersund',
  /** The host of the house who arranges it. */
  by: 'jonna',
  guides: [
    { person: 'jonna', languages: ['sv', 'nb'] },
    { person: 'anders', languages: ['sv', 'en'] },
  ],
  hosts: [{ person: 'emil', organisation: 'lasvarg', languages: ['sv', 'en'] }],
  kit: ['Larmväskan', 'Låsdörren', 'Kamerasängen'],
  demos: [
    { number: 'D-3C7W', kit: ['Larmväskan'], minutes: 45, groupTo: 15, hosts: false },
    { number: 'D-7T9F', kit: ['Låsdörren'], minutes: 60, groupTo: 12, hosts: true },
    { number: 'D-6P2H', kit: ['Kamerasängen'], minutes: 45, groupTo: 10, hosts: false },
    { number: 'D-9G6S', kit: [], minutes: 60, groupTo: 8, hosts: false },
  ],
  group: {
    ...{ org: 'ostersunds-kommun', person: 'maja', number: 'D-7T9F', size: 6 },
    roles: { STAFF: 4, MANAGER: 2 },
    hopes: 'Hur många nycklar slipper vi, och vad gör vi när mobilen är slut?',
    needs: 'Plats för en rullstol.',
  },
} as const;
