import { ConfidentialClientApplication, CryptoProvider, InteractionRequiredAuthError, type AccountInfo } from '@azure/msal-node';
import type { CloudEnvironment } from '@microsoft/teams.api';
import type { SignInSettings } from '../settings';
import type { Person, Proof, SignedIn, SignIn, SignInState } from './types';
import type { TokenOwner, UserTokens } from './user-tokens';

/** A token of single sign-on, and whose it is. */
interface Kept {
  token: string;
  owner: TokenOwner;
}

/** A sign-in that is begun on a page: where it goes on, and what its end has to bring along. */
export interface Begun {
  address: string;
  state: string;
  verifier: string;
}

/** People who sign in at the same moment, and who have been here: who was here longest ago is asked again. */
const mostKept = 5_000;
const graphScope = 'https://graph.microsoft.com/TeamsActivity.Send';
/** Where a page of the service begins a sign-in, and where Entra returns to. */
export const signInPath = '/sign-in';
export const signedInPath = '/sign-in/end';

/** Keeps the latest of some things by their keys. */
function keepLatest<T>(kept: Map<string, T>, key: string, value: T): void {
  kept.delete(key);
  kept.set(key, value);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
}

/** What Entra answers where the person, or an administrator, has to agree first. */
const needsConsent = (error: unknown): boolean =>
  error instanceof InteractionRequiredAuthError ||
  /AADSTS(?:65001|65004|50076|50079)|interaction_required|invalid_grant/.test(String(error));

/**
 * Signs people in with Teams' single sign-on, and exchanges its token for one of SharePoint's on behalf of them. Who has to
 * consent, or has no single sign-on, signs in on a page. Tokens are kept in memory only, until they end.
 */
export class EntraSignIn implements SignIn {
  private readonly client: ConfidentialClientApplication;
  private readonly kept = new Map<string, Kept>();
  private readonly crypto = new CryptoProvider();

  public constructor(
    private readonly settings: Extract<SignInSettings, { kind: 'entra' }>,
    private readonly siteOrigin: string,
    private readonly userTokens: UserTokens,
    cloud: CloudEnvironment,
    private readonly now: () => number = Date.now
  ) {
    const { clientId, clientSecret, tenantId } = settings;
    this.client = new ConfidentialClientApplication({
      auth: {
        clientId,
        clientSecret,
        authority: `${cloud.loginEndpoint}/${tenantId}`,
        knownAuthorities: [new URL(cloud.loginEndpoint).host]
      }
    });
  }

  public async stateOf({ userId, token }: Proof): Promise<SignInState> {
    const page = this.settings.publicUrl + signInPath;
    if (token !== undefined) {
      const owner = await this.userTokens.ownerOf(token);
      if (!owner || owner.id.toLowerCase() !== userId.toLowerCase()) return { kind: 'refused' };
      keepLatest(this.kept, owner.id.toLowerCase(), { token, owner });
    }
    const as = await this.find(userId);
    if (!as) return { kind: 'sign in', page };
    try {
      await as.sharePointToken();
      return { kind: 'signed in', as };
    } catch (error) {
      if (!needsConsent(error)) throw error;
      this.kept.delete(userId.toLowerCase());
      return { kind: 'consent', page };
    }
  }

  public async withToken(token: string): Promise<SignInState> {
    const owner = await this.userTokens.ownerOf(token);
    return owner ? this.stateOf({ userId: owner.id, token }) : { kind: 'refused' };
  }

  public async forget(userId: string): Promise<{ kind: 'sign in'; page: string }> {
    this.kept.delete(userId.toLowerCase());
    const cache = this.client.getTokenCache();
    const account = await cache.getAccountByLocalId(userId);
    if (account) await cache.removeAccount(account);
    return { kind: 'sign in', page: this.settings.publicUrl + signInPath };
  }

  /** Begins a sign-in at Entra, where somebody consents too. What it answers stays in their browser until the end. */
  public async begin(): Promise<Begun> {
    const { challenge, verifier } = await this.crypto.generatePkceCodes();
    const state = this.crypto.createNewGuid();
    const address = await this.client.getAuthCodeUrl({
      scopes: [this.sharePointScope],
      extraScopesToConsent: [graphScope],
      redirectUri: this.settings.publicUrl + signedInPath,
      ...{ state, codeChallenge: challenge, codeChallengeMethod: 'S256' }
    });
    return { address, state, verifier };
  }

  /** Takes the code that Entra returns with. */
  public async end(code: string, codeVerifier: string): Promise<void> {
    const redirectUri = this.settings.publicUrl + signedInPath;
    await this.client.acquireTokenByCode({ scopes: [this.sharePointScope], code, redirectUri, codeVerifier });
  }

  private get sharePointScope(): string {
    // Whatever the application was given: SharePoint's search has a permission of its own.
    return `${this.siteOrigin}/.default`;
  }

  private async find(userId: string): Promise<SignedIn | undefined> {
    const kept = this.kept.get(userId.toLowerCase());
    if (kept && kept.owner.until > this.now()) return this.onBehalfOf(kept);
    this.kept.delete(userId.toLowerCase());
    const account = await this.client.getTokenCache().getAccountByLocalId(userId);
    return account ? this.withAccount(account) : undefined;
  }

  private onBehalfOf({ token, owner: { id, login, email } }: Kept): SignedIn {
    const exchange = async (scope: string): Promise<string> => {
      const result = await this.client.acquireTokenOnBehalfOf({ oboAssertion: token, scopes: [scope] });
      return tokenOf(result);
    };
    return this.signedIn({ id, login, email }, exchange);
  }

  private withAccount(account: AccountInfo): SignedIn {
    const { localAccountId: id, username } = account;
    return this.signedIn({ id, login: username, email: username }, async (scope) =>
      tokenOf(await this.client.acquireTokenSilent({ account, scopes: [scope] }))
    );
  }

  private signedIn(person: Person, tokenFor: (scope: string) => Promise<string>): SignedIn {
    return { person, sharePointToken: () => tokenFor(this.sharePointScope), graphToken: () => tokenFor(graphScope) };
  }
}

function tokenOf(result: { accessToken: string } | null): string {
  if (!result) throw new Error('Entra gave no token.');
  return result.accessToken;
}
