import { escapeXml } from '../../escape';
import { fieldXml } from '../../store/field-xml';
import type { TypedField } from '../../store/fields';
import type { List, View } from '../../store/lists';
import type { Call } from '../call';
import { linksTo, type Entity } from '../model';
import { fieldEntity } from './field-entity';
import { folderEntity } from './folders';
import { itemType } from './item-values';
import { listResource } from './lists';
import { securityLinks, securityProperties } from './security';
import { formUrl } from './site-parts';
import { viewEntity } from './views';
import { webEntity } from './web';

/** Marks a list's state: its settings and columns. */
export const listEtag = (list: List): string => `"${list.id},${list.version}"`;

/** A list as REST shows it. */
export function listEntity(call: Call, list: List): Entity {
  const { site } = call;
  const name = itemType(list);
  return {
    kind: 'entity',
    type: 'SP.List',
    edit: `Web/Lists(guid'${list.id}')`,
    etag: listEtag(list),
    properties: {
      ...list.settings,
      BaseTemplate: list.template,
      BaseType: list.library ? 1 : 0,
      Created: list.created,
      CrawlNonDefaultViews: false,
      CurrentChangeToken: { StringValue: `1;3;${list.id};${Date.parse(list.modified)};${list.version}` },
      DefaultItemOpenUseListSetting: false,
      DisableCommenting: false,
      DisableGridEditing: false,
      DocumentTemplateUrl: null,
      EnableRequestSignOff: true,
      EntityTypeName: name.slice('SP.Data.'.length).replace(/ListItem$|Item$/, list.library ? '' : 'List'),
      ExemptFromBlockDownloadOfNonViewableFiles: false,
      FileSavePostProcessingEnabled: false,
      HasExternalDataSource: false,
      Id: list.id,
      ImagePath: { DecodedUrl: list.settings.ImageUrl },
      IrmExpire: false,
      IrmReject: false,
      IsCatalog: false,
      IsPrivate: false,
      ItemCount: site.lists.itemCount(list),
      LastItemDeletedDate: list.modified,
      LastItemModifiedDate: list.modified,
      LastItemUserModifiedDate: list.modified,
      ListExperienceOptions: 0,
      ListItemEntityTypeFullName: name,
      MajorWithMinorVersionsLimit: 0,
      ParentWebPath: { DecodedUrl: site.path },
      ParentWebUrl: site.path,
      ParserDisabled: false,
      ServerTemplateCanCreateFolders: true,
      TemplateFeatureId: '00bfea71-de22-43b2-a848-c05709900100',
      Title: list.title
    },
    onRequest: {
      ...securityProperties(call, { kind: 'list', list }),
      AllowDeletion: () => !list.settings.IsApplicationList,
      DefaultDisplayFormUrl: () => formUrl(list, 'DispForm'),
      DefaultEditFormUrl: () => formUrl(list, 'EditForm'),
      DefaultNewFormUrl: () => formUrl(list, 'NewForm'),
      IsSiteAssetsLibrary: () => list.root === `${site.path}/SiteAssets`,
      IsSystemList: () => false,
      SchemaXml: () => listXml(list, site.fields.all(list.number)),
      DefaultViewUrl: () => {
        const view = viewOf(call, list);
        return view ? viewEntity(list, view).properties.ServerRelativeUrl : null;
      }
    },
    links: {
      Fields: () => ({
        kind: 'collection',
        set: 'SP.ApiData.Fields',
        entities: site.fields.all(list.number).map((field) => fieldEntity(list, field))
      }),
      Views: () => ({
        kind: 'collection',
        set: 'SP.ApiData.Views',
        entities: site.lists.views(list).map((view) => viewEntity(list, view))
      }),
      DefaultView: () => {
        const view = viewOf(call, list);
        return view && viewEntity(list, view);
      },
      RootFolder: () => folderEntity(call, list, list.root),
      ParentWeb: () => webEntity(call),
      ...linksTo(
        () => listResource(call, list),
        [
          'ContentTypes',
          'DescriptionResource',
          'EventReceivers',
          'Forms',
          'InformationRightsManagementSettings',
          'Items',
          'Subscriptions',
          'TitleResource',
          'UserCustomActions'
        ]
      ),
      ...securityLinks(call, { kind: 'list', list }, `Web/Lists(guid'${list.id}')`)
    }
  };
}

/** A list's definition: its properties and its columns. */
const listXml = (list: List, fields: readonly TypedField[]): string =>
  `<List ID="{${list.id.toUpperCase()}}" Title="${escapeXml(list.title)}" Url="${escapeXml(list.root)}" BaseType="${list.library ? 1 : 0}" ServerTemplate="${list.template}"><Fields>${fields.map(fieldXml).join('')}</Fields></List>`;

/** The view that a list opens with. */
export const viewOf = (call: Call, list: List): View | undefined => {
  const views = call.site.lists.views(list);
  return views.find(({ DefaultView }) => DefaultView) ?? views[0];
};
