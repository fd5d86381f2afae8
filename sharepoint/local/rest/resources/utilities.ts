import { fileNotFound } from '../../errors';
import { permission } from '../../store/permission-bits';
import { webUrl, type Call } from '../call';
import { asObject, collectionResource, value, type Resource } from '../model';
import { textArgument, type Segment } from '../path';
import { moveCopyUtil } from './move-copy';
import { principalUtilities } from './principal-utilities';
import { visibleLists } from './lists';

/** Whether an absolute address is the site's, or below it. */
const onSite = (call: Call, address: string): boolean => {
  const site = webUrl(call).toLowerCase();
  return `${address.toLowerCase()}/`.startsWith(`${site}/`);
};

/** The libraries of a site (sp.web.getdocumentlibraries). */
const documentLibraries = (call: Call, segment: Segment): Resource => {
  if (!onSite(call, textArgument(segment, 'webFullUrl'))) throw fileNotFound();
  return collectionResource('SP.DocumentLibraryInformation', () =>
    visibleLists(call)
      .filter(({ library, settings }) => library && !settings.Hidden)
      .map((list) => ({
        kind: 'entity',
        type: 'SP.DocumentLibraryInformation',
        edit: `Web/Lists(guid'${list.id}')`,
        properties: {
          AbsoluteUrl: call.origin + list.root,
          DriveId: null,
          FromCrossFarm: false,
          Id: list.id,
          IsDefaultDocumentLibrary: list.root === `${call.site.path}/Shared Documents`,
          Modified: list.modified,
          ServerRelativeUrl: list.root,
          Title: list.title
        }
      }))
  );
};

/** Static methods of SharePoint's object model, directly below /_api/. */
export const utilities = (call: Call): Resource => ({
  child: (segment) => {
    if (!segment.name.startsWith('sp.')) return undefined;
    call.access.web(permission.open | permission.useRemoteAPIs);
    switch (segment.name) {
      case 'sp.web.getdocumentlibraries':
        return documentLibraries(call, segment);
      case 'sp.web.getweburlfrompageurl':
        return {
          get: () => {
            if (!onSite(call, textArgument(segment, 'pageFullUrl'))) throw fileNotFound();
            return value('GetWebUrlFromPageUrl', webUrl(call));
          }
        };
      case 'sp.site.exists':
        return {
          post: (body) =>
            value('Exists', String(asObject(body).url).toLowerCase().replace(/\/$/, '') === webUrl(call).toLowerCase(), 'Edm.Boolean')
        };
      default: {
        const utility = /^sp\.utilities\.utility\.(\w+)$/.exec(segment.name)?.[1];
        return utility === undefined ? moveCopyUtil(call, segment) : principalUtilities(call, utility);
      }
    }
  }
});
