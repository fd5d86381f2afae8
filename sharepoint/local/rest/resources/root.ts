import { permission } from '../../store/permission-bits';
import { fileNotFound } from '../../errors';
import { webUrl, type Call } from '../call';
import { textArgument } from '../path';
import { entityResource, value, withChildren, type Answer, type Resource } from '../model';
import { featuresResource } from './features';
import { recycleBinResource } from './recycle-bin';
import { searchResource } from './search';
import { roleDefinitionsResource } from './security';
import { utilities } from './utilities';
import { webEntity, webResource } from './web';

/** What stands below /_api/. */
export function serviceRoot(call: Call): Resource {
  const contextInfo = (): Answer => {
    const { value: digest, seconds } = call.digest();
    const information = {
      FormDigestTimeoutSeconds: seconds,
      FormDigestValue: digest,
      LibraryVersion: '16.0.26704.12001',
      SiteFullUrl: webUrl(call),
      SupportedSchemaVersions: ['14.0.0.0', '15.0.0.0'],
      WebFullUrl: webUrl(call)
    };
    return value('GetContextWebInformation', information, 'SP.ContextWebInformation');
  };
  return withChildren(utilities(call), {
    search: () => searchResource(call),
    web: () => {
      call.access.web(permission.open | permission.useRemoteAPIs);
      return webResource(call);
    },
    contextinfo: () => ({ post: contextInfo }),
    site: () => {
      call.access.web(permission.open | permission.useRemoteAPIs);
      return withChildren(
        entityResource(() => ({
          kind: 'entity',
          type: 'SP.Site',
          edit: 'Site',
          properties: {
            Id: call.site.ids.site,
            ServerRelativeUrl: call.site.path,
            Url: webUrl(call),
            ReadOnly: false,
            ShareByEmailEnabled: true
          },
          links: { RootWeb: () => webEntity(call) }
        })),
        {
          rootweb: () => webResource(call),
          openwebbyid: (segment) => ({
            post: () => {
              if (textArgument(segment, 'gWebId').toLowerCase() !== call.site.ids.web) throw fileNotFound();
              return webEntity(call);
            }
          }),
          roledefinitions: () => roleDefinitionsResource(call),
          features: (segment) => featuresResource(call, 'site', segment),
          recyclebin: (segment) => recycleBinResource(call, segment)
        }
      );
    }
  });
}
