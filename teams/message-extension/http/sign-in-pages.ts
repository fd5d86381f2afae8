import { randomBytes } from 'node:crypto';
import cookies from '@fastify/cookie';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { errorKind, type Log } from '../log';
import { signedInPath, signInPath, type EntraSignIn } from '../sign-in/entra-sign-in';
import { strings } from '../strings';

/** Teams' own script, as Microsoft serves it, tells Teams that somebody has signed in. */
const teamsScript = 'https://res.cdn.office.net/teams-js/2.36.0/js/MicrosoftTeams.min.js';
const teamsScriptHash = 'sha384-Vg2zZJuta2CG1wHGm8f5belcapTREs0cxiGzaMgVWI/apjFxwHqOgYOon/OqPXP7';

/** The page on which a sign-in ends. What it says is the service's own; nothing of the request is repeated. */
function endPage(reply: FastifyReply, succeeded: boolean): unknown {
  const nonce = randomBytes(16).toString('base64');
  const said = succeeded ? strings.SignedIn : strings.SignInFailed;
  const tell = succeeded ? 'notifySuccess()' : "notifyFailure('CancelledByUser')";
  return reply
    .header('content-security-policy', `default-src 'none'; script-src 'nonce-${nonce}' https://res.cdn.office.net`)
    .header('cache-control', 'no-store')
    .type('text/html;charset=utf-8').send(`<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Memberlink</title></head>
<body><p role="status">${said}</p>
<script src="${teamsScript}" integrity="${teamsScriptHash}" crossorigin="anonymous"></script>
<script nonce="${nonce}">microsoftTeams.app.initialize().then(() => microsoftTeams.authentication.${tell});</script>
</body></html>
`);
}

/** Holds what a sign-in was begun with, in the browser of whoever began it. Whoever takes longer than ten minutes begins again. */
const cookieName = 'memberlink-sign-in';
const cookie = { httpOnly: true, secure: true, sameSite: 'lax', path: signInPath, maxAge: 600 } as const;

/** The pages on which people sign in and consent, where single sign-on does not do. */
export async function registerSignInPages(app: FastifyInstance, signIn: EntraSignIn, log: Log): Promise<void> {
  await app.register(cookies);
  app.get(signInPath, async (_request, reply) => {
    const { address, state, verifier } = await signIn.begin();
    return reply.header('cache-control', 'no-store').setCookie(cookieName, `${state}.${verifier}`, cookie).redirect(address, 302);
  });
  app.get<{ Querystring: { state?: unknown; code?: unknown } }>(signedInPath, async (request, reply) => {
    const { state, code } = request.query;
    const [begun, verifier] = (request.cookies[cookieName] ?? '').split('.');
    void reply.clearCookie(cookieName, cookie);
    // A sign-in that was not begun in this browser is somebody else's.
    if (typeof state !== 'string' || typeof code !== 'string' || !verifier || begun !== state) return endPage(reply.code(400), false);
    try {
      await signIn.end(code, verifier);
      log.info('signed in on the page');
      return endPage(reply, true);
    } catch (error) {
      log.warn('sign-in failed', { kind: errorKind(error) });
      return endPage(reply.code(502), false);
    }
  });
}
