import type { FastifyReply, FastifyRequest } from 'fastify';
import { safeReturnAddress } from './pages/sign-in';
import type { Site } from './store/site';
import type { User } from './store/principals';

const cookieName = 'local-sharepoint-login';

/** Who a request is from, and how they said so: writes with a cookie need a form digest. */
export interface SignedIn {
  user: User;
  byCookie: boolean;
}

/** Who is signed in: browsers by a cookie, Node clients by "Authorization: Bearer local:<login>". */
export class Sessions {
  public constructor(private readonly site: Site) {}

  /** The user of a request, if it is from one of the accounts. */
  public userOf(request: FastifyRequest): SignedIn | undefined {
    const { authorization } = request.headers;
    const login = authorization === undefined ? request.cookies[cookieName] : /^Bearer\s+local:(.+)$/i.exec(authorization)?.[1]?.trim();
    const account = login === undefined ? undefined : this.site.account(login);
    const user = account && this.site.principals.userByLogin(account.login);
    return user && { user, byCookie: authorization === undefined };
  }

  /** Takes the form of the sign-in page. */
  public signIn(request: FastifyRequest, reply: FastifyReply): unknown {
    // Another site's page must not be able to sign somebody in here.
    const { origin, host } = request.headers;
    if (origin !== undefined && origin !== `http://${host}`) return reply.code(403).send('');
    const form = new URLSearchParams(Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '');
    const account = this.site.account(form.get('login') ?? '');
    if (!account) return reply.code(400).type('text/plain').send('There is no such account.');
    return reply
      .setCookie(cookieName, account.login, { path: '/', httpOnly: true, sameSite: 'lax' })
      .redirect(safeReturnAddress(form.get('returnUrl') ?? undefined, this.site.path), 303);
  }
}
