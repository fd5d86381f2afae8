import { permission } from '../../store/permission-bits';
import { webUrl, type Call } from '../call';
import { value, withChildren, type Answer, type Resource } from '../model';
import { searchResource } from './search';
import { siteIcons, siteResource } from './site';
import { utilities } from './utilities';
import { webResource } from './web';

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
    siteiconmanager: () => siteIcons(call),
    search: () => searchResource(call),
    web: () => {
      call.access.web(permission.open | permission.useRemoteAPIs);
      return webResource(call);
    },
    contextinfo: () => ({ post: contextInfo }),
    site: () => {
      call.access.web(permission.open | permission.useRemoteAPIs);
      return siteResource(call);
    }
  });
}
