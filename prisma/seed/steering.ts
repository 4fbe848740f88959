/** How a demo project is steered: who sits in its groups, its years, and what was decided. */
export const demoSteering = {
  hub: 'ostersund',
  project: 'lugna-natter',
  groups: [
    {
      kind: 'STEERING',
      name: 'Styrgruppen för Lugna nätter',
      mandate:
        'Leder projektet mellan kommunerna, beslutar om faser, kostnader och när något ska vila, och svarar för att den som hellre vill ha besök får det.',
      meetingsAYear: 4,
      userSeats: 1,
      seats: [
        { person: 'henrik', org: 'ostersunds-kommun', role: 'CHAIR', standsFor: 'PARTY' },
        { person: 'sanna', org: 'are-kommun', role: 'DEPUTY', standsFor: 'PARTY' },
        {
          person: 'elin',
          org: 'region-jamtland-harjedalen',
          role: 'SECRETARY',
          standsFor: 'USERS',
        },
      ],
    },
    {
      kind: 'WORKING',
      name: 'Arbetsgruppen för rutin och mått',
      mandate: 'Skriver den gemensamma rutinen, utbildar nattpersonalen och mäter på samma sätt.',
      meetingsAYear: 12,
      userSeats: 0,
      seats: [
        { person: 'maja', org: 'ostersunds-kommun', role: 'CHAIR', standsFor: 'PARTY' },
        { person: 'sanna', org: 'are-kommun', role: 'MEMBER', standsFor: 'STAFF' },
      ],
    },
  ],
  tracks: [
    {
      name: 'Införande',
      phases: [
        ['Förbereda', '2026-02-01', '2026-08-31', 'DONE', ['Gemensam rutin', 'Samtycken']],
        ['Pröva', '2026-09-01', '2027-01-31', 'ACTIVE', ['Tjugo nätter i varje kommun', 'Mått']],
        ['Bredda', '2027-03-01', '2027-06-30', 'PLANNED', ['Beslut i varje nämnd']],
      ],
    },
    {
      name: 'Utbildning',
      phases: [['Nattpersonalen', '2026-10-01', '2026-12-18', 'PLANNED', ['Alla har gått kursen']]],
    },
  ],
  milestones: [
    { title: 'Första kameran i drift', org: 'ostersunds-kommun', onDay: '2026-09-15', done: true },
    {
      ...{ title: 'Halvtidsmätning', org: 'are-kommun', onDay: '2026-12-10', done: false },
      moved: { from: '2026-11-20', reason: 'Mätningen väntar på att alla kommuner har börjat.' },
    },
  ],
  decisions: [
    {
      number: 1,
      kind: 'START',
      title: 'Projektet startar',
      wording: 'Lugna nätter startar den 1 februari 2026 enligt målbilden och kostnadsplanen.',
      background: 'Två kommuner har bekräftat sina löften för den första fasen.',
      positions: ['FOR', 'FOR'],
    },
    {
      number: 2,
      kind: 'GENERAL',
      title: 'Den som vill ha besök får besök',
      wording: 'Kamera används bara med samtycke. Den som ångrar sig får besök redan nästa natt.',
      background: 'Frågan kom från brukarrådet.',
      positions: ['FOR', 'RESERVATION'],
      words: 'Vi vill att det ska gälla samma natt.',
    },
    {
      number: null,
      kind: 'GENERAL',
      title: 'Gemensamt mått på störd sömn',
      wording: 'Alla kommuner mäter uppvaknanden på samma sätt under tio nätter i december.',
      background: '',
      positions: ['FOR', null],
    },
  ],
} as const;
