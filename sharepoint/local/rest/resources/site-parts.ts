import type { List } from '../../store/lists';
import { collectionResource, entityResource, value, withChildren, type Children, type Entity, type Resource } from '../model';
import { fileNotFound } from '../../errors';
import { textArgument, type Segment } from '../path';

/** Parts of sites and lists that this SharePoint has none of: they answer as SharePoint does where there are none. */
export const none = (set: string): (() => Resource) => {
  const resource = collectionResource(set, () => []);
  return () => resource;
};

/** A text of a site, list or column by language: it is the same in all. */
export const textResource = (text: () => string): Resource =>
  withChildren(
    { get: () => value('UserResource', text()) },
    { getvalueforuiculture: () => ({ post: () => value('GetValueForUICulture', text()) }) }
  );

/** There are no custom actions, so that there is nothing to clear. */
export const customActions = (): Resource =>
  withChildren(none('SP.ApiData.UserCustomActions')(), { clear: () => ({ post: () => value('Clear', null) }) });

const contentType = (id: string, name: string, description: string): Entity => ({
  kind: 'entity',
  type: 'SP.ContentType',
  edit: `Web/ContentTypes('${id}')`,
  properties: {
    Description: description,
    Group: 'List Content Types',
    Hidden: false,
    Id: { StringValue: id },
    Name: name,
    ReadOnly: false,
    Sealed: false,
    StringId: id
  }
});

const item = contentType('0x01', 'Item', 'Create a new list item.');
const folder = contentType('0x0120', 'Folder', 'Create a new folder.');
const document = contentType('0x0101', 'Document', 'Create a new document.');

/** Content types that everything of their kind has. What hangs below one is empty but for its parent. */
const contentTypes =
  (entities: Entity[]): ((segment: Segment) => Resource) =>
  (segment) => {
    const byId = (id: string): Resource => {
      const found = entities.find(({ properties }) => String(properties.StringId).toLowerCase() === id.toLowerCase());
      if (!found) return { get: () => value('ContentType', null, 'SP.ContentType') };
      return withChildren(
        entityResource(() => found),
        {
          fieldlinks: none('SP.ApiData.FieldLinks'),
          workflowassociations: none('SP.ApiData.WorkflowAssociations'),
          parent: () => entityResource(() => (found === item ? contentType('0x', 'System', '') : item))
        }
      );
    };
    if (segment.called) return byId(textArgument(segment, 'contentTypeId'));
    return withChildren(
      collectionResource('SP.ApiData.ContentTypes', () => entities),
      { getbyid: (step) => byId(textArgument(step, 'contentTypeId')) }
    );
  };

const navigation = (): Resource =>
  withChildren(
    entityResource(() => ({ kind: 'entity', type: 'SP.Navigation', edit: 'Web/Navigation', properties: { UseShared: false } })),
    { quicklaunch: none('SP.ApiData.NavigationNodes'), topnavigationbar: none('SP.ApiData.NavigationNodes') }
  );

const icons = new Set(['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'pdf', 'txt', 'zip', 'gif', 'jpg', 'png', 'xml', 'htm', 'html']);

/** SharePoint's small picture for a kind of document. */
const iconOf = (name: string): string => {
  const extension = name.split('.').pop()?.toLowerCase() ?? '';
  return icons.has(extension) ? `ic${extension}.png` : 'icgen.gif';
};

/** Steps below web that hold little or nothing here. */
export const webParts: Children = {
  webs: none('SP.ApiData.Webs'),
  webinfos: none('SP.ApiData.WebInformations'),
  getsubwebsfilteredforcurrentuser: none('SP.ApiData.WebInformations'),
  usercustomactions: customActions,
  eventreceivers: none('SP.ApiData.EventReceivers'),
  getcustomlisttemplates: none('SP.ApiData.ListTemplates'),
  contenttypes: contentTypes([item, folder, document]),
  availablecontenttypes: contentTypes([item, folder, document]),
  navigation,
  allproperties: () => entityResource(() => ({ kind: 'entity', type: 'SP.PropertyValues', edit: 'Web/AllProperties', properties: {} })),
  maptoicon: (segment) => ({ get: () => value('MapToIcon', iconOf(textArgument(segment, 'filename'))) }),
  hubsitedata: () => ({ get: () => value('HubSiteData', null) }),
  getavailablewebtemplates: () =>
    collectionResource('SP.ApiData.WebTemplates', () => [
      {
        kind: 'entity',
        type: 'SP.WebTemplate',
        edit: "Web/GetAvailableWebTemplates('STS#3')",
        properties: { Id: 1, Lcid: 1033, Name: 'STS#3', Title: 'Team site (no Microsoft 365 group)', IsHidden: false }
      }
    ]),
  parentweb: () => ({ get: () => value('ParentWeb', null, 'SP.WebInformation') })
};

/** Address of the page on which an item is shown, edited or made. */
export const formUrl = (list: List, name: 'DispForm' | 'EditForm' | 'NewForm'): string =>
  `${list.root}/${list.library ? 'Forms/' : ''}${name}.aspx`;

/** The three pages of a list on which an item is shown, edited and made. */
function formsResource(list: List, segment: Segment): Resource {
  const forms = (
    [
      ['DispForm', 4],
      ['EditForm', 6],
      ['NewForm', 8]
    ] as const
  ).map(([name, type]): Entity => {
    const id = `${list.id.slice(0, -1)}${type}`;
    return {
      kind: 'entity',
      type: 'SP.Form',
      edit: `Web/Lists(guid'${list.id}')/Forms(guid'${id}')`,
      properties: { FormType: type, Id: id, ServerRelativeUrl: formUrl(list, name) }
    };
  });
  const found = segment.called ? forms.find(({ properties }) => properties.Id === textArgument(segment, 'id').toLowerCase()) : undefined;
  if (segment.called && !found) throw fileNotFound();
  return found ? entityResource(() => found) : collectionResource('SP.ApiData.Forms', () => forms);
}

/** Rights management, which this SharePoint has not. */
export const noRightsManagement = (): Resource =>
  entityResource(() => ({
    kind: 'entity',
    type: 'SP.InformationRightsManagementSettings',
    edit: 'Web/InformationRightsManagementSettings',
    properties: { AllowPrint: false, AllowScript: false, PolicyTitle: '' }
  }));

/** Steps below a list that hold little or nothing here. */
export const listParts = (list: List): Children => ({
  contenttypes: contentTypes(list.library ? [document, folder] : [item, folder]),
  eventreceivers: none('SP.ApiData.EventReceivers'),
  getrelatedfields: none('SP.ApiData.RelatedFields'),
  usercustomactions: customActions,
  subscriptions: none('SP.ApiData.Subscriptions'),
  forms: (segment) => formsResource(list, segment),
  titleresource: () => textResource(() => list.title),
  descriptionresource: () => textResource(() => list.settings.Description),
  informationrightsmanagementsettings: noRightsManagement
});
