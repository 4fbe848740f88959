import type { Temporal } from 'temporal-polyfill';
import { holidaysOf } from '#lib/workspace/holidays.ts';
import { demoHubs } from './hubs.ts';
import type { HubSlug, SeedBooking } from './types.ts';

/** Something an organisation does at the hub again and again. */
type Habit = {
  hub: HubSlug;
  who: readonly [org: string, person: string];
  place: string;
  /** ISO weekdays, Monday to Friday. */
  days: readonly number[];
  weeks: 'every' | 'even' | 'odd';
  hours: readonly [from: string, to: string];
  purpose: string;
};

const habits: readonly Habit[] = [
  ...ostersund(),
  ...vasterbotten(),
  ...vastraGotaland(),
  ...innlandet(),
];

/**
 * Bookings from a day, the first of last month unless said, to three weeks ahead of today, the same for the same day.
 * Local times at the hub; no two of them share a place at the same time; weekdays that are no holidays only.
 */
export function demoBookings(
  today: Temporal.PlainDate,
  from = today.with({ day: 1 }).subtract({ months: 1 }),
): SeedBooking[] {
  const { days: length } = from.until(today.add({ days: 22 }), { largestUnit: 'days' });
  const days = Array.from({ length }, (_, index) => from.add({ days: index }));
  return days.flatMap((day) =>
    habits.filter((habit) => falls(habit, day)).map((habit) => booking(habit, day)),
  );
}

function falls(habit: Habit, day: Temporal.PlainDate): boolean {
  const parity = (day.weekOfYear ?? 0) % 2 === 0 ? 'even' : 'odd';
  const country = demoHubs.find(({ slug }) => slug === habit.hub)?.country ?? 'SE';
  if (holidaysOf(country, day.year).some(({ date }) => day.equals(date))) return false;
  return habit.days.includes(day.dayOfWeek) && (habit.weeks === 'every' || habit.weeks === parity);
}

function booking(habit: Habit, day: Temporal.PlainDate): SeedBooking {
  const [org, person] = habit.who;
  const [from, to] = habit.hours;
  return {
    hub: habit.hub,
    placeKey: habit.place,
    org,
    person,
    start: day.toPlainDateTime(from),
    end: day.toPlainDateTime(to),
    purpose: habit.purpose,
  };
}

function ostersund(): Habit[] {
  const hub = 'ostersund';
  const lasvarg = ['lasvarg', 'emil'] as const;
  const fjallsyn = ['fjallsyn', 'amina'] as const;
  const region = ['region-jamtland-harjedalen', 'elin'] as const;
  const ostersunds = ['ostersunds-kommun', 'maja'] as const;
  const are = ['are-kommun', 'sanna'] as const;
  const berg = ['bergs-kommun', 'petra'] as const;
  return [
    habit(hub, lasvarg, 'plats-1', [1, 2, 4], 'every', '08:00-16:00', 'Arbetsdag i huset'),
    habit(hub, fjallsyn, 'plats-2', [2, 3], 'every', '08:30-15:30', 'Arbetsdag i huset'),
    habit(hub, fjallsyn, 'plats-6', [4], 'odd', '09:00-16:00', 'Tester av videobesök'),
    habit(hub, are, 'plats-9', [3], 'even', '09:00-15:00', 'Arbetsdag i huset'),
    habit(hub, berg, 'plats-13', [1], 'every', '08:00-12:00', 'Skriver om hälsorummet'),
    habit(hub, berg, 'plats-14', [5], 'odd', '08:00-13:00', 'Arbetsdag i huset'),
    habit(hub, region, 'storsjon', [1], 'every', '09:00-11:00', 'Avstämning i länsprojekten'),
    habit(hub, region, 'storsjon', [3], 'odd', '13:00-15:30', 'Styrgrupp nära vård'),
    habit(hub, ostersunds, 'storsjon', [4], 'every', '10:00-11:30', 'Hemtjänstens utvecklare'),
    habit(hub, lasvarg, 'froson', [2], 'every', '13:00-14:30', 'Möte om lås i trapphus'),
    habit(hub, are, 'froson', [4], 'even', '09:00-12:00', 'Planering av vintern i hemtjänsten'),
    habit(hub, ostersunds, 'anderson', [1, 3], 'every', '14:00-15:00', 'Projektmöte'),
    habit(hub, fjallsyn, 'tysta-rummet', [2, 5], 'every', '10:00-11:00', 'Videobesök, provkörning'),
    habit(hub, region, 'areskutan', [5], 'even', '09:00-14:00', 'Utbildningsdag'),
    habit(hub, lasvarg, 'testlabbet', [3], 'every', '09:00-12:00', 'Låset i kyla'),
    habit(hub, fjallsyn, 'testlabbet', [4], 'odd', '13:00-16:00', 'Ljud i liten hall'),
    habit(hub, ostersunds, 'showroom', [2], 'even', '13:00-15:00', 'Visning för vård och omsorg'),
  ];
}

function vasterbotten(): Habit[] {
  const hub = 'vasterbotten';
  const kvistlarm = ['kvistlarm', 'tove'] as const;
  const alvband = ['alvband', 'jonas'] as const;
  const region = ['region-vasterbotten', 'siri'] as const;
  const vilhelmina = ['vilhelmina-kommun', 'linnea'] as const;
  const lycksele = ['lycksele-kommun', 'rolf'] as const;
  return [
    habit(hub, kvistlarm, 'plats-1', [1, 3], 'every', '08:00-16:00', 'Arbetsdag i huset'),
    habit(hub, alvband, 'plats-4', [2], 'every', '08:00-15:00', 'Arbetsdag i huset'),
    habit(hub, vilhelmina, 'plats-5', [3], 'odd', '09:30-15:00', 'Arbetsdag i huset'),
    habit(hub, region, 'umealven', [2], 'every', '09:00-11:30', 'Arbetsgrupp för modellområdet'),
    habit(hub, lycksele, 'umealven', [4], 'even', '13:00-15:00', 'Chefsmöte'),
    habit(hub, kvistlarm, 'vindelalven', [3], 'even', '10:00-11:00', 'Möte om larm utan täckning'),
    habit(hub, region, 'halsorummet', [1], 'odd', '13:00-15:00', 'Övning i hälsorummet'),
    habit(hub, vilhelmina, 'showroom', [3], 'odd', '13:00-14:30', 'Visning för pensionärsråd'),
  ];
}

function vastraGotaland(): Habit[] {
  const hub = 'vastra-gotaland';
  const kajkant = ['kajkant', 'arvid'] as const;
  const tonlage = ['tonlage', 'minna'] as const;
  const region = ['vastra-gotalandsregionen', 'karin'] as const;
  const goteborg = ['goteborgs-kommun', 'nadja'] as const;
  const uddevalla = ['uddevalla-kommun', 'bengt'] as const;
  return [
    habit(hub, kajkant, 'plats-1', [1, 2, 5], 'every', '08:00-16:00', 'Arbetsdag i huset'),
    habit(hub, tonlage, 'plats-4', [2, 3], 'every', '09:00-17:00', 'Arbetsdag i huset'),
    habit(hub, uddevalla, 'plats-6', [4], 'odd', '09:00-15:00', 'Mellan två möten'),
    habit(hub, goteborg, 'gota-alv', [1], 'every', '13:00-16:00', 'Förberedelser inför mässan'),
    habit(hub, region, 'gota-alv', [3], 'even', '09:00-12:00', 'Nätverk välfärdsteknik'),
    habit(hub, uddevalla, 'byfjorden', [4], 'odd', '10:00-12:00', 'Digitala lås, projektgrupp'),
    habit(hub, kajkant, 'robotlabbet', [2, 4], 'every', '13:00-17:00', 'Roboten lär sig dörrar'),
    habit(hub, goteborg, 'showroom', [4], 'even', '13:00-15:30', 'Visning för enhetschefer'),
  ];
}

function innlandet(): Habit[] {
  const hub = 'innlandet';
  const asvarsel = ['asvarsel', 'eirik'] as const;
  const pilleskrinet = ['pilleskrinet', 'marte'] as const;
  const fylket = ['innlandet-fylkeskommune', 'kari'] as const;
  const folldal = ['folldal-kommune', 'ingvild'] as const;
  const elverum = ['elverum-kommune', 'oddvar'] as const;
  return [
    habit(hub, asvarsel, 'plats-1', [1, 2, 3], 'every', '08:00-15:30', 'Arbeidsdag i huset'),
    habit(hub, pilleskrinet, 'plats-3', [2, 4], 'every', '09:00-15:00', 'Arbeidsdag i huset'),
    habit(hub, folldal, 'plats-6', [4], 'even', '10:00-15:00', 'Arbeidsdag i huset'),
    habit(hub, fylket, 'mjosa', [1], 'every', '12:00-14:00', 'Spleiselaget, arbeidsgruppe'),
    habit(hub, elverum, 'mjosa', [4], 'odd', '09:00-11:30', 'Helsefellesskapet, forberedelser'),
    habit(hub, asvarsel, 'glomma', [3], 'every', '13:00-14:00', 'Møte om alarmmottak'),
    habit(hub, pilleskrinet, 'provehjemmet', [4], 'even', '09:00-12:00', 'Prøver nye dosetter'),
    habit(hub, folldal, 'showroom', [4], 'even', '15:00-16:30', 'Visning for eldrerådet'),
  ];
}

function habit(
  hub: HubSlug,
  who: Habit['who'],
  place: string,
  days: readonly number[],
  weeks: Habit['weeks'],
  hours: `${string}-${string}`,
  purpose: string,
): Habit {
  const [from = '', to = ''] = hours.split('-');
  return { hub, who, place, days, weeks, hours: [from, to], purpose };
}
