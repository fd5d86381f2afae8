import * as fc from 'fast-check';
import {
  availabilityOf,
  coverChain,
  coverOf,
  firstContact,
  isAway,
  isNotFirstContact,
  mayTake
} from '../../../src/domain/officers/contact';
import { healthOf } from '../../../src/domain/officers/health';
import type { Officer, OfficerDirectory, Service } from '../../../src/domain/officers/officer';
import { workingWeekdays } from '../../../src/domain/officers/workingPattern';

/** Whom members ask first, who covers, and when somebody is back. 2026-11-27 is a Friday. */

const anOfficer = (id: number, details: Partial<Officer> = {}): Officer => ({
  ...{
    id,
    name: `Officer ${String.fromCharCode(64 + id)}`,
    surname: String.fromCharCode(64 + id),
    job: '',
    seniority: 'Officer',
    isLiaison: false
  },
  ...{
    email: '',
    phone: '',
    account: '',
    bestContact: '',
    workingPattern: '',
    description: '',
    profile: '',
    photo: '',
    reviewed: '2026-11-01'
  },
  ...details
});
const aService = (details: Partial<Service> = {}): Service => ({
  ...{
    id: 1,
    title: 'Waste',
    directorate: '',
    does: '',
    topics: [],
    routine: '',
    routineLink: '',
    outOfHours: '',
    isGeneralContact: false
  },
  reviewed: '2026-11-01',
  ...details
});
const aDirectory = (officers: Officer[], services: Service[] = [aService()], closures: string[] = []): OfficerDirectory => ({
  services,
  officers: new Map(officers.map((officer) => [officer.id, officer])),
  closures: new Set(closures)
});
const liaison = (id: number, details: Partial<Officer> = {}): Officer => anOfficer(id, { isLiaison: true, serviceId: 1, ...details });
const today = '2026-11-27';
const away = { absence: { from: '2026-11-23', to: '2026-12-04' } };

describe('the first contact', () => {
  test('is a liaison officer who is at work', () => {
    const directory = aDirectory([liaison(1, away), liaison(2)]);
    expect(firstContact(aService(), today, directory)).toMatchObject({ kind: 'liaison', officer: { id: 2 } });
  });
  test('is who covers, if all of them are away', () => {
    const directory = aDirectory([liaison(1, { ...away, coverId: 3 }), anOfficer(3)]);
    expect(firstContact(aService(), today, directory)).toMatchObject({ kind: 'cover', officer: { id: 3 }, for: { id: 1 } });
  });
  test('is found through more than one absence', () => {
    const directory = aDirectory([liaison(1, { ...away, coverId: 2 }), anOfficer(2, { ...away, coverId: 3 }), anOfficer(3)]);
    expect(firstContact(aService(), today, directory)).toMatchObject({ kind: 'cover', officer: { id: 3 } });
    expect(coverChain(liaison(1, { ...away, coverId: 2 }), today, directory).chain.map(({ id }) => id)).toEqual([2, 3]);
  });
  test('is the head of service where cover goes in a circle, and where there is none', () => {
    const service = aService({ headId: 9 });
    const head = anOfficer(9, { seniority: 'Head of service' });
    const circle = aDirectory([liaison(1, { ...away, coverId: 2 }), anOfficer(2, { ...away, coverId: 1 }), head], [service]);
    expect(firstContact(service, today, circle)).toMatchObject({ kind: 'senior', officer: { id: 9 } });
    expect(firstContact(service, today, aDirectory([liaison(1, away), head], [service]))).toMatchObject({
      kind: 'senior',
      officer: { id: 9 }
    });
    expect(firstContact(service, today, aDirectory([head], [service]))).toMatchObject({ kind: 'senior', officer: { id: 9 } });
  });
  test('is who covers for the head, the director, and at last the general contact', () => {
    const service = aService({ headId: 9, directorId: 8 });
    const general = aService({ id: 2, title: 'Contact centre', isGeneralContact: true });
    const head = anOfficer(9, { ...away, coverId: 7 });
    expect(firstContact(service, today, aDirectory([head, anOfficer(7), anOfficer(8)], [service, general]))).toMatchObject({
      officer: { id: 7 }
    });
    expect(firstContact(service, today, aDirectory([head, anOfficer(8)], [service, general]))).toMatchObject({ officer: { id: 8 } });
    expect(firstContact(service, today, aDirectory([head], [service, general]))).toEqual({ kind: 'general', service: general });
    expect(firstContact(service, today, aDirectory([head], [service]))).toEqual({ kind: 'general', service: undefined });
  });
  test('of part-timers is who is in today, else who is back first', () => {
    const monday = liaison(1, { workingPattern: 'Monday to Wednesday' });
    const friday = liaison(2, { workingPattern: 'Fridays' });
    expect(firstContact(aService(), today, aDirectory([monday, friday]))).toMatchObject({ officer: { id: 2 } });
    expect(firstContact(aService(), '2026-11-28', aDirectory([monday, friday]))).toMatchObject({
      officer: { id: 1 },
      availability: { kind: 'not today', back: '2026-11-30' }
    });
  });
  test('a cover outside of the directory that was deleted counts as none', () => {
    expect(coverOf(liaison(1, { ...away, coverId: 99 }), today, aDirectory([]))).toBeUndefined();
  });
  test('is never somebody who is absent, whatever the covers', () => {
    const someone = fc.record({ away: fc.boolean(), liaison: fc.boolean(), cover: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(fc.array(someone, { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 9 }), (people, headId) => {
        const officers = people.map(({ away: isOut, liaison: isLiaison, cover }, index) =>
          anOfficer(index + 1, { isLiaison, serviceId: 1, coverId: cover, ...(isOut ? away : {}) })
        );
        const service = aService({ headId });
        const found = firstContact(service, today, aDirectory(officers, [service]));
        return found.kind === 'general' || !isAway(found.officer, today);
      })
    );
  });
});

describe('somebody is back', () => {
  const back = (officer: Officer, date: string, closures: string[] = []): string | undefined => {
    const state = availabilityOf(officer, date, aDirectory([], [], closures));
    return state.kind === 'in' ? 'in' : state.back;
  };
  const christmas = ['2026-12-25', '2026-12-28', '2027-01-01'];
  test('on the working day after a bank holiday', () => {
    expect(back(anOfficer(1, { absence: { from: '2026-12-21', to: '2026-12-24' } }), '2026-12-22', christmas)).toBe('2026-12-29');
    expect(back(anOfficer(1, { absence: { from: '2026-03-30', to: '2026-04-02' } }), '2026-04-02', ['2026-04-03', '2026-04-06'])).toBe(
      '2026-04-07'
    );
  });
  test('on their own next day, if they work part of the week', () => {
    const officer = anOfficer(1, { workingPattern: 'Mon and Thu', absence: { from: '2026-12-21', to: '2026-12-24' } });
    expect(back(officer, '2026-12-22', christmas)).toBe('2026-12-31');
  });
  test('after a bank holiday that is no absence', () => {
    expect(back(anOfficer(1), '2026-12-25', christmas)).toBe('2026-12-29');
    expect(back(anOfficer(1), '2026-12-29', christmas)).toBe('in');
  });
  test('on a Saturday, if that is when they work', () => {
    expect(back(anOfficer(1, { workingPattern: 'Saturdays' }), today)).toBe('2026-11-28');
  });
  test('nobody knows when, while the end is open', () => {
    expect(back(anOfficer(1, { absence: { from: '2026-11-01' } }), today)).toBeUndefined();
  });
  test('the first and the last day are part of an absence', () => {
    const officer = anOfficer(1, { absence: { from: '2026-11-26', to: '2026-11-27' } });
    expect(['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28'].map((date) => isAway(officer, date))).toEqual([
      false,
      true,
      true,
      false
    ]);
  });
});

test.each([
  ['', undefined],
  ['Part time', undefined],
  ['Monday to Thursday', [1, 2, 3, 4]],
  ['Mon–Wed, 9 to 3', [1, 2, 3]],
  ['Mon, Wed and Fri mornings', [1, 3, 5]],
  ['Weekdays except Tuesdays', [1, 3, 4, 5]],
  ['Not Fridays', [1, 2, 3, 4]],
  ['Thurs to Mon', [0, 1, 4, 5, 6]],
  ['Tues, Thu pm', [2, 4]],
  ['Month end only', undefined],
  ['Works from home Tuesdays', undefined],
  ['Weekdays, not after 3 on Wed', [1, 2, 3, 4, 5]],
  ['Saturday mornings', [6]]
])('“%s” are days %p', (pattern, days) => expect([...(workingWeekdays(pattern) ?? [])].sort()).toEqual(days ?? []));

describe('seniority', () => {
  test('what is not routine goes to managers and above, and to liaison officers (Uttlesford 3.9)', () => {
    expect(mayTake(anOfficer(1), 'routine')).toBe(true);
    expect(mayTake(anOfficer(1), 'other')).toBe(false);
    expect(mayTake(liaison(1), 'other')).toBe(true);
    expect(mayTake(anOfficer(1, { seniority: 'Manager' }), 'other')).toBe(true);
  });
  test('heads of service and above are not asked first', () => {
    expect(
      ['Chief executive', 'Director', 'Head of service', 'Manager', 'Officer'].map((level) =>
        isNotFirstContact(anOfficer(1, { seniority: level as Officer['seniority'] }))
      )
    ).toEqual([true, true, true, false, false]);
  });
});

test('owners see what is missing', () => {
  const directory = aDirectory(
    [
      liaison(1, away),
      liaison(2, { ...away, coverId: 3, reviewed: '2026-01-01' }),
      anOfficer(3),
      liaison(4, { absence: { from: '2026-01-01', to: '2026-02-01' } }),
      liaison(5, { absence: { from: '2027-02-01', to: '2027-02-05' } })
    ],
    [aService(), aService({ id: 2, title: 'Parks', reviewed: '2026-05-01' })]
  );
  const health = healthOf(directory, today);
  expect(health.withoutLiaison.map(({ title }) => title)).toEqual(['Parks']);
  expect(health.withoutCover.map(({ id }) => id)).toEqual([1, 5]);
  expect(health.officers.map(({ id }) => id)).toEqual([2]);
  expect(health.services.map(({ title }) => title)).toEqual(['Parks']);
  expect(health.noGeneralContact).toBe(true);
});
