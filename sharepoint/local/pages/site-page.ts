import { createHash } from 'node:crypto';
import type { Site, TenantProperty } from '../store/site';
import type { User } from '../store/principals';
import { claimOf } from '../store/principals';
import { badQuery } from '../errors';
import { asObject } from '../rest/model';
import { Access } from '../store/access';
import { highLow, permission } from '../store/permission-bits';
import { webScope } from '../store/permissions';
import { dataBlock, escapeHtml, htmlPage } from './html';
import type { InstalledPackage } from './packages';
import { loaderScript, runtimeLibraries, scriptPath } from './runtime';

/** A page of the site: its web parts in sections and columns. */
export interface PageDefinition {
  /** Name in the address: /SitePages/<name>.aspx */
  name: string;
  title: string;
  sections: SectionDefinition[];
}

/** A section of a page. */
export interface SectionDefinition {
  /** From edge to edge, for web parts that support it. */
  fullWidth?: boolean;
  /** Shade of its background, as SharePoint numbers it: 0 none, 1 neutral, 2 soft, 3 strong. */
  emphasis?: 0 | 1 | 2 | 3;
  /** Widths in twelfths. */
  columns: { width: number; webParts: { alias: string; properties?: Record<string, unknown> }[] }[];
}

/** What the site's frame shows. */
export interface SiteDefinition {
  path: string;
  title: string;
  organisation: string;
  pages: PageDefinition[];
  /** What an administrator set for the whole tenant, which every site can read (storage entities). */
  tenantProperties?: Record<string, TenantProperty>;
}

interface Placed {
  instanceId: string;
  id: string;
  properties: Record<string, unknown>;
}

/** An id that stays the same for the same place on the same page. */
export const stableId = (text: string): string => {
  const hash = createHash('sha256').update(text).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
};

/** A page that starts the runtime, and for whom. */
export interface PageRequest {
  site: Site;
  packages: InstalledPackage[];
  user: User;
  origin: string;
  digest: { value: string; seconds: number };
  /** Server-relative address of the page. */
  path: string;
  /** Title of the tenant's root site, for a page of it; absent for pages of the site. */
  onRoot?: string;
}

/** What the runtime is told on every page: the context, and what it may load. */
export function runtimeData(request: PageRequest): Record<string, unknown> {
  const libraries = runtimeLibraries();
  const installed = request.packages
    .flatMap((solution) => solution.components)
    .map((component) => {
      const { loaderConfig, ...rest } = component;
      const resources = Object.entries(loaderConfig.scriptResources).map(([name, resource]) => [
        name,
        resource.type === 'component' ? { type: 'component', id: resource.id } : { type: resource.type, script: scriptPath(resource) }
      ]);
      return { ...rest, loaderConfig: { ...loaderConfig, scriptResources: Object.fromEntries(resources) as unknown } };
    });
  return { context: pageContext(request), host: libraries.host, optional: libraries.optional, installed };
}

/** Scripts that every page begins with, before its own. */
export const runtimeScripts = (): string[] => [
  '/_local/assets/environment.js',
  '/_local/runtime/react/react.production.min.js',
  '/_local/runtime/react-dom/react-dom.production.min.js',
  loaderScript()
];

/** The page context that SharePoint writes into its pages. */
function pageContext({ site, user, origin, digest, path, onRoot }: PageRequest): Record<string, unknown> {
  const url = onRoot === undefined ? origin + site.path : origin;
  return {
    webAbsoluteUrl: url,
    webServerRelativeUrl: onRoot === undefined ? site.path : '/',
    siteAbsoluteUrl: url,
    siteServerRelativeUrl: onRoot === undefined ? site.path : '/',
    portalUrl: `${origin}/`,
    webTitle: onRoot ?? site.web.Title,
    webId: `{${site.ids.web}}`,
    siteId: `{${site.ids.site}}`,
    currentCultureName: 'en-GB',
    currentUICultureName: 'en-GB',
    currentCultureLCID: 2057,
    currentLanguage: 2057,
    webLanguage: 1033,
    userId: user.id,
    userDisplayName: user.title,
    userLoginName: user.login,
    userPrincipalName: user.login,
    systemUserKey: claimOf(user),
    userEmail: user.email,
    isSiteAdmin: user.siteAdmin,
    webPermMasks: highLow(site.permissions.maskOf(user, webScope)),
    serverRequestPath: path,
    webTimeZoneData: { Description: '(UTC+00:00) Dublin, Edinburgh, Lisbon, London', Bias: 0, Id: 2, DaylightBias: -60, StandardBias: 0 },
    CorrelationId: stableId(`${user.id} ${path}`),
    ExpFeatures: [],
    killSwitches: {},
    ECSClientFeatures: {},
    featureInfo: {},
    formDigestValue: digest.value,
    formDigestTimeoutSeconds: digest.seconds,
    webTemplate: '68',
    isSPO: true,
    aadInstanceUrl: 'https://login.microsoftonline.com',
    aadTenantId: site.ids.tenant,
    aadUserId: user.aadObjectId
  };
}

/** Properties of web parts that were changed on the page since it was defined, by instance. */
const savedProperties = (site: Site, page: PageDefinition): Record<string, Record<string, unknown>> =>
  site.read<Record<string, Record<string, unknown>> | null>(`page ${page.name}`) ?? {};

/** Pages are documents: who may edit the document may edit the page. */
export function mayEditPage(site: Site, user: User, page: PageDefinition): boolean {
  const item = site.items.byPath(`${site.path}/SitePages/${page.name}.aspx`);
  if (!item) return false;
  return new Access(site.permissions, site.principals, user).may(Number(item.row.ScopeId), permission.editListItems);
}

/** Keeps the properties that web parts of a page have now. Instances that the page does not have are refused. */
export function savePage(site: Site, page: PageDefinition, body: unknown): void {
  const { webParts } = asObject(body);
  if (!Array.isArray(webParts)) throw badQuery('The web parts of the page are missing.');
  const instances = new Set(
    page.sections.flatMap(({ columns }, row) =>
      columns.flatMap((column, index) => column.webParts.map((_, order) => stableId(`${page.name} ${row} ${index} ${order}`)))
    )
  );
  const properties: Record<string, unknown> = { ...savedProperties(site, page) };
  for (const given of webParts) {
    const { instanceId, properties: changed } = asObject(given);
    if (!instances.has(String(instanceId))) throw badQuery('The page has no such web part.');
    properties[String(instanceId)] = asObject(changed);
  }
  site.keep(`page ${page.name}`, properties);
}

const commandBar = `<div class="command-bar"><button type="button" id="edit-page">Edit</button>
<button type="button" id="save-page" class="primary">Republish</button><button type="button" id="discard-changes">Discard changes</button>
<span id="page-status" role="status"></span></div>
`;

/** A page of the site with its frame, as the signed-in user sees it. */
export function sitePage(options: {
  site: Site;
  definition: SiteDefinition;
  page: PageDefinition;
  packages: InstalledPackage[];
  user: User;
  origin: string;
  digest: { value: string; seconds: number };
  address: string;
}): string {
  const { site, definition, page, packages, user, origin, digest, address } = options;
  const mayEdit = mayEditPage(site, user, page);
  const components = packages.flatMap((solution) => solution.components);
  const placed: Placed[] = [];
  const saved = savedProperties(site, page);
  const place = (alias: string, properties: Record<string, unknown> | undefined, where: string): string => {
    const component = components.find((one) => one.alias === alias && one.componentType === 'WebPart');
    const instanceId = stableId(`${page.name} ${where}`);
    placed.push({ instanceId, id: component?.id ?? alias, properties: { ...properties, ...saved[instanceId] } });
    return `<div class="web-part"><div id="web-part-${instanceId}" data-alias="${escapeHtml(alias)}"></div></div>`;
  };
  const sections = page.sections.map((section, row) => {
    const columns = section.columns.map((column, index) => {
      const parts = column.webParts.map(({ alias, properties }, order) => place(alias, properties, `${row} ${index} ${order}`));
      return `<div style="grid-column: span ${Number(column.width)}">${parts.join('')}</div>`;
    });
    const emphasis = Number(section.emphasis ?? 0);
    const shade = emphasis > 0 ? ` data-emphasis="${emphasis}"` : '';
    return `<section class="section${section.fullWidth ? ' full-width' : ''}"${shade}><div class="columns">${columns.join('')}</div></section>`;
  });
  const navigation = definition.pages.map(
    ({ name, title }) =>
      `<li><a href="${escapeHtml(`${site.path}/SitePages/${encodeURIComponent(name)}.aspx`)}"${name === page.name ? ' aria-current="page"' : ''}>${escapeHtml(title)}</a></li>`
  );
  const path = `${site.path}/SitePages/${page.name}.aspx`;
  const data = { page: page.name, mayEdit, ...runtimeData({ site, packages, user, origin, digest, path }), webParts: placed };
  const body = `<a class="skip-link" href="#main">Skip to main content</a>
<header>
<div class="suite-bar"><span class="organisation">${escapeHtml(definition.organisation)}</span>
<label>Theme <select id="theme"><option value="light">Light</option><option value="dark">Dark</option><option value="contrast">High contrast</option></select></label>
<span>${escapeHtml(user.title)}</span>
<a href="/_local/sign-in?returnUrl=${encodeURIComponent(address)}">Switch user</a></div>
<nav class="site-header" aria-label="Site"><a class="site-title" href="${escapeHtml(site.path)}">${escapeHtml(site.web.Title)}</a><ul>${navigation.join('')}</ul></nav>
</header>
${mayEdit ? commandBar : ''}<main id="main">${sections.join('\n')}</main>
${dataBlock('page-data', data)}`;
  return htmlPage(`${page.title} - ${site.web.Title}`, body, [...runtimeScripts(), '/_local/assets/host.js']);
}
