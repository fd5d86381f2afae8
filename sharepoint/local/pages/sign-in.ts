import type { Account } from '../accounts';
import { escapeHtml, htmlPage } from './html';

/** Only addresses on this server may be returned to after sign-in. */
export const safeReturnAddress = (address: string | undefined, otherwise: string): string =>
  address && /^\/(?![/\\])/.test(address) && !/[\u0000-\u001f]/.test(address) ? address : otherwise;

/** The page on which one chooses whom to be. */
export const signInPage = (accounts: Account[], returnAddress: string): string =>
  htmlPage(
    'Sign in',
    `<main class="sign-in">
<h1>Sign in</h1>
<p>Choose who to be. This SharePoint runs on this computer only, so there are no passwords.</p>
<form method="post" action="/_local/sign-in">
<input type="hidden" name="returnUrl" value="${escapeHtml(returnAddress)}">
<ul class="accounts">
${accounts
  .filter(({ directoryOnly }) => !directoryOnly)
  .map(
    (account) => `<li><button name="login" value="${escapeHtml(account.login)}"><strong>${escapeHtml(account.name)}</strong>
<span>${escapeHtml([account.jobTitle, ...(account.siteAdmin ? ['Site collection administrator'] : []), ...account.groups].filter(Boolean).join(' · ') || 'In no group')}</span></button></li>`
  )
  .join('\n')}
</ul>
</form>
</main>`
  );

/** What somebody sees who may not see a page. */
export const accessDeniedPage = (name: string, address: string): string =>
  htmlPage(
    'Access denied',
    `<main class="sign-in">
<h1>You need permission to see this page</h1>
<p>${escapeHtml(name)} has no access to it. Ask an owner of the site, or sign in as somebody else.</p>
<p><a href="/_local/sign-in?returnUrl=${encodeURIComponent(address)}">Switch user</a></p>
</main>`
  );
