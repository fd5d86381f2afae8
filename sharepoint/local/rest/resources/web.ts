import { listIdNotFound, unknownProperty, userNotFound } from '../../errors';
import { pathOf } from '../../store/items';
import { permission } from '../../store/permission-bits';
import type { WebSettings } from '../../store/site';
import { serverRelative } from '../addresses';
import { webUrl, type Call } from '../call';
import {
  asObject,
  collectionResource,
  entityResource,
  linksTo,
  nothing,
  plainProperties,
  value,
  withChildren,
  type Entity,
  type Resource
} from '../model';
import { numberArgument, textArgument } from '../path';
import { checkSetting, checkTitle, type SettingType } from '../settings';
import { fileByPath, fileResource } from './files';
import { folderResource, siteFolderEntity, siteFolderResource } from './folders';
import { listEntity } from './list-entity';
import { listById, listByUrl, listsResource, visibleLists } from './lists';
import { siteFieldsResource } from './fields';
import { featuresResource } from './features';
import { recycleBinEntities, recycleBinResource } from './recycle-bin';
import { regionalSettings, regionalSettingsResource } from './regional-settings';
import { currentUserResource, ensureUser, groupEntity, groupResource, groupsResource, userEntity, userOf, usersResource } from './people';
import { roleById, roleDefinitionsResource, securityLinks, securityParts, securityProperties } from './security';
import { changeEntities, changeQuery } from './changes';
import { textResource, webParts } from './site-parts';
import { createAssociatedGroups } from './associated-groups';
import { siteAuthor } from './site';

type AssociatedGroup = 'owner' | 'member' | 'visitor';

/** The web as REST shows it. */
export function webEntity(call: Call): Entity {
  const { site } = call;
  const settings = site.web;
  const lastModified = site.lists.all().reduce((latest, { modified }) => (modified > latest ? modified : latest), site.created);
  return {
    kind: 'entity',
    type: 'SP.Web',
    edit: 'Web',
    properties: {
      AllowRssFeeds: true,
      AlternateCssUrl: '',
      AppInstanceId: '00000000-0000-0000-0000-000000000000',
      Configuration: 0,
      Created: site.created,
      CurrentChangeToken: { StringValue: `1;2;${site.ids.web};${Date.parse(site.created)};0` },
      CustomMasterUrl: `${site.path}/_catalogs/masterpage/seattle.master`,
      DesignPackageId: '00000000-0000-0000-0000-000000000000',
      DocumentLibraryCalloutOfficeWebAppPreviewersDisabled: false,
      EnableMinimalDownload: false,
      FooterEmphasis: 0,
      FooterEnabled: true,
      FooterLayout: 0,
      HeaderEmphasis: 0,
      HeaderLayout: 0,
      HideTitleInHeader: false,
      HorizontalQuickLaunch: true,
      Id: site.ids.web,
      IsEduClass: false,
      IsHomepageModernized: true,
      IsMultilingual: false,
      Language: 1033,
      LastItemModifiedDate: lastModified,
      LastItemUserModifiedDate: lastModified,
      LogoAlignment: 0,
      MasterUrl: `${site.path}/_catalogs/masterpage/seattle.master`,
      MegaMenuEnabled: true,
      NavAudienceTargetingEnabled: false,
      NoCrawl: false,
      ObjectCacheEnabled: false,
      OverwriteTranslationsOnChange: false,
      RecycleBinEnabled: true,
      ResourcePath: { DecodedUrl: webUrl(call) },
      SearchScope: 0,
      ServerRelativeUrl: site.path,
      SyndicationEnabled: true,
      UIVersion: 15,
      Url: webUrl(call),
      WebTemplate: 'SITEPAGEPUBLISHING',
      WelcomePage: 'SitePages/Home.aspx',
      ...settings
    },
    onRequest: {
      ...securityProperties(call, { kind: 'web' }),
      ServerRelativePath: () => ({ DecodedUrl: site.path })
    },
    links: {
      CurrentUser: () => userEntity(call, call.user),
      Lists: () => ({ kind: 'collection', set: 'SP.ApiData.Lists', entities: visibleLists(call).map((list) => listEntity(call, list)) }),
      SiteGroups: () => ({
        kind: 'collection',
        set: 'SP.ApiData.Groups',
        entities: site.principals.groups().map((group) => groupEntity(call, group))
      }),
      ParentWeb: () => undefined,
      ...linksTo(
        () => webResource(call),
        [
          'AllProperties',
          'AssociatedMemberGroup',
          'AssociatedOwnerGroup',
          'AssociatedVisitorGroup',
          'Author',
          'AvailableContentTypes',
          'AvailableFields',
          'ContentTypes',
          'EventReceivers',
          'Features',
          'Fields',
          'Folders',
          'Navigation',
          'RoleDefinitions',
          'RootFolder',
          'SiteUserInfoList',
          'UserCustomActions',
          'WebInfos',
          'Webs'
        ]
      ),
      RegionalSettings: () => regionalSettings(call),
      RecycleBin: () => recycleBinEntities(call, 1),
      SiteUsers: () => ({
        kind: 'collection',
        set: 'SP.ApiData.Users',
        entities: site.principals.users().map((user) => userEntity(call, user))
      }),
      ...securityLinks(call, { kind: 'web' }, 'Web')
    }
  };
}

/** Settings that can be changed, with their types. */
const writable = new Map<string, SettingType>([
  ['Title', 'text'],
  ['Description', 'text'],
  ['SiteLogoUrl', 'text'],
  ['QuickLaunchEnabled', 'boolean'],
  ['TreeViewEnabled', 'boolean'],
  ['MembersCanShare', 'boolean'],
  ['EnableMinorVersions', 'boolean']
] satisfies [keyof WebSettings, SettingType][]);

/** Lists that SharePoint makes by itself are asked for by their template. */
function listOfTemplate(call: Call, template: number): Resource {
  const list = call.site.lists.all().find((one) => one.template === template);
  if (!list) throw listIdNotFound();
  return listById(call, list.id);
}

/** The hidden list in which SharePoint keeps people. Its items are reached as users only. */
const userInformationList = (call: Call): Entity => ({
  kind: 'entity',
  type: 'SP.List',
  edit: 'Web/SiteUserInfoList',
  properties: {
    BaseTemplate: 112,
    BaseType: 0,
    EntityTypeName: 'UserInfo',
    Hidden: true,
    ItemCount: call.site.principals.users().length + call.site.principals.groups().length,
    ListItemEntityTypeFullName: 'SP.Data.UserInfoItem',
    Title: 'User Information List'
  }
});

/** What an administrator set for the whole tenant; all parts are null of what nobody set. */
function storageEntity(call: Call, key: string): Entity {
  const { tenantProperties } = call.site;
  const found = Object.hasOwn(tenantProperties, key) ? tenantProperties[key] : undefined;
  const properties = { Comment: null, Description: found?.description ?? null, Value: found?.value ?? null };
  return { kind: 'entity', type: 'SP.StorageEntity', edit: `Web/GetStorageEntity('${key.replace(/'/g, "''")}')`, properties };
}

/** The web parts of installed solutions, as the page editor's toolbox lists them. */
const clientSideWebParts = (call: Call): Resource =>
  collectionResource('SP.ApiData.ClientSideComponents', () =>
    call.site.webParts.map(({ id, name, manifest }) => ({
      kind: 'entity',
      type: 'SP.Publishing.ClientSideComponent',
      edit: `Web/GetClientSideWebParts('${id}')`,
      properties: { ComponentType: 1, Id: id, Manifest: manifest, ManifestType: 1, Name: name, Status: 0 }
    }))
  );

/** _api/web */
export function webResource(call: Call): Resource {
  const { site } = call;
  const associated = (kind: AssociatedGroup): Resource => {
    const ids = site.read<Record<AssociatedGroup, number>>('associated groups');
    return groupResource(call, site.principals.groupById(ids[kind]));
  };
  return withChildren(
    entityResource(() => webEntity(call), {
      merge: (changes) => {
        call.access.web(permission.manageWeb);
        const given = plainProperties(changes);
        for (const [name, setting] of given) {
          const type = writable.get(name);
          if (!type) throw unknownProperty(name, 'SP.Web');
          if (name === 'Title') checkTitle(setting);
          else checkSetting(name, setting, type);
        }
        site.updateWeb(Object.fromEntries(given) as Partial<WebSettings>);
        return nothing();
      }
    }),
    {
      lists: (segment) => (segment.called ? listById(call, textArgument(segment, 'id')) : listsResource(call)),
      getlist: (segment) => listByUrl(call, textArgument(segment, 'strUrl')),
      currentuser: () =>
        withChildren(currentUserResource(call), {
          groups: () => ({
            get: () => ({
              kind: 'collection',
              set: 'SP.ApiData.Groups',
              entities: site.principals.groupsOf(call.user.id).map((group) => groupEntity(call, group))
            })
          })
        }),
      siteusers: (segment) => (segment.called ? userOf(call, segment.positional[0]) : usersResource(call)),
      getuserbyid: (segment) => {
        const user = site.principals.userById(numberArgument(segment, 'userId'));
        if (!user) throw userNotFound();
        return entityResource(() => userEntity(call, user));
      },
      sitegroups: (segment) =>
        segment.called ? groupResource(call, site.principals.groupById(numberArgument(segment, 'id'))) : groupsResource(call),
      associatedownergroup: () => associated('owner'),
      associatedmembergroup: () => associated('member'),
      associatedvisitorgroup: () => associated('visitor'),
      ensureuser: () => ({ post: (body) => userEntity(call, ensureUser(call, asObject(body).logonName)) }),
      roledefinitions: (segment) => (segment.called ? roleById(call, numberArgument(segment, 'id')) : roleDefinitionsResource(call)),
      ...securityParts(call, { kind: 'web' }, 'Web'),
      getfolderbyserverrelativepath: (segment) => folderResource(call, textArgument(segment, 'decodedUrl')),
      getfolderbyserverrelativeurl: (segment) => folderResource(call, textArgument(segment, 'serverRelativeUrl')),
      getfilebyserverrelativepath: (segment) => fileByPath(call, textArgument(segment, 'decodedUrl')),
      getfilebyserverrelativeurl: (segment) => fileByPath(call, textArgument(segment, 'serverRelativeUrl')),
      getfilebyurl: (segment) => fileByPath(call, serverRelative(call, textArgument(segment, 'fileUrl'))),
      getfilebyid: (segment) => fileResource(call, site.items.byUniqueId(textArgument(segment, 'uniqueId'))),
      getfolderbyid: (segment) => {
        const id = textArgument(segment, 'uniqueId').toLowerCase();
        const list = site.lists.all().find((one) => one.id === id);
        if (id === site.ids.web) return siteFolderResource(call);
        const item = list ? undefined : site.items.byUniqueId(id);
        return folderResource(call, list?.root ?? (item && pathOf(item)) ?? '');
      },
      fields: (segment) => siteFieldsResource(call, segment.called ? textArgument(segment, 'id') : undefined),
      availablefields: (segment) => siteFieldsResource(call, segment.called ? textArgument(segment, 'id') : undefined),
      recyclebin: (segment) => recycleBinResource(call, segment, 1),
      features: (segment) => featuresResource(call, 'web', segment),
      author: () => entityResource(() => siteAuthor(call)),
      createdefaultassociatedgroups: (segment) => createAssociatedGroups(call, segment),
      regionalsettings: () => regionalSettingsResource(call),
      getchanges: () => ({
        post: (body) => {
          const query = changeQuery(body);
          const entities = visibleLists(call).flatMap((list) => changeEntities(call, list, query));
          return { kind: 'collection', set: 'SP.ApiData.Changes', entities };
        }
      }),
      getclientsidewebparts: () => clientSideWebParts(call),
      getstorageentity: (segment) => ({ get: () => storageEntity(call, textArgument(segment, 'key')) }),
      rootfolder: () => siteFolderResource(call),
      folders: (segment) =>
        segment.called
          ? folderResource(call, `${site.path}/${textArgument(segment, 'url')}`)
          : { get: () => siteFolderEntity(call).links?.Folders?.() ?? value('Folders', null) },
      siteuserinfolist: () => entityResource(() => userInformationList(call)),
      titleresource: () => textResource(() => site.web.Title),
      descriptionresource: () => textResource(() => site.web.Description),
      defaultdocumentlibrary: () => listByUrl(call, 'Shared Documents'),
      getcatalog: (segment) => listOfTemplate(call, numberArgument(segment, 'typeCatalog')),
      ...webParts
    }
  );
}
