import { badQuery, fileNotFound } from '../../errors';
import { permission } from '../../store/permission-bits';
import { webUrl, type Call } from '../call';
import { asObject, deleted, entityResource, linksTo, withChildren, type Entity, type Resource } from '../model';
import { textArgument } from '../path';
import { featuresResource } from './features';
import { userEntity } from './people';
import { recycleBinResource } from './recycle-bin';
import { roleDefinitionsResource } from './security';
import { customActions, none } from './site-parts';
import { webEntity, webResource } from './web';

const noGuid = '00000000-0000-0000-0000-000000000000';

/** Who made the site: its first site collection administrator. */
export const siteAuthor = (call: Call): Entity => {
  const users = call.site.principals.users();
  return userEntity(call, users.find(({ siteAdmin }) => siteAdmin) ?? call.user);
};

/** SiteIconManager: sets the picture of the site. */
export const siteIcons = (call: Call): Resource => ({
  child: (segment) =>
    segment.name === 'setsitelogo'
      ? {
          post: (body) => {
            call.access.web(permission.manageWeb);
            const { relativeLogoUrl } = asObject(body);
            if (typeof relativeLogoUrl !== 'string') throw badQuery('The parameter relativeLogoUrl is missing or not a string.');
            call.site.updateWeb({ SiteLogoUrl: relativeLogoUrl });
            return deleted();
          }
        }
      : undefined
});

const siteEntity = (call: Call): Entity => ({
  kind: 'entity',
  type: 'SP.Site',
  edit: 'Site',
  properties: {
    AllowCreateDeclarativeWorkflow: false,
    AllowDesigner: true,
    AllowMasterPageEditing: false,
    AllowRevertFromTemplate: false,
    AllowSaveDeclarativeWorkflowAsTemplate: false,
    AllowSavePublishDeclarativeWorkflow: false,
    AllowSelfServiceUpgrade: true,
    AllowSelfServiceUpgradeEvaluation: true,
    AuditLogTrimmingRetention: 90,
    ChannelGroupId: noGuid,
    Classification: '',
    CompatibilityLevel: 15,
    CurrentChangeToken: { StringValue: `1;1;${call.site.ids.site};${Date.parse(call.site.created)};0` },
    DisableAppViews: false,
    DisableCompanyWideSharingLinks: false,
    DisableFlows: false,
    ExternalSharingTipsEnabled: false,
    GeoLocation: 'EUR',
    GroupId: noGuid,
    HubSiteId: noGuid,
    Id: call.site.ids.site,
    IsHubSite: false,
    LockIssue: null,
    MaxItemsPerThrottledOperation: 5000,
    MediaTranscriptionDisabled: false,
    NeedsB2BUpgrade: false,
    PrimaryUri: `${webUrl(call)}/`,
    ReadOnly: false,
    RequiredDesignerVersion: '15.0.0.0',
    ResourcePath: { DecodedUrl: webUrl(call) },
    SandboxedCodeActivationCapability: 2,
    SensitivityLabel: noGuid,
    SensitivityLabelId: null,
    ServerRelativeUrl: call.site.path,
    ShareByEmailEnabled: true,
    ShareByLinkEnabled: false,
    ShowUrlStructure: false,
    TrimAuditLog: true,
    UIVersionConfigurationEnabled: false,
    UpgradeReminderDate: '1899-12-30T00:00:00',
    UpgradeScheduled: false,
    UpgradeScheduledDate: '1753-01-01T00:00:00',
    Upgrading: false,
    Url: webUrl(call),
    WriteLocked: false
  },
  links: {
    RootWeb: () => webEntity(call),
    Owner: () => siteAuthor(call),
    ...linksTo(() => siteResource(call), ['EventReceivers', 'Features', 'RecycleBin', 'UserCustomActions'])
  }
});

/** _api/site: the site collection. */
export const siteResource = (call: Call): Resource =>
  withChildren(
    entityResource(() => siteEntity(call)),
    {
      rootweb: () => webResource(call),
      owner: () => entityResource(() => siteAuthor(call)),
      eventreceivers: none('SP.ApiData.EventReceivers'),
      usercustomactions: customActions,
      openwebbyid: (segment) => ({
        post: () => {
          if (textArgument(segment, 'gWebId').toLowerCase() !== call.site.ids.web) throw fileNotFound();
          return webEntity(call);
        }
      }),
      roledefinitions: () => roleDefinitionsResource(call),
      features: (segment) => featuresResource(call, 'site', segment),
      recyclebin: (segment) => recycleBinResource(call, segment, 2)
    }
  );
