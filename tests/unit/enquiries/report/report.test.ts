import * as fc from 'fast-check';
import { csvOf } from '../../../../src/domain/csv';
import { figuresOf, hideSmall, reportOf, smallest, type Counted } from '../../../../src/domain/enquiries/report';

const isClosed = (day: string): boolean => day === '2026-12-25';
const enquiry = (more: Partial<Counted> = {}): Counted => ({
  ...{ ward: 'Castle', service: 'Highways', kind: 'casework', come: '2026-11-24', state: 'new', acknowledgeBy: '2026-11-25' },
  ...{ acknowledged: undefined, replied: undefined, repliedLate: false, replyBy: '2026-12-08', closed: undefined, outcome: '' },
  ...more
});
const today = '2026-12-10';
const figures = (rows: Counted[]): ReturnType<typeof figuresOf> => figuresOf(rows, today, isClosed);

test('what is neither done nor past its day is not counted as late', () => {
  const early = figuresOf([enquiry()], '2026-11-25', isClosed);
  expect(early).toMatchObject({ count: 1, open: 1, acknowledged: { of: 0, in: 0 }, answered: { of: 0, in: 0 }, workingDays: undefined });
  expect(figures([enquiry()])).toMatchObject({ acknowledged: { of: 1, in: 0 }, answered: { of: 1, in: 0 } });
});

test('what was acknowledged and answered in time, and working days taken', () => {
  const rows = [
    enquiry({ state: 'closed', acknowledged: '2026-11-25', replied: '2026-11-26', outcome: 'done' }),
    enquiry({ state: 'answered', acknowledged: '2026-11-26', replied: '2026-12-09', repliedLate: true }),
    enquiry({ state: 'answered', acknowledged: '2026-11-24', replied: '2026-12-01' }),
    enquiry({ state: 'withdrawn', closed: '2026-11-24' })
  ];
  expect(figures(rows)).toMatchObject({
    ...{ count: 4, open: 0, withdrawn: 1, acknowledged: { of: 3, in: 2 }, answered: { of: 3, in: 2 } },
    // 2, 11 and 5 working days.
    workingDays: 5
  });
  expect([...figures(rows).outcomes]).toEqual([['done', 1]]);
});

test('a report counts what came in its period, by month also the months without any', () => {
  const rows = [enquiry(), enquiry({ come: '2026-09-30' }), enquiry({ come: '2027-01-01' })];
  const report = reportOf(rows, { from: '2026-09-01', to: '2026-12-31', by: 'month', today, isClosed });
  expect(report.all.count).toBe(2);
  expect(report.groups.map(({ name, figures: { count } }) => [name, count])).toEqual([
    ['2026-09', 1],
    ['2026-10', 0],
    ['2026-11', 1],
    ['2026-12', 0]
  ]);
});

const anyRows = fc.array(
  fc.record({
    service: fc.constantFrom('Highways', 'Housing', 'Planning', 'Licensing'),
    state: fc.constantFrom('new' as const, 'answered' as const, 'closed' as const, 'withdrawn' as const),
    outcome: fc.constantFrom('', 'done', 'explained')
  }),
  { maxLength: 60 }
);

test('groups add up to the whole', () => {
  fc.assert(
    fc.property(anyRows, (given) => {
      const report = reportOf(given.map(enquiry), { from: '2026-11-01', to: '2026-11-30', by: 'service', today, isClosed });
      expect(report.groups.reduce((sum, { figures: { count } }) => sum + count, 0)).toBe(report.all.count);
      expect(report.all.count).toBe(given.length);
    })
  );
});

test('no small number is shown, nor can one be worked out from the total', () => {
  fc.assert(
    fc.property(anyRows, (given) => {
      const report = reportOf(given.map(enquiry), { from: '2026-11-01', to: '2026-11-30', by: 'service', today, isClosed });
      const shown = hideSmall(report);
      const counts = shown.groups.map(({ figures: { count } }) => count);
      for (const count of counts) expect(count === 'hidden' || count === 0 || count >= smallest).toBe(true);
      for (const {
        figures: { outcomes, open, withdrawn }
      } of shown.groups) {
        for (const count of [...outcomes.values(), open, withdrawn])
          expect(count === 'hidden' || count === 0 || count >= smallest).toBe(true);
      }
      // What is hidden together, which the total tells, is more than few: or nothing is shown at all.
      const left = (figure: (group: (typeof report.groups)[number]) => number, isHidden: (index: number) => boolean): void => {
        const hiddenOnes = report.groups.filter((_, index) => isHidden(index));
        const sum = hiddenOnes.reduce((all, group) => all + figure(group), 0);
        const everything = hiddenOnes.length === report.groups.length;
        if (hiddenOnes.length > 0 && !everything) expect(sum === 0 || (hiddenOnes.length > 1 && sum >= 2 * smallest)).toBe(true);
      };
      left(
        ({ figures }) => figures.count,
        (index) => counts[index] === 'hidden'
      );
      left(
        ({ figures }) => figures.open,
        (index) => shown.groups[index]?.figures.open === 'hidden'
      );
      left(
        ({ figures }) => figures.withdrawn,
        (index) => shown.groups[index]?.figures.withdrawn === 'hidden'
      );
    })
  );
});

test('two small ones beside a large one are not told by what is left of the total', () => {
  const rows = [
    ...Array.from({ length: 20 }, () => enquiry()),
    ...['Housing', 'Planning'].flatMap((service) => Array.from({ length: 4 }, () => enquiry({ service }))),
    ...Array.from({ length: 9 }, () => enquiry({ service: 'Licensing' }))
  ];
  const shown = hideSmall(reportOf(rows, { from: '2026-11-01', to: '2026-11-30', by: 'service', today, isClosed }));
  expect(shown.groups.map(({ name, figures: { count } }) => [name, count])).toEqual([
    ['Highways', 20],
    ['Licensing', 'hidden'],
    ['Housing', 'hidden'],
    ['Planning', 'hidden']
  ]);
});

test('what was closed before its day had no reply to give, what was withdrawn after it was late', () => {
  const rows = [
    enquiry({ state: 'closed', acknowledged: '2026-11-25', closed: '2026-11-25', outcome: 'same as another' }),
    enquiry({ state: 'withdrawn', closed: '2026-12-09' }),
    enquiry({ state: 'waiting', acknowledged: '2026-11-25' })
  ];
  expect(figures(rows)).toMatchObject({ acknowledged: { of: 3, in: 2 }, answered: { of: 1, in: 0 } });
});

test.each(['=1+1', '+44 1632', '-2', '@SUM(A1)', '\t=1', ' =HYPERLINK("http://x")', '\r=1'])(
  '%j is no formula in a spreadsheet',
  (text) => {
    expect(
      csvOf([[text]])
        .replace(/^\uFEFF"?/, '')
        .startsWith("'")
    ).toBe(true);
  }
);

test('commas, quotes and lines stay within their cell', () => {
  expect(csvOf([['a,b', 'say "x"', 'two\nlines', 7]])).toBe('\uFEFF"a,b","say ""x""","two\nlines",7\r\n');
});
