import { randomBytes } from 'node:crypto';
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

/** The pages on which people sign in and consent, where single sign-on does not do. */
export function registerSignInPages(app: FastifyInstance, signIn: EntraSignIn, log: Log): void {
  app.get(signInPath, async (_request, reply) => reply.header('cache-control', 'no-store').redirect(await signIn.begin(), 302));
  app.get<{ Querystring: { state?: unknown; code?: unknown } }>(signedInPath, async (request, reply) => {
    const { state, code } = request.query;
    if (typeof state !== 'string' || typeof code !== 'string') return endPage(reply.code(400), false);
    try {
      const succeeded = await signIn.end(state, code);
      log.info('signed in on the page', { succeeded });
      return endPage(succeeded ? reply : reply.code(400), succeeded);
    } catch (error) {
      log.warn('sign-in failed', { kind: errorKind(error) });
      return endPage(reply.code(502), false);
    }
  });
}
