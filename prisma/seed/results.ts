/** What the demo projects found out, and where each body stands with it. */
export const demoResults = [
  {
    hub: 'ostersund',
    project: 'lugna-natter',
    slug: 'nattlig-tillsyn-med-kamera',
    by: 'maja',
    publishedBy: 'henrik',
    title: 'Nattlig tillsyn med kamera: rutin, samtycke och mått',
    content: {
      what: 'Tre korta bildtillsyner ersätter besök om natten för den som själv har sagt ja. Rutinen, samtyckesblanketten och bladet för mätning är gemensamma för kommunerna och kan användas som de är.',
      suits:
        'Kommuner med långa nattrutter och personer som sover lätt. Passar inte den som behöver hjälp på plats varje natt.',
      skills:
        'En samordnare på halvtid under tre månader, två timmars utbildning för nattpersonalen.',
      contracts:
        'Avrop på kommunens avtal för trygghetsteknik. Personuppgiftsbiträdesavtal behövs.',
      contact: 'Nattpatrullen, Östersunds kommun, natt@ostersunds-kommun.example',
      startOre: '14500000',
      yearOre: '3800000',
      effects: [
        {
          what: 'Färre körda kilometer om natten',
          amount: '42 %',
          how: 'MEASURED' as const,
          source: 'Körjournaler i två kommuner, tolv veckor före och efter',
        },
        {
          what: 'Fler nätter utan att bli väckt',
          amount: '3 nätter av 10',
          how: 'MEASURED' as const,
          source: 'Dagböcker från 31 personer som själva sagt ja',
        },
        {
          what: 'Lägre kostnad för nattpersonal',
          amount: '310 000 kr om året',
          how: 'ESTIMATED' as const,
          source: 'Kommunens ekonomer, räknat på dagens schema',
        },
      ],
      guides: [
        { label: 'Rutin och samtycke', url: 'https://ostersund.example/natt/rutin' },
        { label: 'Mätblad', url: 'https://ostersund.example/natt/matning' },
      ],
    },
    adoptions: [
      { org: 'ostersunds-kommun', by: 'henrik', state: 'IN_USE', days: 210 },
      { org: 'are-kommun', by: 'sanna', state: 'INTRODUCING', days: 40 },
      { org: 'region-jamtland-harjedalen', by: 'anders', state: 'WATCHING', days: 20 },
    ],
  },
] as const;
