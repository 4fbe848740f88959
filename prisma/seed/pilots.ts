/** Where the demo project is tried, and what every site measures; days are counted from the day it is loaded. */
export const demoPilots = {
  hub: 'ostersund',
  project: 'lugna-natter',
  indicators: [
    { name: 'Körda kilometer om natten', unit: 'km per brukare och månad', kind: 'TRAVEL_KM' },
    { name: 'Nätter utan att bli väckt', unit: 'nätter av tio', kind: 'GENERAL' },
  ],
  pilots: [
    {
      org: 'ostersunds-kommun',
      by: 'maja',
      approvedBy: 'henrik',
      place: 'Nattpatrullen Odensala',
      state: 'RUNNING',
      users: 22,
      from: -80,
      to: 60,
      measures: [
        { baseline: 118, target: 70, values: [104, 86, 69] },
        { baseline: 4, target: 7, values: [5, 6, 7] },
      ],
    },
    {
      org: 'are-kommun',
      by: 'sanna',
      approvedBy: null,
      place: 'Hemtjänsten Järpen',
      state: 'PLANNED',
      users: 9,
      from: 20,
      to: 110,
      measures: [{ baseline: 203, target: 120, values: [] as number[] }],
    },
  ],
} as const;
