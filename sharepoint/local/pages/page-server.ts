import type { FastifyReply, FastifyRequest } from 'fastify';
import { accessDenied, fileNotFound, SharePointError, unauthenticated } from '../errors';
import { headerRecord } from '../http-headers';
import { Payload } from '../rest/model';
import { plainJson, renderError } from '../rest/render';
import { mediaTypeOf } from '../rest/resources/files';
import type { RestService } from '../rest/service';
import type { Sessions } from '../session';
import { Access } from '../store/access';
import { permission } from '../store/permission-bits';
import type { User } from '../store/principals';
import type { Site } from '../store/site';
import { hostedPage, hostedPages } from '../teams/hosted-page';
import type { InstalledPackage } from './packages';
import { accessDeniedPage, safeReturnAddress, signInPage } from './sign-in';
import { mayEditPage, savePage, sitePage, type PageDefinition, type SiteDefinition } from './site-page';

/**
 * As strict as SharePoint's on scripts (no inline script, no eval, one origin), and stricter elsewhere: nothing may be
 * fetched from another machine.
 */
const contentSecurityPolicy = (others: readonly string[]): string =>
  [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src ${["'self'", ...others].join(' ')}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'self'"
  ].join('; ');

/** One page for each web part of a package that no page of the site has. */
export function pagesOf(packages: InstalledPackage[], existing: PageDefinition[]): PageDefinition[] {
  const used = new Set(
    existing.flatMap(({ sections }) =>
      sections.flatMap(({ columns }) => columns.flatMap(({ webParts }) => webParts.map(({ alias }) => alias)))
    )
  );
  return packages
    .flatMap(({ components }) => components)
    .filter(
      ({ alias, componentType, supportedHosts = ['SharePointWebPart'] }) =>
        componentType === 'WebPart' && !used.has(alias) && supportedHosts.includes('SharePointWebPart')
    )
    .map((component) => ({
      name: component.alias,
      title: component.preconfiguredEntries?.[0]?.title?.default ?? component.alias,
      sections: [{ columns: [{ width: 12, webParts: [{ alias: component.alias }] }] }]
    }));
}

const nothingHere = 'There is nothing at this address.';

/** Serves the site's pages and documents. */
export class PageServer {
  private readonly allowed: string[] = [];

  public constructor(
    private readonly site: Site,
    private readonly definition: SiteDefinition,
    private readonly packages: InstalledPackage[],
    private readonly service: RestService,
    private readonly sessions: Sessions
  ) {}

  /** Lets pages fetch from another address of this machine. */
  public allow(origin: string): void {
    this.allowed.push(origin);
  }

  /** Headers of every page. */
  public get htmlHeaders(): Record<string, string> {
    return {
      'content-security-policy': contentSecurityPolicy(this.allowed),
      'cache-control': 'no-store',
      'content-type': 'text/html;charset=utf-8'
    };
  }

  /** The page on which one chooses whom to be. */
  public signIn(reply: FastifyReply, returnUrl: string | undefined): unknown {
    return this.html(reply, signInPage(this.site.accounts, safeReturnAddress(returnUrl, this.site.path)));
  }

  /** A page, or a document, at an address of the site. */
  public document(request: FastifyRequest, reply: FastifyReply, encodedPath: string, user: User): unknown {
    let path: string;
    try {
      path = decodeURIComponent(encodedPath).replace(/\/$/, '');
    } catch {
      return reply.code(400).send('The address is not encoded properly.');
    }
    if (hostedPages.test(path)) return this.hosted(request, reply, path, user);
    const onSite = path.toLowerCase().startsWith(`${this.site.path}/`.toLowerCase());
    const inSite = onSite ? path.slice(this.site.path.length) : '';
    const pageName =
      path.toLowerCase() === this.site.path.toLowerCase()
        ? this.definition.pages[0]?.name
        : /^\/SitePages\/([^/]+)\.aspx$/i.exec(inSite)?.[1];
    const page =
      pageName === undefined ? undefined : this.definition.pages.find(({ name }) => name.toLowerCase() === pageName.toLowerCase());
    const access = new Access(this.site.permissions, this.site.principals, user);
    const item = this.site.items.byPath(page ? `${this.site.path}/SitePages/${page.name}.aspx` : path);
    if (page) {
      if (item && access.sees(item)) return this.page(request, reply, page, user);
      return this.html(reply.code(403), accessDeniedPage(user.title, request.raw.url ?? this.site.path));
    }
    const attachment = this.attachment(path, access);
    if (attachment) return this.bytes(reply, attachment.name, attachment.bytes);
    if (!item || item.folder || !item.list.library) return reply.code(404).type('text/plain').send(nothingHere);
    if (!access.sees(item)) return reply.code(404).type('text/plain').send(nothingHere);
    if (!access.may(Number(item.row.ScopeId), permission.openItems)) {
      return reply.code(403).type('text/plain').send('Access denied.');
    }
    return this.bytes(reply, item.leaf, this.site.items.contents(item));
  }

  /** A file at the address that its item tells: <list>/Attachments/<ID>/<name>. */
  private attachment(path: string, access: Access): { name: string; bytes: Uint8Array } | undefined {
    const list = this.site.lists.owning(path);
    const [, id, given] = (list && /^\/Attachments\/(\d{1,9})\/([^/]+)$/i.exec(path.slice(list.root.length))) ?? [];
    if (!list || id === undefined || given === undefined) return undefined;
    const item = this.site.items.ifThere(list, Number(id));
    if (!item || !access.sees(item) || !access.may(Number(item.row.ScopeId), permission.openItems)) return undefined;
    const name = this.site.attachments.find(item, given);
    return name === undefined ? undefined : { name, bytes: this.site.attachments.contents(item, name) };
  }

  /** A document: shown or downloaded, never run. */
  private bytes(reply: FastifyReply, name: string, bytes: Uint8Array): unknown {
    return reply
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cache-control', 'private, max-age=0')
      .type(mediaTypeOf(name))
      .send(Buffer.from(bytes));
  }

  /** Saves a page from edit mode. */
  public save(request: FastifyRequest, reply: FastifyReply, name: string): unknown {
    try {
      const signedIn = this.sessions.userOf(request);
      if (!signedIn) throw unauthenticated();
      if (signedIn.byCookie) this.service.checkDigest(signedIn.user, headerRecord(request)['x-requestdigest']);
      const page = this.definition.pages.find((one) => one.name === name);
      if (!page) throw fileNotFound();
      if (!mayEditPage(this.site, signedIn.user, page)) throw accessDenied();
      const body = new Payload(Buffer.isBuffer(request.body) ? request.body : new Uint8Array());
      this.site.database.transaction(() => savePage(this.site, page, body.json()));
      return reply.code(204).send();
    } catch (error) {
      if (!(error instanceof SharePointError)) throw error;
      const { status, headers, body } = renderError(error, plainJson);
      return reply.code(status).headers(headers).send(body);
    }
  }

  private page(request: FastifyRequest, reply: FastifyReply, page: PageDefinition, user: User): unknown {
    return this.html(
      reply,
      sitePage({
        site: this.site,
        definition: this.definition,
        page,
        packages: this.packages,
        user,
        origin: `http://${request.headers.host}`,
        digest: this.service.digest(user),
        address: request.raw.url ?? this.site.path
      })
    );
  }

  /** A page inside Teams: its sign-in, which leads on, and a web part in a tab or a dialog. Also on the tenant's root site. */
  private hosted(request: FastifyRequest, reply: FastifyReply, path: string, user: User): unknown {
    const web = path.replace(hostedPages, '').toLowerCase();
    if (web !== '' && web !== this.site.path.toLowerCase()) return reply.code(404).type('text/plain').send(nothingHere);
    const query = new URL(request.raw.url ?? '/', 'http://localhost').searchParams;
    if (/teamslogon\.aspx$/i.test(path)) return reply.redirect(safeReturnAddress(query.get('dest') ?? undefined, this.site.path), 302);
    const page = hostedPage(
      {
        ...{ site: this.site, packages: this.packages, user, path },
        ...{ origin: `http://${request.headers.host}`, digest: this.service.digest(user) },
        ...(web === '' ? { onRoot: this.definition.organisation } : {})
      },
      query.get('componentId') ?? '',
      {}
    );
    return this.html(reply, page);
  }

  private html(reply: FastifyReply, page: string): unknown {
    return reply.headers(this.htmlHeaders).send(page);
  }
}
