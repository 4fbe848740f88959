/** What some demos need where they are used, by their number. */
export const demoEnvironments: Record<string, object> = {
  'D-3C7W': { offline: 'NONE', mobileNet: 'YES', withinKm: 40, staffMinutes: 60, trainingHours: 2 },
  'D-6P2H': {
    bandwidthKbps: 2000,
    offline: 'NONE',
    mobileNet: 'NO',
    withinKm: 60,
    trainingHours: 4,
  },
  'D-2R5V': { offline: 'FULL', mobileNet: 'NO', staffMinutes: 30, trainingHours: 1 },
  'D-3H9X': { bandwidthKbps: 1000, offline: 'FULL', trainingHours: 16 },
  'D-8W5T': { bandwidthKbps: 5000, offline: 'NONE', mobileNet: 'NO', trainingHours: 3 },
  'D-4M6G': { offline: 'PARTLY', mobileNet: 'YES', trainingHours: 4 },
  'D-8X3N': { offline: 'FULL', trainingHours: 2 },
  'D-3X5P': {
    offline: 'PARTLY',
    mobileNet: 'YES',
    withinKm: 50,
    staffMinutes: 45,
    trainingHours: 2,
  },
  'D-4K8B': { bandwidthKbps: 10_000, offline: 'PARTLY', staffMinutes: 120, trainingHours: 8 },
};

/** How some municipalities work, as they say themselves. */
export const demoProfiles = [
  {
    ...({ hub: 'ostersund', organisation: 'ostersunds-kommun' } as const),
    ...{
      bandwidthKbps: 50_000,
      coveragePercent: 98,
      farthestKm: 70,
      staffMinutes: 240,
      trainingHours: 8,
    },
  },
  {
    ...({ hub: 'ostersund', organisation: 'harjedalens-kommun' } as const),
    ...{
      bandwidthKbps: 4000,
      coveragePercent: 81,
      farthestKm: 110,
      staffMinutes: 90,
      trainingHours: 4,
    },
  },
  {
    ...({ hub: 'vasterbotten', organisation: 'vilhelmina-kommun' } as const),
    ...{
      bandwidthKbps: 3000,
      coveragePercent: 76,
      farthestKm: 95,
      staffMinutes: 60,
      trainingHours: 4,
    },
  },
];
