import { PUBLIC, withOverrides } from '@microsoft/teams.api';
import { tabsAppId } from '../../src/domain/teams/app';
import { startService } from '../../teams/message-extension/service';

/** The service with a test's own Entra and Bot Framework in place of Microsoft's, and a local SharePoint behind it. */
const { ENTRA = '', SITE = '', CLIENT_ID = '', TENANT_ID = '' } = process.env;

startService(
  {
    ...{ port: 0, siteUrl: SITE, tabsAppId, cacheSeconds: 1 },
    signIn: { kind: 'entra', clientId: CLIENT_ID, clientSecret: 'not a secret', tenantId: TENANT_ID, publicUrl: 'https://messages.example' }
  },
  { cloud: withOverrides(PUBLIC, { loginEndpoint: ENTRA, openIdMetadataUrl: `${ENTRA}/bot/openidconfiguration` }) }
)
  .then((service) => {
    console.log(`ready at http://localhost:${service.port}/api/messages`);
    process.once('SIGTERM', () => {
      service.stop().then(
        () => process.exit(0),
        () => process.exit(1)
      );
    });
    return undefined;
  })
  .catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
