import type { Account } from '../accounts';
import { dataBlock, escapeHtml, htmlPage } from '../pages/html';
import type { User } from '../store/principals';
import type { MessageExtension, TabsApp } from './teams-apps';

/** A message in the view's conversation. */
export interface SampleMessage {
  from: string;
  /** As Teams keeps it: HTML. */
  html: string;
  link: string;
}

/** What the view shows. */
export interface TeamsView {
  apps: readonly TabsApp[];
  extension: MessageExtension | undefined;
  messages: readonly SampleMessage[];
  accounts: readonly Account[];
  user: User;
}

/** A client like Teams: the tabs of installed apps in frames, and a conversation with a message extension. */
export function teamsView({ apps, extension, messages, accounts, user }: TeamsView): string {
  const people = accounts
    .filter(({ directoryOnly }) => !directoryOnly)
    .map(
      ({ login, name }) =>
        `<option value="${escapeHtml(login)}"${login.toLowerCase() === user.login.toLowerCase() ? ' selected' : ''}>${escapeHtml(name)}</option>`
    );
  const data = {
    apps,
    // Where the service is, the server alone needs to know.
    extension: extension && { name: extension.name, commands: extension.commands },
    messages,
    user: { id: user.aadObjectId, login: user.login, name: user.title }
  };
  const body = `<div class="teams">
<header class="teams-bar">
<strong>Teams</strong>
<form method="post" action="/_local/sign-in" id="person-form"><input type="hidden" name="returnUrl" value="/teams">
<label>Person <select name="login" id="person">${people.join('')}</select></label></form>
<label>Theme <select id="theme"><option value="default">Light</option><option value="dark">Dark</option><option value="contrast">High contrast</option></select></label>
<label>Width <select id="width"><option value="wide">Window</option><option value="phone">Phone (375)</option></select></label>
</header>
<nav class="teams-rail" aria-label="Apps"><ul id="rail"></ul></nav>
<div class="teams-stage" id="stage"></div>
<p class="teams-said" role="status" id="said"></p>
</div>
<dialog id="dialog" class="teams-dialog" aria-labelledby="dialog-title"><div class="teams-dialog-head"><h2 id="dialog-title"></h2><button type="button" id="dialog-close" aria-label="Close">✕</button></div><div id="dialog-body"></div></dialog>
${dataBlock('teams-data', data)}`;
  return htmlPage('Teams', body, ['/_local/assets/teams.js']).replace(
    '</head>',
    '<link rel="stylesheet" href="/_local/assets/teams.css">\n</head>'
  );
}
