import { badRequest, fieldNotFound, unknownProperty, viewNotFound } from '../../errors';
import type { List, View } from '../../store/lists';
import { permission } from '../../store/permission-bits';
import { escapeXml } from '../../escape';
import type { Call } from '../call';
import {
  asObject,
  collectionResource,
  deleted,
  entityResource,
  nothing,
  plainProperties,
  value,
  withChildren,
  type Answer,
  type Entity,
  type Resource
} from '../model';
import { textArgument, type Segment } from '../path';
import { viewAsHtml } from './list-data';
import { child, isTrue, readXml } from '../xml';
import { checkSetting, checkTitle, type SettingType } from '../settings';
import { plainGuid } from '../../store/guid';

const scopes = ['', 'Recursive', 'RecursiveAll', 'FilesOnly'];

const fieldRefs = (view: View): string => view.ViewFields.map((name) => `<FieldRef Name="${escapeXml(name)}" />`).join('');

const viewFieldsEntity = (list: List, view: View): Entity => ({
  kind: 'entity',
  type: 'SP.ViewFieldCollection',
  edit: `Web/Lists(guid'${list.id}')/Views(guid'${view.id}')/ViewFields`,
  properties: { SchemaXml: fieldRefs(view), Items: view.ViewFields }
});

/** A view as REST shows it. */
export const viewEntity = (list: List, view: View): Entity => {
  const { id, title, ViewFields, ...settings } = view;
  const page = `${list.root}/${list.library ? 'Forms/' : ''}${title.replace(/[^A-Za-z0-9]/g, '')}.aspx`;
  const scope = scopes[view.Scope] ? ` Scope="${scopes[view.Scope]}"` : '';
  return {
    kind: 'entity',
    type: 'SP.View',
    edit: `Web/Lists(guid'${list.id}')/Views(guid'${id}')`,
    properties: {
      Id: id,
      Title: title,
      BaseViewId: '1',
      ContentTypeId: { StringValue: '0x' },
      EditorModified: false,
      Formats: null,
      HtmlSchemaXml: `<View Name="{${id.toUpperCase()}}" DisplayName="${escapeXml(title)}" Url="${page}"><Query>${view.ViewQuery}</Query><ViewFields>${fieldRefs(view)}</ViewFields><RowLimit Paged="${view.Paged ? 'TRUE' : 'FALSE'}">${view.RowLimit}</RowLimit></View>`,
      ImageUrl: '/_layouts/15/images/generic.png?rev=47',
      IncludeRootFolder: false,
      ListViewXml: `<View${scope}><Query>${view.ViewQuery}</Query><ViewFields>${fieldRefs(view)}</ViewFields><RowLimit Paged="${view.Paged ? 'TRUE' : 'FALSE'}">${view.RowLimit}</RowLimit></View>`,
      Method: null,
      MobileDefaultView: view.DefaultView,
      MobileView: true,
      ModerationType: null,
      OrderedView: false,
      ReadOnlyView: false,
      RequiresClientIntegration: false,
      ServerRelativeUrl: page,
      StyleId: null,
      Threaded: false,
      Toolbar: '',
      ToolbarTemplateName: null,
      ViewData: null,
      ViewJoins: null,
      ViewProjectedFields: null,
      ...settings
    },
    links: { ViewFields: () => viewFieldsEntity(list, view) }
  };
};

/** Settings that can be changed, with their types. */
const writable = new Map<string, SettingType>([
  ['ViewQuery', 'text'],
  ['RowLimit', 'whole'],
  ['Paged', 'boolean'],
  ['DefaultView', 'boolean'],
  ['PersonalView', 'boolean'],
  ['Hidden', 'boolean'],
  ['Scope', 'whole'],
  ['Aggregations', 'text'],
  ['AggregationsStatus', 'text'],
  ['JSLink', 'text'],
  ['CustomFormatter', 'text']
]);
const nullable = new Set(['ViewQuery', 'Aggregations', 'AggregationsStatus', 'CustomFormatter']);
const taken = new Set([
  'ViewTypeKind',
  'ViewType2',
  'ViewData',
  'ViewJoins',
  'ViewProjectedFields',
  'MobileView',
  'MobileDefaultView',
  'IncludeRootFolder',
  'ContentTypeId',
  'Toolbar',
  'EditorModified',
  'TabularView',
  'Method',
  'StyleId',
  'ImageUrl',
  'ListViewXml'
]);

function changesFrom(body: unknown): Partial<View> {
  const changes: Record<string, unknown> = {};
  for (const [name, given] of plainProperties(body)) {
    const type = writable.get(name);
    if (name === 'Title') changes.title = checkTitle(given);
    else if (name === 'ViewFields') {
      const fields = Array.isArray(given) ? given : (given as { results?: unknown } | null)?.results;
      checkSetting(name, fields, 'texts');
      changes.ViewFields = fields;
    } else if (type) {
      checkSetting(name, given, type, nullable.has(name));
      if (name === 'RowLimit' && Number(given) < 1) throw badRequest('The RowLimit of a view is at least 1.');
      changes[name] = name === 'ViewQuery' ? (given ?? '') : given;
    } else if (!taken.has(name)) throw unknownProperty(name, 'SP.View');
  }
  return changes as Partial<View>;
}

function viewFieldsResource(call: Call, list: List, view: View): Resource {
  const { fields, lists } = call.site;
  const change =
    (edit: (names: string[], segment: Segment, body: unknown) => string[]): ((segment: Segment) => Resource) =>
    (segment) => ({
      post: (body): Answer => {
        call.access.list(list, permission.manageLists);
        lists.updateView(list, view, { ViewFields: edit(view.ViewFields, segment, body) });
        return deleted();
      }
    });
  const known = (name: string): string => {
    const field =
      fields.byName(list.number, name) ?? fields.all(list.number).find(({ Title }) => Title.toLowerCase() === name.toLowerCase());
    if (!field) throw fieldNotFound(name);
    return field.InternalName;
  };
  return withChildren(
    entityResource(() => viewFieldsEntity(list, view)),
    {
      addviewfield: change((names, segment) => {
        const name = known(textArgument(segment, 'strField'));
        return names.includes(name) ? names : [...names, name];
      }),
      removeviewfield: change((names, segment) => names.filter((name) => name !== known(textArgument(segment, 'strField')))),
      removeallviewfields: change(() => []),
      moveviewfieldto: change((names, _segment, body) => {
        const { field, index } = asObject(body);
        const name = known(String(field));
        const others = names.filter((other) => other !== name);
        return [...others.slice(0, Number(index)), name, ...others.slice(Number(index))];
      })
    }
  );
}

/** Query, columns and page of a <View> element. */
function readViewXml(given: unknown): Partial<View> {
  const invalid = (): Error => badRequest('The view XML is not valid.');
  if (typeof given !== 'string') throw invalid();
  const [view, ...more] = readXml(given, 'view XML');
  if (view?.name !== 'View' || more.length > 0) throw invalid();
  const limit = Number(child(view, 'RowLimit')?.text);
  const names = child(view, 'ViewFields')?.children.map((field) => field.attributes.get('Name') ?? '');
  // A view keeps its query as it was written.
  const query = child(view, 'Query') ? /<Query(?:\s[^>]*)?>(.*?)<\/Query>/s.exec(given)?.[1] : '';
  return {
    ViewQuery: (query ?? '').trim(),
    Scope: Math.max(
      0,
      scopes.findIndex((scope) => scope.toLowerCase() === (view.attributes.get('Scope') ?? '').toLowerCase())
    ),
    Paged: isTrue(child(view, 'RowLimit'), 'Paged'),
    ...(names ? { ViewFields: names } : {}),
    ...(Number.isInteger(limit) && limit > 0 ? { RowLimit: limit } : {})
  };
}

/** One view. Throws SharePoint's error for none. */
export function viewResource(call: Call, list: List, view: View | undefined): Resource {
  if (!view) throw viewNotFound();
  const { lists } = call.site;
  const current = (): View => lists.views(list).find(({ id }) => id === view.id) ?? view;
  return withChildren(
    entityResource(() => viewEntity(list, current()), {
      merge: (changes) => {
        call.access.list(list, permission.manageLists);
        lists.updateView(list, current(), changesFrom(changes));
        return nothing();
      },
      remove: () => {
        call.access.list(list, permission.manageLists);
        lists.removeView(view);
        return deleted();
      }
    }),
    {
      viewfields: () => viewFieldsResource(call, list, current()),
      renderashtml: () => ({ get: () => value('RenderAsHtml', viewAsHtml(call, list, current())) }),
      setviewxml: () => ({
        post: (body) => {
          call.access.list(list, permission.manageLists);
          lists.updateView(list, current(), readViewXml(asObject(body).viewXml));
          return deleted();
        }
      })
    }
  );
}

/** views(guid'...') */
export const viewById = (call: Call, list: List, id: string): Resource =>
  viewResource(
    call,
    list,
    call.site.lists.views(list).find((view) => view.id === plainGuid(id))
  );

/** The views of a list. */
export function viewsResource(call: Call, list: List): Resource {
  const { lists } = call.site;
  const listed = collectionResource('SP.ApiData.Views', () => lists.views(list).map((view) => viewEntity(list, view)), {
    post: (body) => {
      call.access.list(list, permission.manageLists);
      const { title, ...settings } = changesFrom(body);
      return { ...viewEntity(list, lists.addView(list, { ...settings, title: title ?? '' })), status: 201 };
    }
  });
  return withChildren(listed, {
    getbyid: (segment) => viewById(call, list, textArgument(segment, 'guidId')),
    getbytitle: (segment) => {
      const title = textArgument(segment, 'strTitle').toLowerCase();
      return viewResource(
        call,
        list,
        lists.views(list).find((view) => view.title.toLowerCase() === title)
      );
    }
  });
}
