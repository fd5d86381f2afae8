import * as fc from 'fast-check';
import { api } from '../support/api';
import { people, TestServer } from '../support/server';

/** 1,000 random queries in each language give what a plain look at every row gives. */

interface RowValues {
  Title: string | null;
  Status: string | null;
  Amount: number | null;
  Due: string | null;
  Day: string | null;
  Done: boolean | null;
  Tags: string[];
  Notes: string | null;
  ward: number | null;
  wards: number[];
  owner: number | null;
}

/** A condition, from which both languages are written and which is looked at plainly. */
type Condition =
  | { kind: 'and' | 'or'; left: Condition; right: Condition }
  | { kind: 'not'; inner: Condition }
  | { kind: 'leaf'; odata: string; caml: string; holds: (row: RowValues, language: 'odata' | 'caml') => boolean };

let server: TestServer;
const list = "web/lists/getByTitle('Queried')";
const wardNames = ['Arden', 'Beech', 'arbour', "O'Neill & Co", 'Ångström'];
const words = ['alpha', 'Beta', 'alp', 'x & y', "it's", '<b>', 'ALPHA one', 'ß', ''];
const statuses = ['New', 'Open', 'open again', 'Closed'];
const tags = ['a', 'B', 'c d'];
const days = ['2026-03-28', '2026-03-29', '2026-10-25', '2026-11-22', '2026-01-01'];
const times = ['00:00:00', '00:30:00', '12:00:00', '23:30:00', '23:59:59'];
const rows = new Map<number, RowValues>();
let everyUser: { Id: number; LoginName: string }[] = [];
let me = 0;

const post = <T>(path: string, body: object): Promise<T> => api(server, people.owner).done<T>(path, body);
const get = <T>(path: string): Promise<T> => api(server, people.owner).done<T>(path);

/** The same numbers at every run. */
const sample = <T>(arbitrary: fc.Arbitrary<T>, count: number, seed: number): T[] => fc.sample(arbitrary, { numRuns: count, seed });

beforeAll(async () => {
  server = await TestServer.start();
  await post('web/lists', { Title: 'Wards here', BaseTemplate: 100 });
  for (const Title of wardNames) await post("web/lists/getByTitle('Wards here')/items", { Title });
  const { Id: wards } = await get<{ Id: string }>("web/lists/getByTitle('Wards here')");
  await post('web/lists', { Title: 'Queried', BaseTemplate: 100 });
  for (const xml of [
    '<Field Type="Choice" Name="Status" DisplayName="Status"><CHOICES><CHOICE>New</CHOICE></CHOICES></Field>',
    '<Field Type="Number" Name="Amount" DisplayName="Amount" Indexed="TRUE"/>',
    '<Field Type="DateTime" Name="Due" DisplayName="Due" Format="DateTime"/>',
    '<Field Type="DateTime" Name="Day" DisplayName="Day" Format="DateOnly"/>',
    '<Field Type="Boolean" Name="Done" DisplayName="Done"/>',
    '<Field Type="MultiChoice" Name="Tags" DisplayName="Tags"><CHOICES><CHOICE>a</CHOICE></CHOICES></Field>',
    '<Field Type="Note" Name="Notes" DisplayName="Notes"/>',
    `<Field Type="Lookup" Name="Ward" DisplayName="Ward" List="{${wards}}" ShowField="Title"/>`,
    `<Field Type="Lookup" Name="Wards" DisplayName="Wards" List="{${wards}}" ShowField="Title" Mult="TRUE"/>`,
    '<Field Type="User" Name="Owner" DisplayName="Owner"/>'
  ]) {
    await post(`${list}/fields/createfieldasxml`, { parameters: { SchemaXml: xml, Options: 8 } });
  }
  everyUser = (await get<{ value: { Id: number; LoginName: string }[] }>('web/siteusers')).value;
  me = (await get<{ Id: number }>('web/currentuser')).Id;
  const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 4 });
  const moment = fc.tuple(fc.constantFrom(...days), fc.constantFrom(...times)).map(([day, time]) => `${day}T${time}Z`);
  const made = sample(
    fc.record<RowValues>({
      Title: optional(fc.constantFrom(...words.filter((word) => word !== ''))),
      Status: optional(fc.constantFrom(...statuses)),
      Amount: optional(fc.constantFrom(-1.5, 0, 1, 2, 10, 1000)),
      Due: optional(moment),
      Day: optional(fc.constantFrom(...days)),
      Done: optional(fc.boolean()),
      Tags: fc.uniqueArray(fc.constantFrom(...tags), { maxLength: 3 }),
      Notes: optional(fc.constantFrom('alpha in a long note', 'nothing', 'Beta')),
      ward: optional(fc.integer({ min: 1, max: wardNames.length })),
      wards: fc.uniqueArray(fc.integer({ min: 1, max: wardNames.length }), { maxLength: 3 }),
      owner: optional(fc.constantFrom(...everyUser.map(({ Id }) => Id)))
    }),
    80,
    1
  );
  for (const row of made) {
    const { ward, wards: several, owner, Tags, ...plain } = row;
    const { Id } = await post<{ Id: number }>(`${list}/items`, { ...plain, Tags, WardId: ward, WardsId: several, OwnerId: owner });
    rows.set(Id, row);
  }
});
afterAll(() => server.stop());

const fold = (text: string): string => text.toLocaleLowerCase('en-GB');
const xml = (text: string): string => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
const quoted = (text: string): string => `'${text.replace(/'/g, "''")}'`;

const compared: Record<string, (order: number) => boolean> = {
  eq: (order) => order === 0,
  lt: (order) => order < 0,
  le: (order) => order <= 0,
  gt: (order) => order > 0,
  ge: (order) => order >= 0
};
const camlNames: Record<string, string> = { eq: 'Eq', ne: 'Neq', lt: 'Lt', le: 'Leq', gt: 'Gt', ge: 'Geq' };

/** Empty ones fail every comparison but OData's "ne". */
const holds = <T extends string | number>(operator: string, value: T | null, wanted: T, language: string): boolean => {
  if (value === null) return operator === 'ne' && language === 'odata';
  if (operator === 'ne') return value !== wanted;
  return compared[operator]?.(value < wanted ? -1 : value > wanted ? 1 : 0) ?? false;
};
const caml = (operator: string, name: string, type: string, value: string, reference = '', attributes = ''): string =>
  `<${camlNames[operator]}><FieldRef Name="${name}"${reference}/><Value Type="${type}"${attributes}>${xml(value)}</Value></${camlNames[operator]}>`;

const operator = fc.constantFrom('eq', 'ne', 'lt', 'le', 'gt', 'ge');

const london = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });
const dayOf = (iso: string): string => london.format(new Date(iso));
/** Midnight in London of a date, as it is stored: UTC. */
const midnight = (date: string): string => {
  for (const hour of ['00', '23']) {
    const day = hour === '00' ? date : new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
    const moment = `${day}T${hour}:00:00Z`;
    const hours = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', hourCycle: 'h23' }).format(
      new Date(moment)
    );
    if (dayOf(moment) === date && hours === '00') return moment;
  }
  throw new Error(date);
};

const text = fc
  .tuple(fc.constantFrom('Title', 'Status'), operator, fc.constantFrom(...words.filter((word) => word !== ''), ...statuses))
  .map(([name, op, word]): Condition => ({
    kind: 'leaf',
    odata: `${name} ${op} ${quoted(word)}`,
    caml: caml(op, name, 'Text', word),
    holds: (row, language) => {
      const value = row[name as 'Title'];
      return holds(op, value === null ? null : fold(value), fold(word), language);
    }
  }));
const number = fc.tuple(operator, fc.constantFrom(-1.5, 0, 1, 5, 1000)).map(([op, wanted]): Condition => ({
  kind: 'leaf',
  odata: `Amount ${op} ${wanted}`,
  caml: caml(op, 'Amount', 'Number', String(wanted)),
  holds: (row, language) => holds(op, row.Amount, wanted, language)
}));
const yesNo = fc.tuple(fc.constantFrom('eq', 'ne'), fc.boolean(), fc.boolean()).map(([op, wanted, asNumber]): Condition => ({
  kind: 'leaf',
  odata: `Done ${op} ${asNumber ? Number(wanted) : wanted}`,
  caml: caml(op, 'Done', 'Boolean', wanted ? '1' : '0'),
  holds: (row, language) => holds(op, row.Done === null ? null : Number(row.Done), Number(wanted), language)
}));
/** With the time: the moment. */
const moment = fc.tuple(operator, fc.constantFrom(...days), fc.constantFrom(...times)).map(([op, day, time]): Condition => ({
  kind: 'leaf',
  odata: `Due ${op} datetime'${day}T${time}Z'`,
  caml: caml(op, 'Due', 'DateTime', `${day}T${time}Z`, '', ' IncludeTimeValue="TRUE" StorageTZ="TRUE"'),
  holds: (row, language) => holds(op, row.Due === null ? null : Date.parse(row.Due), Date.parse(`${day}T${time}Z`), language)
}));
/** A date in a column without times; in CAML also the day of a column with times. */
const date = fc.tuple(operator, fc.constantFrom('Day', 'Due'), fc.constantFrom(...days)).map(([op, name, day]): Condition => ({
  kind: 'leaf',
  odata: `Day ${op} datetime'${midnight(day)}'`,
  caml: caml(op, name, 'DateTime', day),
  holds: (row, language) => {
    const of = language === 'odata' ? row.Day : name === 'Day' ? row.Day : row.Due === null ? null : dayOf(row.Due);
    return holds(op, of, day, language);
  }
}));
const part = fc
  .tuple(fc.constantFrom('startswith', 'substringof'), fc.constantFrom('al', 'PHA', 'x &', "t's", '<', 'ß', 'one'))
  .map(([how, word]): Condition => ({
    kind: 'leaf',
    odata: how === 'startswith' ? `startswith(Title,${quoted(word)})` : `substringof(${quoted(word)}, Title)`,
    caml:
      how === 'startswith'
        ? `<BeginsWith><FieldRef Name="Title"/><Value Type="Text">${xml(word)}</Value></BeginsWith>`
        : `<Contains><FieldRef Name="Title"/><Value Type="Text">${xml(word)}</Value></Contains>`,
    holds: (row) => {
      const value = fold(row.Title ?? '');
      return row.Title !== null && (how === 'startswith' ? value.startsWith(fold(word)) : value.includes(fold(word)));
    }
  }));
const empty = fc
  .tuple(fc.constantFrom('eq', 'ne'), fc.constantFrom('Title', 'Status', 'Amount', 'Due', 'Done'))
  .map(([op, name]): Condition => ({
    kind: 'leaf',
    odata: `${name} ${op} null`,
    caml: op === 'eq' ? `<IsNull><FieldRef Name="${name}"/></IsNull>` : `<IsNotNull><FieldRef Name="${name}"/></IsNotNull>`,
    holds: (row) => (row[name as 'Title'] === null) === (op === 'eq')
  }));
const lookupId = fc.tuple(fc.constantFrom('eq', 'ne'), fc.integer({ min: 1, max: 6 })).map(([op, id]): Condition => ({
  kind: 'leaf',
  odata: `WardId ${op} ${id}`,
  caml: caml(op, 'Ward', 'Lookup', String(id), ' LookupId="TRUE"'),
  holds: (row, language) => holds(op, row.ward, id, language)
}));
const lookupText = fc.constantFrom(...wardNames).map((name): Condition => ({
  kind: 'leaf',
  odata: `Ward/Title eq ${quoted(name)}`,
  caml: caml('eq', 'Ward', 'Lookup', name),
  holds: (row) => row.ward !== null && wardNames[row.ward - 1] === name
}));

/** What only CAML has. */
const several = fc.tuple(fc.boolean(), fc.boolean(), fc.integer({ min: 1, max: wardNames.length })).map(([not, byId, id]): Condition => {
  const element = not ? 'NotIncludes' : 'Includes';
  const value = byId ? String(id) : String(wardNames[id - 1]);
  return {
    kind: 'leaf',
    odata: '',
    caml: `<${element}><FieldRef Name="Wards"${byId ? ' LookupId="TRUE"' : ''}/><Value Type="LookupMulti">${xml(value)}</Value></${element}>`,
    holds: (row) => row.wards.includes(id) !== not
  };
});
const oneOf = fc.oneof(
  fc.uniqueArray(fc.constantFrom(...statuses, 'Nowhere'), { minLength: 1, maxLength: 4 }).map((wanted): Condition => ({
    kind: 'leaf',
    odata: '',
    caml: `<In><FieldRef Name="Status"/><Values>${wanted.map((one) => `<Value Type="Text">${one}</Value>`).join('')}</Values></In>`,
    holds: (row) => row.Status !== null && wanted.map(fold).includes(fold(row.Status))
  })),
  fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }).map((wanted): Condition => ({
    kind: 'leaf',
    odata: '',
    caml: `<In><FieldRef Name="Ward" LookupId="TRUE"/><Values>${wanted.map((one) => `<Value Type="Integer">${one}</Value>`).join('')}</Values></In>`,
    holds: (row) => row.ward !== null && wanted.includes(row.ward)
  }))
);
const choiceOf = fc.tuple(fc.constantFrom('Eq', 'Contains'), fc.constantFrom(...tags)).map(([element, tag]): Condition => ({
  kind: 'leaf',
  odata: '',
  caml: `<${element}><FieldRef Name="Tags"/><Value Type="MultiChoice">${tag}</Value></${element}>`,
  holds: (row) => row.Tags.some((one) => (element === 'Eq' ? fold(one) === fold(tag) : fold(one).includes(fold(tag))))
}));
const note = fc.constantFrom('alpha', 'note', 'BETA').map((word): Condition => ({
  kind: 'leaf',
  odata: '',
  caml: `<Contains><FieldRef Name="Notes"/><Value Type="Note">${word}</Value></Contains>`,
  holds: (row) => fold(row.Notes ?? '').includes(fold(word)) && row.Notes !== null
}));
const mine = fc.constant<Condition>({
  kind: 'leaf',
  odata: '',
  caml: '<Eq><FieldRef Name="Owner"/><Value Type="Integer"><UserID/></Value></Eq>',
  holds: (row) => row.owner === me
});

const both = fc.oneof(text, number, yesNo, moment, date, part, empty, lookupId, lookupText);
const tree = (leaf: fc.Arbitrary<Condition>, negation: boolean): fc.Arbitrary<Condition> =>
  fc.letrec<{ tree: Condition }>((tie) => {
    const joined: fc.Arbitrary<Condition> = fc
      .tuple(fc.constantFrom('and' as const, 'or' as const), tie('tree'), tie('tree'))
      .map(([kind, left, right]) => ({ kind, left, right }));
    const negated: fc.Arbitrary<Condition> = tie('tree').map((inner) => ({ kind: 'not', inner }));
    return { tree: fc.oneof({ maxDepth: 4, withCrossShrink: true }, leaf, joined, ...(negation ? [negated] : [])) };
  }).tree;

const odataOf = (condition: Condition): string => {
  if (condition.kind === 'leaf') return condition.odata;
  if (condition.kind === 'not') return `not (${odataOf(condition.inner)})`;
  return `(${odataOf(condition.left)} ${condition.kind} ${odataOf(condition.right)})`;
};
const camlOf = (condition: Condition): string => {
  if (condition.kind === 'leaf') return condition.caml;
  if (condition.kind === 'not') return '';
  const element = condition.kind === 'and' ? 'And' : 'Or';
  return `<${element}>${camlOf(condition.left)}${camlOf(condition.right)}</${element}>`;
};
const isTrue = (condition: Condition, row: RowValues, language: 'odata' | 'caml'): boolean => {
  if (condition.kind === 'leaf') return condition.holds(row, language);
  if (condition.kind === 'not') return !isTrue(condition.inner, row, language);
  const [left, right] = [isTrue(condition.left, row, language), isTrue(condition.right, row, language)];
  return condition.kind === 'and' ? left && right : left || right;
};
const expected = (condition: Condition, language: 'odata' | 'caml'): number[] =>
  [...rows].filter(([, row]) => isTrue(condition, row, language)).map(([id]) => id);

test('$filter finds what a plain look at every row finds', async () => {
  await fc.assert(
    fc.asyncProperty(tree(both, true), async (condition) => {
      const filter = encodeURIComponent(odataOf(condition));
      const { value } = await get<{ value: { Id: number }[] }>(`${list}/items?$select=Id&$top=500&$filter=${filter}`);
      expect(value.map(({ Id }) => Id)).toEqual(expected(condition, 'odata'));
    }),
    { numRuns: 1000, seed: 20261122 }
  );
}, 120_000);

test('CAML finds what a plain look at every row finds, through GetItems and RenderListDataAsStream', async () => {
  await fc.assert(
    fc.asyncProperty(tree(fc.oneof(both, several, oneOf, choiceOf, note, mine), false), fc.boolean(), async (condition, stream) => {
      const ViewXml = `<View Scope="RecursiveAll"><Query><Where>${camlOf(condition)}</Where></Query><ViewFields><FieldRef Name="ID"/></ViewFields><RowLimit>500</RowLimit></View>`;
      const found = stream
        ? (await post<{ Row: { ID: string }[] }>(`${list}/RenderListDataAsStream`, { parameters: { ViewXml } })).Row.map(({ ID }) =>
            Number(ID)
          )
        : (await post<{ value: { Id: number }[] }>(`${list}/getitems`, { query: { ViewXml } })).value.map(({ Id }) => Id);
      expect(found).toEqual(expected(condition, 'caml'));
    }),
    { numRuns: 1000, seed: 20261122 }
  );
}, 120_000);

test('Membership finds people by the groups they are in', async () => {
  const query = async (where: string): Promise<number[]> => {
    const { value } = await post<{ value: { Id: number }[] }>(`${list}/getitems`, {
      query: { ViewXml: `<View><Query><Where>${where}</Where></Query></View>` }
    });
    return value.map(({ Id }) => Id);
  };
  const owned = (ids: number[]): number[] => [...rows].filter(([, { owner }]) => owner !== null && ids.includes(owner)).map(([id]) => id);
  const { value: groups } = await get<{ value: { Id: number }[] }>('web/sitegroups');
  for (const { Id } of groups.slice(0, 6)) {
    const { value: members } = await get<{ value: { Id: number }[] }>(`web/sitegroups(${Id})/users`);
    const wanted = members.map((member) => member.Id);
    expect(await query(`<Membership Type="SPGroup" ID="${Id}"><FieldRef Name="Owner"/></Membership>`)).toEqual(owned(wanted));
  }
  expect(await query('<Membership Type="SPWeb.AllUsers"><FieldRef Name="Owner"/></Membership>')).toEqual(
    owned(everyUser.map(({ Id }) => Id))
  );
  const mineIn = await get<{ value: { Id: number }[] }>('web/currentuser/groups');
  expect(mineIn.value.length).toBeGreaterThan(0);
  const toGroup = await post<{ Id: number }>(`${list}/items`, { Title: 'for a group', OwnerId: mineIn.value[0]?.Id });
  expect(await query('<Membership Type="CurrentUserGroups"><FieldRef Name="Owner"/></Membership>')).toEqual([toGroup.Id]);
});
