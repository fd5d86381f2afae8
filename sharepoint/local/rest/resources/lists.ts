import { badRequest, etagMismatch, listIdNotFound, listNotFound, listUrlNotFound, unknownProperty, invalidArgument } from '../../errors';
import type { List, ListSettings } from '../../store/lists';
import { permission } from '../../store/permission-bits';
import { checkFormula } from '../../store/validation';
import { webUrl, type Call } from '../call';
import {
  asObject,
  collectionResource,
  deleted,
  entityResource,
  nothing,
  plainProperties,
  value,
  withChildren,
  type Resource
} from '../model';
import { textArgument } from '../path';
import { fieldById, fieldsResource } from './fields';
import { folderResource } from './folders';
import { changeEntities, changesSinceToken, changeQuery } from './changes';
import { itemResource, itemsResource } from './items';
import { listEntity, listEtag, viewOf } from './list-entity';
import { addValidateUpdate } from './form-values';
import { getItems } from './caml-query';
import { renderListData, renderListDataAsStream, renderListFormData } from './list-data';
import { securityParts } from './security';
import { listParts } from './site-parts';
import { viewById, viewsResource, viewResource } from './views';
import { numberArgument } from '../path';
import { checkSetting, checkTitle, type SettingType } from '../settings';

/** Settings that can be changed, with their types. */
const writable = new Map<string, SettingType>([
  ['Description', 'text'],
  ['Hidden', 'boolean'],
  ['EnableAttachments', 'boolean'],
  ['EnableFolderCreation', 'boolean'],
  ['EnableVersioning', 'boolean'],
  ['EnableMinorVersions', 'boolean'],
  ['EnableModeration', 'boolean'],
  ['MajorVersionLimit', 'whole'],
  ['ContentTypesEnabled', 'boolean'],
  ['NoCrawl', 'boolean'],
  ['OnQuickLaunch', 'boolean'],
  ['ReadSecurity', 'whole'],
  ['WriteSecurity', 'whole'],
  ['ForceCheckout', 'boolean'],
  ['DraftVersionVisibility', 'whole'],
  ['ImageUrl', 'text'],
  ['ValidationFormula', 'text'],
  ['ValidationMessage', 'text'],
  ['IrmEnabled', 'boolean'],
  ['IsApplicationList', 'boolean'],
  ['AllowContentTypes', 'boolean'],
  ['Direction', 'text']
] satisfies [keyof ListSettings, SettingType][]);

/** Settings whose effect is not built: taken only as they are, so that nobody relies on what does not happen. */
const notBuilt = new Map<string, unknown[]>([
  ['EnableModeration', [false]],
  ['EnableMinorVersions', [false]],
  ['IrmEnabled', [false]]
]);

/** Settings that have a few values only: item-level security. */
const allowed = new Map<string, unknown[]>([
  ['ReadSecurity', [1, 2]],
  ['WriteSecurity', [1, 2, 4]]
]);

function settingsFrom(body: unknown, creating: boolean): Partial<ListSettings> & { Title?: string } {
  const settings: Record<string, unknown> = {};
  for (const [name, given] of plainProperties(body)) {
    if (notBuilt.get(name)?.includes(given) === false) throw badRequest(`The local SharePoint does not have ${name} ${String(given)}.`);
    if (allowed.get(name)?.includes(given) === false) throw invalidArgument('Value does not fall within the expected range.');
    const type = writable.get(name);
    if (type) {
      checkSetting(name, given, type, name.startsWith('Validation'));
      if (name === 'MajorVersionLimit' && !(Number(given) >= 0 && Number(given) <= 50_000))
        throw invalidArgument('Value does not fall within the expected range.');
      settings[name] = given;
    } else if (name === 'Title') {
      settings[name] = checkTitle(given);
    } else if (
      !(creating && (name === 'BaseTemplate' || name === 'TemplateFeatureId')) &&
      name !== 'EnableRequestSignOff' &&
      name !== 'DisableGridEditing'
    ) {
      throw unknownProperty(name, 'SP.List');
    }
  }
  return settings;
}

function checkListEtag({ ifMatch = '*' }: Call, list: List): void {
  if (ifMatch.trim() !== '*' && ifMatch !== listEtag(list)) throw etagMismatch(ifMatch, listEtag(list));
}

/** One list. */
export function listResource(call: Call, list: List): Resource {
  call.access.enter(list);
  const { lists, items } = call.site;
  const current = (): List => lists.byId(list.id);
  const manage = (): void => call.access.list(list, permission.manageLists);
  return withChildren(
    entityResource(() => listEntity(call, current()), {
      merge: (changes) => {
        manage();
        checkListEtag(call, list);
        const settings = settingsFrom(changes, false);
        if (settings.ValidationFormula) checkFormula(settings.ValidationFormula, call.site.fields.all(list.number));
        return nothing(listEtag(lists.update(list, settings)));
      },
      remove: () => {
        manage();
        checkListEtag(call, list);
        lists.remove(list);
        return deleted();
      }
    }),
    {
      items: (segment) => (segment.called ? itemResource(call, list, numberArgument(segment, 'id')) : itemsResource(call, list)),
      getitembyid: (segment) => itemResource(call, list, numberArgument(segment, 'id')),
      getitembystringid: (segment) => itemResource(call, list, numberArgument(segment, 'sId')),
      fields: (segment) => (segment.called ? fieldById(call, list, textArgument(segment, 'id')) : fieldsResource(call, list)),
      views: (segment) => (segment.called ? viewById(call, list, textArgument(segment, 'id')) : viewsResource(call, list)),
      getview: (segment) => viewById(call, list, textArgument(segment, 'viewGuid')),
      defaultview: () => viewResource(call, list, viewOf(call, list)),
      rootfolder: () => folderResource(call, list.root),
      getitems: () => ({ post: (body, query) => getItems(call, list, body, query) }),
      renderlistdataasstream: () => ({ post: (body, query) => renderListDataAsStream(call, list, body, query) }),
      renderlistdata: (segment) => ({ post: (_body, query) => renderListData(call, list, textArgument(segment, 'viewXml'), query) }),
      renderlistformdata: (segment) => ({
        post: () => renderListFormData(call, call.access.see(items.byId(list, numberArgument(segment, 'itemId'))))
      }),
      addvalidateupdateitemusingpath: () => ({ post: (body) => addValidateUpdate(call, list, asObject(body)) }),
      reservelistitemid: () => ({
        post: () => {
          call.access.add(list, list.root);
          return value('ReserveListItemId', items.reserveId(list), 'Edm.Int32');
        }
      }),
      getlistitemchangessincetoken: () => ({ post: (body) => changesSinceToken(call, list, body) }),
      getchanges: () => ({
        post: (body) => ({ kind: 'collection', set: 'SP.ApiData.Changes', entities: changeEntities(call, list, changeQuery(body)) })
      }),
      ...securityParts(call, { kind: 'list', list }, `Web/Lists(guid'${list.id}')`),
      ...listParts(list),
      recycle: () => ({
        post: () => {
          manage();
          return value('Recycle', call.site.recycleBin.recycleList(list, call.user), 'Edm.Guid');
        }
      })
    }
  );
}

/** lists(guid'...') */
export const listById = (call: Call, id: string): Resource => {
  if (!/^\{?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/i.test(id)) throw listIdNotFound();
  return listResource(call, call.site.lists.byId(id));
};

/** web.getList('/sites/members/Lists/Wards') */
export function listByUrl(call: Call, url: string): Resource {
  const { lists, path } = call.site;
  // Clients leave out the first slash, or give the address from the site on.
  const given = url.replace(/^\/+/, '');
  const list = lists.byRoot(`/${given}`) ?? lists.byRoot(`${path}/${given}`);
  if (!list) throw listUrlNotFound();
  return listResource(call, list);
}

/** The lists that the user may come into. */
export const visibleLists = (call: Call): List[] => call.site.lists.all().filter((list) => call.access.mayEnter(list));

/** The lists of the site. */
export function listsResource(call: Call): Resource {
  const { lists } = call.site;
  const listed = collectionResource('SP.ApiData.Lists', () => visibleLists(call).map((list) => listEntity(call, list)), {
    post: (body) => {
      call.access.web(permission.manageLists);
      const { Title: title, ...settings } = settingsFrom(body, true);
      const template = Number(plainProperties(body).find(([name]) => name === 'BaseTemplate')?.[1] ?? 100);
      const list = lists.create(title ?? '', template, settings);
      if (settings.ValidationFormula) checkFormula(settings.ValidationFormula, call.site.fields.all(list.number));
      return { ...listEntity(call, list), status: 201 };
    }
  });
  const standard = (address: string): Resource => ({
    post: () => listEntity(call, lists.byRoot(`${call.site.path}/${address}`) ?? missing(address))
  });
  const missing = (address: string): never => {
    throw listNotFound(address, webUrl(call));
  };
  return withChildren(listed, {
    ensuresiteassetslibrary: () => standard('SiteAssets'),
    ensuresitepageslibrary: () => standard('SitePages'),
    getbyid: (segment) => listById(call, textArgument(segment, 'id')),
    getbytitle: (segment) => {
      const title = textArgument(segment, 'title');
      const list = lists.byTitle(title);
      if (!list) throw listNotFound(title, webUrl(call));
      return listResource(call, list);
    }
  });
}
