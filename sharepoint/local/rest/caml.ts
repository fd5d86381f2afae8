import { badRequest, fieldNotFound } from '../errors';
import type { TypedField } from '../store/fields';
import { readDate, type Locale } from '../store/locale';
import { day, fromSiteTime, isoSeconds, siteMidnight, toSiteTime, withinDates } from '../store/time-zone';
import type { Comparison, Filter } from './filter';
import type { Scope } from './item-query';
import { child, isTrue, readXml, type Element } from './xml';

/** What a <View> asks for. */
export interface CamlView {
  filter?: Filter;
  orderBy: { path: string; descending: boolean }[];
  scope: Scope;
  rowLimit?: number;
  /** Whether there are further pages: otherwise the limit is absolute. */
  paged: boolean;
  viewFields?: string[];
}

/** What reading a query needs to know of the list and of who asks. */
export interface CamlContext {
  field(name: string): TypedField | undefined;
  userId: number;
  /** Groups that the user is in. */
  groupIds(): number[];
  /** Ids of the users in a group. */
  membersOf(group: number): number[];
  allUsers(): number[];
  allGroups(): number[];
  locale: Locale;
  /** The time of the request, in milliseconds. */
  now: number;
}

const scopes = new Map<string, Scope>([
  ['', 'items'],
  ['default', 'items'],
  ['recursive', 'Recursive'],
  ['recursiveall', 'RecursiveAll'],
  ['filesonly', 'FilesOnly']
]);

const comparisons = new Map<string, Comparison>([
  ['Eq', 'eq'],
  ['Neq', 'ne'],
  ['Lt', 'lt'],
  ['Leq', 'le'],
  ['Gt', 'gt'],
  ['Geq', 'ge']
]);

const notValid = (element: Element): Error =>
  badRequest(`One or more field types are not installed properly, or the query is not valid: <${element.name}> cannot be used here.`);

const text = (value: string): Extract<Filter, { kind: 'compare' }>['right'] => ({ kind: 'literal', type: 'text', value });

/** Reads the <Where> of CAML. */
class Where {
  public constructor(private readonly context: CamlContext) {}

  public read(element: Element): Filter {
    switch (element.name) {
      case 'And':
      case 'Or': {
        const [left, right, ...more] = element.children;
        if (!left || !right || more.length > 0) throw badRequest(`<${element.name}> needs exactly two conditions.`);
        return { kind: element.name === 'And' ? 'and' : 'or', left: this.read(left), right: this.read(right) };
      }
      case 'IsNull':
      case 'IsNotNull':
        return this.compare(this.fieldOf(element), element.name === 'IsNull' ? 'eq' : 'ne', { kind: 'literal', type: 'null', value: null });
      case 'BeginsWith':
      case 'Contains': {
        const path = this.fieldOf(element).path;
        return {
          kind: element.name === 'Contains' ? 'substringof' : 'startswith',
          text: { kind: 'property', path },
          part: text(this.valueOf(child(element, 'Value'), element))
        };
      }
      case 'In': {
        const values = child(element, 'Values')?.children ?? [];
        if (values.length === 0 || values.length > 500) throw badRequest('<In> needs between one and 500 values.');
        const { path, field } = this.fieldOf(element);
        const given = values.map((value) => this.valueOf(value, element));
        if (field.TypeAsString !== 'DateTime') return { kind: 'in', path, values: given.map((one) => this.plain(field, one)) };
        return values.map((value) => this.date(element, 'eq', value)).reduce((left, right) => ({ kind: 'or', left, right }));
      }
      case 'Includes':
      case 'NotIncludes': {
        const included = this.compare(this.fieldOf(element), 'eq', text(this.valueOf(child(element, 'Value'), element)));
        return element.name === 'Includes' ? included : { kind: 'not', inner: included };
      }
      case 'Membership':
        return this.membership(element);
      default: {
        const operator = comparisons.get(element.name);
        if (!operator) throw notValid(element);
        const value = child(element, 'Value');
        const { field } = this.fieldOf(element);
        if (field.TypeAsString === 'DateTime') return this.date(element, operator, value);
        return this.compare(this.fieldOf(element), operator, text(this.plain(field, this.valueOf(value, element))));
      }
    }
  }

  private compare({ path }: { path: string }, operator: Comparison, right: Extract<Filter, { kind: 'compare' }>['right']): Filter {
    return { kind: 'compare', operator, left: { kind: 'property', path }, right };
  }

  private fieldOf(element: Element): { field: TypedField; path: string } {
    const reference = child(element, 'FieldRef');
    const name = reference?.attributes.get('Name');
    if (name === undefined) throw badRequest(`<${element.name}> needs a <FieldRef Name="...">.`);
    const field = this.context.field(name);
    if (!field) throw fieldNotFound(name);
    const value = child(element, 'Value') ?? child(element, 'Values')?.children[0];
    const byId = isTrue(reference, 'LookupId') || child(value, 'UserID') !== undefined || isEmptyTest(element);
    return { field, path: field.type.refers && byId ? `${field.InternalName}Id` : field.InternalName };
  }

  /** A value as text. <UserID/> is whoever asks. */
  private valueOf(value: Element | undefined, element: Element): string {
    if (!value) throw badRequest(`<${element.name}> needs a <Value>.`);
    if (child(value, 'UserID')) return String(this.context.userId);
    return value.text;
  }

  /** A value as the column keeps it: yes and no as 1 and 0. */
  private plain(field: TypedField, value: string): string {
    if (field.TypeAsString !== 'Boolean' && field.TypeAsString !== 'Attachments') return value;
    if (/^(1|true|yes)$/i.test(value.trim())) return '1';
    if (/^(0|false|no)$/i.test(value.trim())) return '0';
    throw badRequest(`The value '${value}' is not valid for the column '${field.Title}'.`);
  }

  /** Dates are compared by day in the site's time, unless the value says IncludeTimeValue. */
  private date(element: Element, operator: Comparison, value: Element | undefined): Filter {
    const { path } = this.fieldOf(element);
    const compare = (with_: Comparison, moment: number): Filter =>
      this.compare({ path }, with_, { kind: 'literal', type: 'datetime', value: isoSeconds(withinDates(moment)) });
    const exact = withinDates(this.moment(value, element));
    if (isTrue(value, 'IncludeTimeValue')) return compare(operator, exact);
    const wallClock = toSiteTime(exact);
    const start = siteMidnight(wallClock);
    const end = siteMidnight(wallClock + day);
    switch (operator) {
      case 'eq':
        return { kind: 'and', left: compare('ge', start), right: compare('lt', end) };
      case 'ne':
        return { kind: 'or', left: compare('lt', start), right: compare('ge', end) };
      case 'lt':
        return compare('lt', start);
      case 'le':
        return compare('lt', end);
      case 'gt':
        return compare('ge', end);
      case 'ge':
        return compare('ge', start);
    }
  }

  /** The moment that a value names: in the site's time, in UTC with StorageTZ or a Z. */
  private moment(value: Element | undefined, element: Element): number {
    const today = child(value, 'Today');
    const offset = Number(today?.attributes.get('OffsetDays') ?? today?.attributes.get('Offset') ?? 0);
    if (!Number.isInteger(offset) || Math.abs(offset) > 36_500) throw badRequest('The OffsetDays of <Today> is not a whole number.');
    if (today) return siteMidnight(toSiteTime(this.context.now) + offset * day);
    if (child(value, 'Now')) return this.context.now;
    const given = this.valueOf(value, element);
    const wallClock = readDate(given, this.context.locale);
    if (wallClock === undefined) throw badRequest(`The value '${given}' is not a date.`);
    const timed = isTrue(value, 'IncludeTimeValue');
    // Without a time the date counts as it is written, whatever zone follows it.
    return timed && (isTrue(value, 'StorageTZ') || /z$/i.test(given.trim())) ? wallClock : fromSiteTime(wallClock);
  }

  private membership(element: Element): Filter {
    const { field } = this.fieldOf(element);
    if (field.type.refers !== 'person') throw badRequest('<Membership> needs a person or group column.');
    const path = `${field.InternalName}Id`;
    const type = element.attributes.get('Type') ?? '';
    const group = Number(element.attributes.get('ID'));
    switch (type) {
      case 'CurrentUserGroups':
        return { kind: 'member', path, principals: this.context.groupIds() };
      case 'SPGroup':
        if (!Number.isInteger(group)) throw badRequest('<Membership Type="SPGroup"> needs the ID of a group.');
        return { kind: 'member', path, principals: this.context.membersOf(group) };
      case 'SPWeb.Users':
      case 'SPWeb.AllUsers':
        return { kind: 'member', path, principals: this.context.allUsers() };
      case 'SPWeb.Groups':
        return { kind: 'member', path, principals: this.context.allGroups() };
      default:
        throw badRequest(`<Membership Type="${type.slice(0, 40)}"> is not supported.`);
    }
  }
}

const isEmptyTest = (element: Element): boolean => element.name === 'IsNull' || element.name === 'IsNotNull';

/** Reads <Query>: its <Where>, <OrderBy> and <GroupBy>, as a view keeps them. */
function readQuery(elements: Element[], context: CamlContext): Pick<CamlView, 'filter' | 'orderBy'> {
  const known = (reference: Element): TypedField => {
    const name = reference.attributes.get('Name') ?? '';
    const field = context.field(name);
    if (!field) throw fieldNotFound(name);
    return field;
  };
  const where = elements.find(({ name }) => name === 'Where');
  if (where && where.children.length > 1) throw badRequest('<Where> holds one condition; join several with <And> or <Or>.');
  const condition = where?.children[0];
  const sorts = ['GroupBy', 'OrderBy'].flatMap((name) => elements.find((element) => element.name === name)?.children ?? []);
  return {
    ...(condition ? { filter: new Where(context).read(condition) } : {}),
    orderBy: sorts
      .filter(({ name }) => name === 'FieldRef')
      .map((reference) => ({
        path: known(reference).InternalName,
        descending: /^false$/i.test(reference.attributes.get('Ascending') ?? '')
      }))
  };
}

/** Reads the query that a view keeps, without its <Query> element. */
export const readViewQuery = (source: string, context: CamlContext): Pick<CamlView, 'filter' | 'orderBy'> =>
  readQuery(readXml(source, 'query of the view'), context);

/**
 * Reads a <View> of CAML.
 *
 * @throws SharePointError 400 that names what is wrong
 */
export function readCamlView(source: string, context: CamlContext): CamlView {
  const elements = readXml(source, 'view XML');
  const view = elements.find(({ name }) => name === 'View');
  if (!view || elements.length > 1) {
    if (source.trim() !== '') throw badRequest('The view XML needs one <View> element.');
  }
  if (child(view, 'Joins') ?? child(view, 'ProjectedFields')) {
    throw badRequest('The local SharePoint does not have <Joins>: use lookup columns.');
  }
  const scope = scopes.get((view?.attributes.get('Scope') ?? '').toLowerCase());
  if (!scope) throw badRequest(`The Scope of the view is not valid: ${String(view?.attributes.get('Scope')).slice(0, 40)}.`);
  const limit = child(view, 'RowLimit');
  if (limit && !/^\s*\d{1,9}\s*$/.test(limit.text)) throw badRequest('The <RowLimit> of the view is not a number.');
  const fields = child(view, 'ViewFields')?.children.filter(({ name }) => name === 'FieldRef');
  return {
    ...readQuery(child(view, 'Query')?.children ?? [], context),
    scope,
    ...(limit ? { rowLimit: Number(limit.text) } : {}),
    paged: isTrue(limit, 'Paged'),
    ...(fields && fields.length > 0
      ? {
          // A column that the list has not is left out, as it is from a view whose column was deleted.
          viewFields: fields
            .map((field) => context.field(field.attributes.get('Name') ?? '')?.InternalName)
            .filter((name): name is string => name !== undefined)
        }
      : {})
  };
}
