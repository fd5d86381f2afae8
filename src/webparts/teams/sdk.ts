import type { ISDKs } from '@microsoft/sp-webpart-base';

/** Teams' own library, as the SharePoint Framework brings it in Teams. */
export type TeamsSdk = NonNullable<ISDKs['microsoftTeams']>;
